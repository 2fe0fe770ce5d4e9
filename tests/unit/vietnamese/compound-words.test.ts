import { expect, test } from '@playwright/test';
import { keepCompoundsTogether } from '../../../src/vietnamese/compound-words.ts';

const lines = (heading: string) => keepCompoundsTogether(heading).split(' ');

test('a line of a heading does not end inside a word of several syllables', () => {
  expect(lines('Năm năm tìm cách làm mới, nhân rộng cách làm hay')).toEqual([
    'Năm',
    'năm',
    'tìm',
    'cách\u00a0làm\u00a0mới,',
    'nhân\u00a0rộng',
    'cách\u00a0làm\u00a0hay',
  ]);
});

test('capitals do not matter, and a syllable of a longer word is no match', () => {
  expect(lines('Điển hình')).toHaveLength(1);
  expect(lines('kế hoạchx')).toHaveLength(2);
});

test('what the list does not know stays as it is written', () => {
  expect(keepCompoundsTogether('Một đoạn lạ')).toBe('Một đoạn lạ');
});
