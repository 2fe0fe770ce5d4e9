import { expect, test } from '@playwright/test';
import { readExcerpt } from '../../../src/search/excerpt.ts';

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
