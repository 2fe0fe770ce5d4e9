import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { drawUnits } from '../../../../src/gallery/map/draw.ts';
import { simplify } from '../../../../src/gallery/map/simplify.ts';
import { readTopology } from '../../../../src/gallery/map/topology.ts';
import { communes } from '../../../../src/vocabulary/units.ts';

const topology = readFileSync('content/units/communes.topojson', 'utf8');
// As the site draws it: src/gallery/map/city-drawing.ts.
const { units } = drawUnits(topology, { gridHeight: 1000, leastArea: 15 });

test('each of the 95 units is drawn once, and nothing else', () => {
  expect(units.map(({ code }) => code).toSorted()).toEqual(communes.map(({ code }) => code).toSorted());
});

test('each unit comes out as large as its publisher says, within a tenth', () => {
  const off = units.flatMap(({ code, areaKm2 }) => {
    const commune = communes.find((one) => one.code === code);
    const share = areaKm2 / (commune?.areaKm2 ?? 0);
    return Math.abs(share - 1) <= 0.1 ? [] : [`${code} ${commune?.name}: ${share.toFixed(2)}`];
  });
  expect(off).toEqual([]);
});

test('the whole city is as large as its units together, within a hundredth', () => {
  const sum = (areas: readonly { areaKm2: number }[]) =>
    areas.reduce((total, { areaKm2 }) => total + areaKm2, 0);
  expect(sum(units) / sum(communes)).toBeCloseTo(1, 2);
});

test('every shape is one closed line of whole steps', () => {
  for (const { code, path } of units) expect(path, code).toMatch(/^M\d+ \d+l-?\d+([ -]\d+){3,}z$/);
});

/** Where the line of a path turns, “x y”. */
function cornersOf(path: string): string[] {
  const [x = 0, y = 0, ...steps] = (path.match(/-?\d+/g) ?? []).map(Number);
  const corners = [`${x} ${y}`];
  for (let index = 0, at = [x, y]; index < steps.length; index += 2) {
    at = [(at[0] ?? 0) + (steps[index] ?? 0), (at[1] ?? 0) + (steps[index + 1] ?? 0)];
    corners.push(at.join(' '));
  }
  return corners;
}

/** The lines between corners, each without its direction. */
function linesOf(path: string): string[] {
  const corners = cornersOf(path);
  return corners.map((corner, index) =>
    [corner, corners[(index + 1) % corners.length]].toSorted().join(', '),
  );
}

test('neighbours share their border to the point: no line is drawn for more than two units', () => {
  const uses = new Map<string, number>();
  for (const line of units.flatMap(({ path }) => linesOf(path))) uses.set(line, (uses.get(line) ?? 0) + 1);
  const counts = [...uses.values()];
  expect(counts.filter((count) => count > 2)).toEqual([]);
  expect(counts.filter((count) => count === 2).length).toBeGreaterThan(counts.length / 2);
});

test('a line loses its least bends first and keeps its ends', () => {
  const line = [
    [0, 0],
    [5, 1],
    [10, 0],
    [15, 9],
    [20, 0],
  ] as const;
  expect(simplify(line, 6)).toEqual([line[0], line[2], line[3], line[4]]);
  expect(simplify(line, 1000)).toEqual([line[0], line[4]]);
});

test('a closed line stays an area', () => {
  const ring = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ] as const;
  expect(simplify(ring, 1000)).toHaveLength(4);
});

test('a file that is not such a map is refused', () => {
  expect(() => readTopology('{"type":"FeatureCollection","features":[]}')).toThrow(/Topology/);
});
