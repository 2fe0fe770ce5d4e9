import { expect, test } from '@playwright/test';
import { indexedPhrase, tidied } from '../../../src/search/query.ts';

test('typed text is tidied, and one way of typing equals another', () => {
  expect(tidied('  Chuyển   đổi số ')).toBe('Chuyển đổi số');
  expect(tidied('đường hoà'.normalize('NFD'))).toBe(tidied('đường hoà'));
  expect(tidied('“”  … "')).toBe('');
});

test('a very long question is cut, not refused', () => {
  expect(tidied('đường '.repeat(1000))).toHaveLength(200);
});

test('Pagefind is asked in its spelling: one place of tones, and ḏ for đ', () => {
  expect(indexedPhrase(['đường', 'hoà'])).toBe('ḏường hòa');
});
