import { expect, test } from '@playwright/test';
import { areSame, changed, type Draft, readDraft, writeDraft } from '../../../../src/filing/drafts/draft.ts';

const draft: Draft = {
  form: 'phan-hoi',
  version: '1',
  key: '3f1c2b9e-2f5a-4d3f-9a36-0d7c1a0b4c11',
  savedAt: new Date('2026-11-25T02:05:00Z'),
  isPending: true,
  answers: [
    {
      name: 'content',
      label: 'Nội dung',
      values: ['Dòng một.\nDòng “hai”.'],
      shown: ['Dòng một.\nDòng “hai”.'],
    },
    { name: 'indicators.0.name', label: 'Chỉ số', values: ['Giờ chờ'], shown: ['Giờ chờ'] },
  ],
};

test('a draft is read as it was written', () => {
  expect(readDraft(writeDraft(draft))).toEqual(draft);
});

test('invalid JSON of any origin is no draft', () => {
  const changes: Record<string, unknown>[] = [
    { key: 'x' },
    { savedAt: 'hôm qua' },
    { form: 1 },
    { answers: {} },
    { answers: [{ name: 'a"] , *', label: '', values: [], shown: [] }] },
    { answers: [{ name: '__proto__.x', label: '', values: [], shown: [] }] },
    { answers: [{ name: 'a', label: '', values: [{}], shown: [] }] },
    { answers: Array.from({ length: 501 }, () => draft.answers[0]) },
    { answers: [{ name: 'a', label: '', values: ['x'.repeat(2_000_001)], shown: [] }] },
  ];
  for (const change of changes) expect(readDraft(JSON.stringify({ ...draft, ...change }))).toBeUndefined();
  for (const json of ['', 'null', '[]', '{}', '{"form":', '"x"']) expect(readDraft(json)).toBeUndefined();
});

test('unknown properties of a draft are dropped', () => {
  const read = readDraft(JSON.stringify({ ...draft, extra: 1, isPending: 'yes' }));
  expect(read).toEqual({ ...draft, isPending: false });
});

test('answers are the same whatever their order, and not when a word differs', () => {
  const { answers } = draft;
  expect(areSame(answers, answers.toReversed())).toBe(true);
  expect(areSame(answers, answers.slice(1))).toBe(false);
  const other = answers.map((answer) => ({ ...answer, values: ['khác'] }));
  expect(changed(answers, other)).toEqual(answers);
});
