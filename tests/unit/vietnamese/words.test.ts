import { expect, test } from '@playwright/test';
import { readings } from '../../../src/vietnamese/synonyms.ts';
import { isOneSlip, withoutKeys } from '../../../src/vietnamese/typos.ts';
import { isMarked, queryWords, wordsOf } from '../../../src/vietnamese/words.ts';

const forms = (text: string) => wordsOf(text).map(({ form }) => form);
const keys = (text: string) => wordsOf(text).map(({ key }) => key);

test('spellings that mean the same have one form', () => {
  for (const [one, other] of [
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['kỹ sư', 'kĩ sư'],
    ['tỷ lệ', 'tỉ lệ'],
    ['công ty', 'công ti'],
    ['quý', 'quí'],
    ['ĐỔI MỚI', 'đổi mới'.normalize('NFD')],
  ] as const) {
    expect(forms(one)).toEqual(forms(other));
  }
});

test('y stays where it is another sound', () => {
  expect(keys('may thuy yen huyen tay')).toEqual(['may', 'thuy', 'yen', 'huyen', 'tay']);
});

test('words without tones are not marked, đ marks too', () => {
  expect(wordsOf('duong đi hoà').map(isMarked)).toEqual([false, true, true]);
});

test('one slip is one letter more, less, other, or two changed', () => {
  for (const other of ['chuyn', 'chuyeen', 'chuyem', 'chueyn', 'huyen'])
    expect(isOneSlip('chuyen', other)).toBe(true);
  for (const other of ['chuyen', 'chyn', 'huyenc', 'chuyenxx'])
    expect(isOneSlip('chuyen', other)).toBe(false);
});

test('keys of Telex and VNI fall away', () => {
  expect(['ddooir', 'chuyeenr', 'dduwowngf', 'd9o6i3'].map(withoutKeys)).toEqual([
    'doi',
    'chuyen',
    'duong',
    'doi',
  ]);
  expect(withoutKeys('ban')).toBeNull();
});

test('a query is read as typed first, then with each abbreviation written out', () => {
  const texts = readings(wordsOf('CĐS ở HTX')).map((words) => words.map(({ key }) => key).join(' '));
  expect(texts[0]).toBe('cds o htx');
  expect(texts).toContain('chuyen doi so o hop tac xa');
  expect(readings(wordsOf('vườn rau'))).toHaveLength(1);
});

test('a query typed without any tone is typed without marks, though it has a đ', () => {
  expect(queryWords('ben đo').map(isMarked)).toEqual([false, false]);
  expect(queryWords('bến đo').map(isMarked)).toEqual([true, true]);
});
