import { expect, test } from '@playwright/test';
import { comesFirst, merge } from '../../../src/search/merge.ts';
import type { Hit } from '../../../src/search/rank.ts';
import type { TextHit } from '../../../src/search/text-tier.ts';

const hit = (doc: number, value: number, facts: Partial<Hit> = {}): Hit => ({
  doc,
  value,
  exact: true,
  phrase: false,
  whole: true,
  corrected: null,
  ...facts,
});
const text = (doc: number, facts: Partial<TextHit> = {}): TextHit => ({
  doc,
  exact: true,
  phrase: false,
  excerpt: null,
  ...facts,
});
const docs = (how: 'all' | 'near' | 'none', hits: Hit[], texts: TextHit[]): number[] =>
  merge({ hits, how, meant: null, known: true }, { hits: texts, near: false }).shown.map(({ doc }) => doc);

test('names and summaries stand before texts, and each story once', () => {
  expect(docs('all', [hit(1, 2), hit(2, 1)], [text(3), text(2)])).toEqual([1, 2, 3]);
});

test('just the tones that were typed stand before others, though only a text has them', () => {
  expect(docs('all', [hit(1, 2, { exact: false })], [text(3)])).toEqual([3, 1]);
});

test('words scattered over a summary by chance stand where the texts put them', () => {
  expect(docs('all', [hit(1, 0.4)], [text(3), text(1)])).toEqual([3, 1]);
  expect(docs('all', [hit(1, 0.4, { phrase: true })], [text(3), text(1)])).toEqual([1, 3]);
});

test('a name with most of the words gives way to a text that has all, unless it is beyond doubt', () => {
  expect(docs('near', [hit(1, 0.9)], [text(3)])).toEqual([3]);
  expect(docs('near', [hit(1, 1.4), hit(2, 0.9)], [text(3)])).toEqual([1, 3]);
});

test('a text that has the words apart and with other tones overtakes no name with most of them', () => {
  expect(docs('near', [hit(1, 0.9)], [text(3, { exact: false })])).toEqual([1]);
  expect(docs('near', [hit(1, 0.9)], [text(3, { exact: false, phrase: true })])).toEqual([3]);
  expect(docs('none', [], [text(3, { exact: false })])).toEqual([3]);
});

test('only what the texts cannot overtake is shown before they are asked', () => {
  const first = (how: 'all' | 'near' | 'none', ...hits: Hit[]) =>
    comesFirst({ hits, how, meant: null, known: true });
  expect([first('all', hit(1, 0.9)), first('near', hit(1, 1.4))]).toEqual([true, true]);
  expect([first('all', hit(1, 0.4)), first('near', hit(1, 0.9)), first('none')]).toEqual([
    false,
    false,
    false,
  ]);
});
