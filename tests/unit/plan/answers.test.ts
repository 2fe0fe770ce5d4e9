import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { answerSchema, answerTopics } from '../../../src/plan/answers/answer-schema.ts';
import { flatten } from '../../../src/plan/outline.ts';
import { fold } from '../../../src/vietnamese/fold.ts';
import { laws } from '../../../src/vocabulary/laws.ts';
import { clausesOfPlan } from './plan-files.ts';

const answers = globSync('content/answers/*.mdx').map((path) => {
  const [, frontMatter = '', body = ''] = readFileSync(path, 'utf8').split(/^---$/m);
  return { id: basename(path, '.mdx'), ...answerSchema.parse(parse(frontMatter)), body: body.trim() };
});
const planText = JSON.stringify(flatten(clausesOfPlan).map(({ title, paragraphs }) => [title, paragraphs]));

/** Sentences of an answer: each ends with a point before a space and a capital, or at the end. */
const sentences = (body: string) => body.split(/(?<=[.?!])\s+(?=[\p{Lu}“])/u);

test('at least forty questions are answered, some in every topic', () => {
  expect(answers.length).toBeGreaterThanOrEqual(40);
  for (const { id } of answerTopics)
    expect(answers.filter(({ topic }) => topic === id).length, id).toBeGreaterThan(4);
});

test('an answer is one paragraph of two sentences that a person reads at a glance', () => {
  for (const { id, body } of answers) {
    expect(body, id).not.toContain('\n');
    expect(sentences(body), id).toHaveLength(2);
    expect(body.length, id).toBeLessThanOrEqual(420);
  }
});

test('no two answers share a question, another wording of it, or a place in their topic', () => {
  const wordings = answers.flatMap(({ question, alsoAsked }) => [question, ...alsoAsked]).map(fold);
  expect(wordings.filter((wording, at) => wordings.indexOf(wording) !== at)).toEqual([]);
  const places = answers.map(({ topic, order }) => `${topic} ${order}`);
  expect(new Set(places).size).toBe(places.length);
});

test('every clause that an answer rests on is in the plan, and every law on the page of texts', () => {
  const ids = new Set(flatten(clausesOfPlan).map(({ id }) => id));
  for (const { id, source } of answers)
    for (const one of source) {
      if ('clause' in one) expect(ids.has(one.clause), `${id}: ${one.clause}`).toBe(true);
      else if (one.href.startsWith('/van-ban/#'))
        expect(
          laws().map((law) => `/van-ban/#${law.id}`),
          id,
        ).toContain(one.href);
    }
});

test('an answer names no year and no quarter that the plan does not name', () => {
  for (const { id, body } of answers) {
    for (const year of body.match(/\b20\d\d\b/g) ?? []) expect(planText, `${id}: ${year}`).toContain(year);
    for (const quarter of body.match(/quý [IV]+\/\d{4}/g) ?? [])
      expect(planText.toLowerCase(), id).toContain(quarter.toLowerCase());
  }
});

test('an answer promises no day: what only the owner knows is a slot', () => {
  for (const { id, body } of answers) {
    const said = body.replace(/\[điền: [^\]]+\]/g, '');
    expect(said, id).not.toMatch(/ngày \d|\d+ ngày làm việc|\d{2,3}[ .]?\d{3}[ .]?\d{3}/);
  }
});
