import { expect, test } from '@playwright/test';
import { type Pattern, pattern } from '../../../src/ui/weave/pattern.ts';
import { threads } from '../../../src/vocabulary/threads.ts';

/** The stitched cells of a pattern, as rows of thread names and blanks. */
function grid({ size, stitches }: Pattern): string[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => ''));
  for (const { thread, d } of stitches) {
    for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      rows[Number(y)]?.fill(thread, Number(x), Number(x) + Number(length));
    }
  }
  return rows;
}

const seeds = ['MH-0001', 'MH-0002', 'VD-0001', 'dong-nai', ''];

test('the same seed and threads always weave the same cloth', () => {
  for (const seed of seeds) expect(pattern(seed, ['so', 'xanh'])).toEqual(pattern(seed, ['so', 'xanh']));
});

test('two hundred stories get two hundred patterns', () => {
  const woven = Array.from({ length: 200 }, (_, index) => JSON.stringify(pattern(`MH-${index}`, threads)));
  expect(new Set(woven).size).toBe(200);
});

test('only the threads given are used, and all four where none is given', () => {
  for (const { thread } of pattern('MH-0001', ['xanh', 'so']).stitches)
    expect(['xanh', 'so']).toContain(thread);
  const all = seeds.flatMap((seed) => pattern(seed, []).stitches.map(({ thread }) => thread));
  expect(new Set(all)).toEqual(new Set(threads));
});

test('a repeat mirrors about the hearts of its lozenges, so that it joins without a seam', () => {
  for (const seed of seeds) {
    const rows = grid(pattern(seed, threads));
    const size = rows.length;
    rows.forEach((row, y) => {
      expect(rows[(size - y) % size]).toEqual(row);
      expect(row.map((_, x) => row[(size - x) % size])).toEqual(row);
    });
  }
});

test('a repeat is as wide as asked and stays light', () => {
  for (const half of [4, 6, 12]) expect(pattern('MH-0001', threads, half).size).toBe(half * 2);
  for (const seed of seeds) expect(JSON.stringify(pattern(seed, threads)).length).toBeLessThan(9000);
});
