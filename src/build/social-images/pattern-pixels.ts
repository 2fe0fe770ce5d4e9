import { palette, threadColours } from '../../ui/weave/palette.ts';
import { type Pattern, pattern, type Thread } from '../../ui/weave/pattern.ts';

/** A bitmap for the renderer: rows of red, green, blue and opacity. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The four bytes of a pixel of a colour `#rrggbb`, as the number that a `Uint32Array` holds. */
function pixelOf(colour: string): number {
  const bytes = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return new Uint32Array(Uint8Array.from([...bytes, 255]).buffer)[0] ?? 0;
}

/** The rectangles of a path of the pattern, each one cell high. */
const runsOf = (d: string) =>
  [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => ({
    x: Number(x),
    y: Number(y),
    length: Number(length),
  }));

/** One repeat of a pattern: a pixel for each cell, row by row. */
function cellsOf({ size, field, stitches }: Pattern): Uint32Array {
  const cells = new Uint32Array(size * size).fill(pixelOf(palette.ground));
  const paint = (d: string, colour: string) => {
    const pixel = pixelOf(colour);
    for (const { x, y, length } of runsOf(d)) cells.fill(pixel, y * size + x, y * size + x + length);
  };
  paint(field, palette.field);
  for (const { thread, d } of stitches) paint(d, threadColours[thread]);
  return cells;
}

interface Cloth {
  seed: string;
  threads: readonly Thread[];
  /** Size in stitches. */
  across: number;
  down: number;
  /** Pixels along a side of a stitch. */
  stitch: number;
}

/**
 * A piece of cloth with the heart of a lozenge in its middle. Drawn as pixels, because the renderer takes three times as long
 * for the same cloth as SVG or as a small bitmap that it must enlarge.
 */
export function cloth({ seed, threads, across, down, stitch }: Cloth): Pixels {
  const woven = pattern(seed, threads);
  const { size } = woven;
  const cells = cellsOf(woven);
  const width = across * stitch;
  const pixels = new Uint32Array(width * down * stitch);
  // The heart is the cell in the middle of the repeat.
  const cellAt = (at: number, length: number) => (at - (length >> 1) + size * length + (size >> 1)) % size;
  for (let y = 0; y < down; y += 1) {
    const row = y * stitch * width;
    for (let x = 0; x < across; x += 1) {
      const pixel = cells[cellAt(y, down) * size + cellAt(x, across)] ?? 0;
      pixels.fill(pixel, row + x * stitch, row + (x + 1) * stitch);
    }
    for (let copy = 1; copy < stitch; copy += 1) pixels.copyWithin(row + copy * width, row, row + width);
  }
  return { width, height: down * stitch, data: new Uint8Array(pixels.buffer) };
}

const paths = ({ field, stitches }: Pattern): string =>
  [
    `<path fill="${palette.field}" d="${field}"/>`,
    ...stitches.map(({ thread, d }) => `<path fill="${threadColours[thread]}" d="${d}"/>`),
  ].join('');

/** The site's mark as in the header: one lozenge on its ground. */
export function mark(width: number): string {
  const woven = pattern('dong-nai', [], 6);
  const inner = woven.size - 1;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" shape-rendering="crispEdges" width="${width}" height="${width}"`,
    ` viewBox="0 0 ${woven.size} ${woven.size}"><rect width="100%" height="100%" fill="${palette.ground}"/>`,
    `<svg x=".5" y=".5" width="${inner}" height="${inner}" viewBox="1 1 ${inner} ${inner}">`,
    `${paths(woven)}</svg></svg>`,
  ].join('');
}
