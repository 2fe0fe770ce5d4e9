import { expect, test } from '@playwright/test';
import { framed, readExcerpt } from '../../../src/search/excerpt.ts';

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

test('dots stand only where text was left out, and the dash of a bullet goes', () => {
  const text = (html: string) =>
    framed(readExcerpt(html))
      .map((part) => part.text)
      .join('');
  expect(text('- <mark>Bằng</mark> khen của Thủ tướng;')).toBe('Bằng khen của Thủ tướng;');
  expect(text('hội viên nâng cao <mark>nhận</mark> thức')).toBe('… hội viên nâng cao nhận thức …');
  expect(framed([])).toEqual([]);
});
