import { expect, test } from '@playwright/test';
import { Renderer } from '@takumi-rs/core';
import { cloth } from '../../../../src/build/social-images/pattern-pixels.ts';
import { palette, threadColours } from '../../../../src/ui/weave/palette.ts';
import { pattern, type Thread } from '../../../../src/ui/weave/pattern.ts';

const threads: readonly Thread[] = ['so', 'doi-moi', 'xanh'];

test('the cloth is the pattern of the page, stitch for stitch', async () => {
  const { size, field, stitches } = pattern('MH-0007', threads);
  const paths = stitches.map(({ thread, d }) => `<path fill="${threadColours[thread]}" d="${d}"/>`).join('');
  const src = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="${palette.ground}"/><path fill="${palette.field}" d="${field}"/>${paths}</svg>`;
  const image = { type: 'image', src, width: size, height: size } as const;
  const drawn = await new Renderer().render(image, { width: size, height: size, format: 'raw' });
  const woven = cloth({ seed: 'MH-0007', threads, across: size, down: size, stitch: 1 });
  expect(Buffer.from(woven.data)).toEqual(drawn);
});

test('both sides of a cloth of an odd number of stitches are the same', () => {
  const { width, height, data } = cloth({ seed: 'MH-0007', threads, across: 33, down: 52, stitch: 2 });
  const rows = Array.from({ length: height }, (_, y) => new Uint32Array(data.buffer, y * width * 4, width));
  for (const row of rows) expect(row.toReversed()).toEqual(row);
});
