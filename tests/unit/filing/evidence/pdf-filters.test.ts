import { expect, test } from '@playwright/test';
import { unfold } from '../../../../src/filing/evidence/pdf/filters.ts';
import { UnreadablePdf } from '../../../../src/filing/evidence/pdf/unreadable.ts';
import { readDictionary } from '../../../../src/filing/evidence/pdf/values.ts';
import { packings } from '../../../fixtures/pdf-packing.ts';

const text = Array.from({ length: 4_000 }, (_, at) => `${(at * 7_919) % 1_009} 0 obj `).join('');
const bytes = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8), 'latin1');

for (const [filter, pack] of Object.entries(packings)) {
  const dictionary = readDictionary(Buffer.from(`<<${filter}>>`, 'latin1'), 0);
  test(`“${filter}” is undone, and never into more than may be`, () => {
    const packed = pack(bytes);
    expect(Buffer.from(unfold(packed, dictionary, 1_000_000)).equals(bytes)).toBe(true);
    expect(() => unfold(packed, dictionary, 1_000)).toThrow(UnreadablePdf);
  });
}

test('data that readers could decode in two ways is not decoded', () => {
  for (const words of [
    '/Filter/DCTDecode',
    '/Filter 5 0 R',
    '/F(a)',
    '/DP 1',
    '/Filter/A85/DecodeParms 5 0 R',
    '/Filter[/Crypt]',
  ])
    expect(() => unfold(bytes, readDictionary(Buffer.from(`<<${words}>>`), 0), 1_000_000), words).toThrow(
      UnreadablePdf,
    );
  expect(() => readDictionary(Buffer.from('<</Filter/A85/Filter/AHx>>'), 0)).toThrow(UnreadablePdf);
});
