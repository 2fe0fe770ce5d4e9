import { expect, test } from '@playwright/test';
import { findOften } from '../../../../src/search/stories/find-often.ts';
import { Bits } from '../../../../src/search/stories/often.ts';
import { invented, openIndex } from './invented.ts';

test('a set of stories gives back its numbers', () => {
  const set = Bits.of([0, 7, 8, 300], 301);
  expect(set.docs()).toEqual([0, 7, 8, 300]);
  expect(set.and(Bits.of([7, 9], 301)).docs()).toEqual([7]);
  expect(set.or(Bits.of([9], 301)).docs()).toEqual([0, 7, 8, 9, 300]);
});

test('words that very many texts have are answered from lists, with their tones where they were typed', async () => {
  const stories = Array.from({ length: 1200 }, (_, number) =>
    invented({ name: `Vườn ${number}`, body: number % 2 ? 'Chuyển đổi mạnh.' : 'Chuyện dời chỗ.' }),
  );
  const index = await openIndex(stories);
  const docs = async (query: string) => (await findOften(index, query))?.hits.map(({ doc }) => doc) ?? null;
  expect(await docs('chuyen doi')).toHaveLength(1200);
  expect((await docs('chuyển đổi'))?.every((doc) => doc % 2 === 1)).toBe(true);
  expect(await docs('chuyển dời')).toHaveLength(1200);
  expect(await docs('chuyển 17')).toBeNull();
});
