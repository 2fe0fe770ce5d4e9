import { expect, test } from '@playwright/test';
import { oftenSets } from '../../../../src/search/stories/find-often.ts';
import { Bits } from '../../../../src/search/stories/often.ts';
import { wordsOf } from '../../../../src/search/words.ts';
import { invented, openIndex } from './invented.ts';

test('a set of stories gives back its numbers', () => {
  const set = Bits.of([0, 7, 8, 300], 301);
  expect(set.docs()).toEqual([0, 7, 8, 300]);
  expect(set.and(Bits.of([7, 9], 301)).docs()).toEqual([7]);
  expect(set.or(Bits.of([9], 301)).docs()).toEqual([0, 7, 8, 9, 300]);
});

test('of words that very many texts have there are lists, with their tones and without', async () => {
  const stories = Array.from({ length: 1200 }, (_, number) =>
    invented({ name: `Vườn ${number}`, body: number % 2 ? 'Chuyển đổi mạnh.' : 'Chuyện dời chỗ.' }),
  );
  const index = await openIndex(stories);
  const sets = async (query: string) => oftenSets(index, wordsOf(query));
  expect((await sets('chuyen doi'))?.exact.docs()).toHaveLength(1200);
  expect((await sets('chuyển đổi'))?.exact.docs().every((doc) => doc % 2 === 1)).toBe(true);
  expect((await sets('chuyển dời'))?.exact.docs()).toEqual([]);
  expect((await sets('chuyển dời'))?.folded.docs()).toHaveLength(1200);
  expect(index.isOften('chuyen')).toBe(true);
  expect(index.isOften('17')).toBe(false);
});
