import { expect, test } from '@playwright/test';
import type { Story } from '../../../src/gallery/story.ts';
import { Bits } from '../../../src/search/bits.ts';
import { listed } from '../../../src/search/find-listed.ts';
import { wordsOf } from '../../../src/vietnamese/words.ts';
import { invented, openIndex } from '../gallery/search/invented.ts';

test('a set of stories gives back its numbers', () => {
  const set = Bits.of([0, 7, 8, 300], 301);
  expect(set.docs()).toEqual([0, 7, 8, 300]);
  expect(set.and(Bits.of([7, 9], 301)).docs()).toEqual([7]);
  expect(set.or(Bits.of([9], 301)).docs()).toEqual([0, 7, 8, 9, 300]);
});

const docsOf = async (stories: readonly Story[], query: string) => {
  const index = await openIndex(stories);
  const found = await listed(index, wordsOf(query));
  return { exact: found?.exact.docs(), folded: found?.folded.docs() };
};

test('of words that very many texts have there are lists, with their tones and without', async () => {
  const stories = Array.from({ length: 1200 }, (_, number) =>
    invented({ name: `Vườn ${number}`, body: number % 2 ? 'Chuyển đổi mạnh.' : 'Chuyện dời chỗ.' }),
  );
  const index = await openIndex(stories);
  const sets = async (query: string) => listed(index, wordsOf(query));
  expect((await sets('chuyen doi'))?.exact.docs()).toHaveLength(1200);
  expect((await sets('chuyển đổi'))?.exact.docs().every((doc) => doc % 2 === 1)).toBe(true);
  expect((await sets('chuyển dời'))?.exact.docs()).toEqual([]);
  expect((await sets('chuyển dời'))?.folded.docs()).toHaveLength(1200);
  expect(index.isOften('chuyen')).toBe(true);
  expect(index.isOften('17')).toBe(false);
});

const kiln = invented({ name: 'Lò gốm', body: 'Thợ già thử chín mẻ.' });
const ferry = invented({ name: 'Bến đò', body: 'Gắn thêm trạm lặp trên bờ kè, năm 1987.' });
const tower = invented({ name: 'Tháp nước', body: 'Trạm bơm trên bờ. Lập sổ.' });
const some = [kiln, ferry, tower];

test('of rare words, too, and of numbers; just the tones that were typed are told apart', async () => {
  expect(await docsOf(some, 'gắn trạm lặp')).toEqual({ exact: [1], folded: [1] });
  expect(await docsOf(some, 'trạm lặp')).toEqual({ exact: [1], folded: [1, 2] });
  expect(await docsOf(some, 'tram lap')).toEqual({ exact: [1, 2], folded: [1, 2] });
  expect((await docsOf(some, '1987')).folded).toEqual([1]);
});

test('a word that stands nowhere leaves nothing, and the last may be unfinished', async () => {
  expect((await docsOf(some, 'trạm khuyên bờ')).folded).toEqual([]);
  expect((await docsOf(some, 'thử chí')).folded).toEqual([0]);
  expect((await docsOf(some, 'chí thử')).folded).toEqual([]);
  expect((await docsOf([], 'trạm lặp')).folded).toEqual([]);
});

test('figures, corrections and what a picture shows are among the words', async () => {
  const story = invented({
    name: 'Bếp không khói',
    indicators: [{ name: 'Củi mỗi ngày', before: '12', after: '3', unit: 'gùi' }],
    corrections: [{ day: '2026-11-20', text: 'Sửa tên buôn.' }],
    motivation: 'Vì đã bền lòng.',
  });
  for (const query of ['củi gùi', 'sửa buôn', 'bền lòng'])
    expect((await docsOf([kiln, story], query)).folded).toEqual([1]);
});
