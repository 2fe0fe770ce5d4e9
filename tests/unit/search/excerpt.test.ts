import { expect, test } from '@playwright/test';
import { readExcerpt } from '../../../src/search/excerpt.ts';
import { excerptOf, highlighted } from '../../../src/search/highlight.ts';

test('parts the words found from the others, in the spelling of people', () => {
  expect(readExcerpt('tuyến <mark>ḏường</mark> xa')).toEqual([
    { text: 'tuyến ', hit: false },
    { text: 'đường', hit: true },
    { text: ' xa', hit: false },
  ]);
});

test('gives signs back as text, so that nothing in it can become an element', () => {
  expect(readExcerpt('&lt;img src=x&gt; <mark>a&lt;b</mark>')).toEqual([
    { text: '<img src=x> ', hit: false },
    { text: 'a<b', hit: true },
  ]);
});

const hits = (text: string, query: string) =>
  highlighted(text, query).flatMap((part) => (part.hit ? [part.text] : []));

test('marks what was typed: with its tones where it has some, and together where it stands together', () => {
  expect(hits('Biện pháp mã hóa ở Biên Hòa', 'Biên Hòa')).toEqual(['Biên Hòa']);
  expect(hits('Biện pháp ở Biên Hoà', 'bien hoa')).toEqual(['Biên Hoà']);
  expect(highlighted('Đèn, đường', 'xe')).toEqual([{ text: 'Đèn, đường', hit: false }]);
});

test('an excerpt is the stretch with the most of the typed words', () => {
  const text = `${'mở đầu '.repeat(30)}một mật ${'giữa bài '.repeat(30)}nuôi ong lấy mật ở rừng`;
  expect(excerptOf(text, 'ong lấy mật')).toContain('nuôi ong lấy mật ở rừng');
  expect(excerptOf(text, 'zzzz')).toBe('');
});
