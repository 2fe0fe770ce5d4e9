import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { questionsOf, questionsSchema } from '../../../../src/filing/definitions/questions.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';

const file = 'tests/fixtures/form-versions.json';
const known = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(JSON.parse(readFileSync(file, 'utf8')));

for (const form of forms) {
  test(`${form.id}: its questions are those of its version; other questions want another version`, () => {
    const asked = JSON.stringify(questionsOf(form));
    const digest = createHash('sha256').update(asked).digest('hex').slice(0, 32);
    const before = known[form.id]?.[form.version];
    const what = before
      ? `The questions of ${form.id} changed. Old submissions must keep theirs: give the form a new version in src/filing/definitions/, then write "<new version>": "${digest}" beside the others in ${file}. (Only a version that nobody has filed yet may have its digest replaced.)`
      : `Version ${form.version} of ${form.id} is new: write "${form.version}": "${digest}" beside the others in ${file}.`;
    expect(before, what).toBe(digest);
  });

  test(`${form.id}: its questions are plain JSON, every field once`, () => {
    const asked = questionsOf(form);
    expect(questionsSchema.parse(JSON.parse(JSON.stringify(asked)))).toEqual(asked);
    const names = asked.sections.flatMap(({ questions }) => questions.map(({ name }) => name));
    expect(names.toSorted()).toEqual(Object.keys(form.schema.shape).toSorted());
  });
}
