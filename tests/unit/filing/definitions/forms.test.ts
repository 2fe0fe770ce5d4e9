import { expect, test } from '@playwright/test';
import { tableOfForm } from '../../../../src/back-office/airtable/columns.ts';
import { deCuCaNhan } from '../../../../src/filing/definitions/de-cu-ca-nhan.ts';
import { deCuTapThe } from '../../../../src/filing/definitions/de-cu-tap-the.ts';
import { fieldsOf } from '../../../../src/filing/definitions/form.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';
import { viewOf } from '../../../../src/filing/definitions/view.ts';
import { awardForms, occasions } from '../../../../src/vocabulary/taxonomy.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';

for (const form of forms) {
  test(`${form.id}: every field stands in one section and has a label`, () => {
    const inSections = form.sections.flatMap((section): readonly string[] => section.fields);
    expect([...inSections].sort()).toEqual(Object.keys(form.schema.shape).sort());
    for (const { label } of fieldsOf(form).values()) expect(label).not.toBe('');
  });

  test(`${form.id}: the least answers are accepted, and each one left out is asked for`, () => {
    const answers = exampleAnswers(form);
    expect(form.schema.safeParse(answers).error).toBeUndefined();
    for (const [name, view] of fieldsOf(form)) {
      if (view.optional || view.onlyWhen || name.startsWith('contactEmail')) continue;
      if (name === 'contactPhone') continue;
      const paths = form.schema
        .safeParse({ ...answers, [name]: undefined })
        .error?.issues.map(({ path }) => path[0]);
      expect(paths, name).toContain(name);
    }
  });

  test(`${form.id}: every answer has its column, and no two columns of its table share a name`, () => {
    const names = tableOfForm[form.id]?.columns.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    const filled = exampleAnswers(form);
    const submission = {
      code: 'DN26-0000-0000-00',
      form: form.id,
      formVersion: form.version,
      answers: form.schema.parse(filled),
      consentVersion: form.consentVersion,
      receivedAt: new Date('2026-11-25T00:00:00Z'),
      attempts: 1,
      revision: 0,
      movedTo: null,
      recordId: null,
      lacking: [],
      kept: {},
      lacksReason: false,
      written: null,
      warnings: [],
    };
    const cells = (tableOfForm[form.id]?.columns ?? []).filter(
      ({ cell }) => cell?.(submission) !== undefined,
    );
    for (const [name, view] of fieldsOf(form)) {
      if (!Object.hasOwn(submission.answers, name) || ['periodFrom', 'periodTo'].includes(name)) continue;
      expect(cells.map((column) => column.name)).toContain(view.heading ?? view.label);
    }
  });

  test(`${form.id} asks for nothing that the site must not collect`, () => {
    const asked = [...fieldsOf(form).values()].map(({ label }) => label.toLowerCase());
    for (const label of asked)
      expect(label).not.toMatch(/căn cước|cmnd|ngày sinh|dân tộc|tôn giáo|đảng|tài khoản ngân hàng|số nhà/);
  });
}

for (const [form, nominee] of [
  [deCuTapThe, 'collective'],
  [deCuCaNhan, 'individual'],
] as const)
  test(`${form.id}: an award is offered as the law and the plan give it, by kind of nominee and occasion`, () => {
    const offered = viewOf(form.schema.shape.suggestedAward).choices?.map(({ value }) => value);
    const lawful = awardForms.filter(({ kind }) => nominee === 'collective' || kind === 'hinh-thuc');
    expect(offered).toEqual(lawful.map(({ id }) => id));
    for (const occasion of occasions) {
      const given = occasion.awards.length > 0 ? occasion.awards.map(({ form: id }) => id) : ['giay-khen'];
      for (const { id } of lawful) {
        const filed = exampleAnswers(form, { suggestedOccasion: occasion.id, suggestedAward: id });
        const { success, error } = form.schema.safeParse(filed);
        expect(success, `${occasion.id} ${id}`).toBe(given.includes(id));
        if (error) expect(error.issues[0]?.message).toContain(occasion.name);
      }
    }
  });
