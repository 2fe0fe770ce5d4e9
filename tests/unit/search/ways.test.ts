import { expect, test } from '@playwright/test';
import { waysOf } from '../../../src/search/interpretations.ts';
import { wordsOf } from '../../../src/vietnamese/words.ts';
import { invented, openIndex } from '../gallery/search/invented.ts';

const index = openIndex([
  invented({ name: 'UBND xã trồng rau', body: 'Hội phụ nữ chăm rau.' }),
  invented({ name: 'Thu gom rác' }),
]);
const ways = async (query: string): Promise<string[]> =>
  waysOf(await index, wordsOf(query)).map((words) => words.map(({ key }) => key).join(' '));

test('an abbreviation that stands nowhere is read as its expansion, were it only in a text', async () => {
  expect(await ways('hội LHPN rau')).toEqual(['hoi phu nu rau']);
});

test('an expansion that stands nowhere is left out', async () => {
  expect(await ways('UBND rau')).toEqual(['ubnd rau']);
});

test('the last word may be the beginning of one, though it is an abbreviation too', async () => {
  expect(await ways('rau th')).toEqual(['rau th']);
});
