import { simplify } from './simplify.ts';
import { type Arc, type Point, readTopology } from './topology.ts';

/** A drawn area: SVG path data on the grid of the whole drawing, and the area's size. */
interface DrawnUnit {
  code: string;
  path: string;
  areaKm2: number;
}

interface Drawing {
  /** Grid units. */
  width: number;
  height: number;
  /** In the order of the file. */
  units: readonly DrawnUnit[];
}

interface Fineness {
  /** Height of the drawing in grid units; every point is on the grid. */
  gridHeight: number;
  /** Leaves out bends smaller than this area, in square grid units. */
  leastArea: number;
}

/** Length of a degree of latitude at 11.5° north on the ellipsoid WGS 84. */
const kmPerDegree = 110.61;

/** As `kmPerDegree`, of longitude at the equator; at a latitude it shrinks by its cosine. */
const kmPerDegreeOfEquator = 111.32;

const bounds = (values: readonly number[]) =>
  values.reduce(
    ({ least, most }, value) => ({ least: Math.min(least, value), most: Math.max(most, value) }),
    {
      least: Number.POSITIVE_INFINITY,
      most: Number.NEGATIVE_INFINITY,
    },
  );

/**
 * Degrees to kilometres in the plane, north up, from the north-west corner: a local equirectangular projection, true
 * to scale on the middle latitude. Over the city's 190 km it stretches an area by 0.3 % at most.
 */
function toPlane(arcs: readonly Arc[]) {
  const points = arcs.flat();
  const x = bounds(points.map(([longitude]) => longitude));
  const y = bounds(points.map(([, latitude]) => latitude));
  const kmEast = kmPerDegreeOfEquator * Math.cos((((y.least + y.most) / 2) * Math.PI) / 180);
  return {
    widthKm: (x.most - x.least) * kmEast,
    heightKm: (y.most - y.least) * kmPerDegree,
    project: ([longitude, latitude]: Point): Point => [
      (longitude - x.least) * kmEast,
      (y.most - latitude) * kmPerDegree,
    ],
  };
}

const isStep = ([x, y]: Point) => x !== 0 || y !== 0;

/** Relative steps of a ring on the grid, without the last step, which `z` draws. */
function ringPath(ring: readonly Point[]): string {
  const steps = ring
    .slice(1, -1)
    .map(([x, y], index): Point => [x - (ring[index]?.[0] ?? x), y - (ring[index]?.[1] ?? y)])
    .filter(isStep);
  const numbers = steps.flat().map((step, index) => (step < 0 || index === 0 ? `${step}` : ` ${step}`));
  return `M${ring[0]?.join(' ')}l${numbers.join('')}z`;
}

/** The sign depends on the direction of rotation; holes run against their outline. */
const signedArea = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/**
 * Draws the areas of a TopoJSON file. Simplifies arcs instead of areas and puts arcs on the grid, so that neighbours
 * keep identical borders.
 */
export function drawUnits(topology: string, { gridHeight, leastArea }: Fineness): Drawing {
  const { arcs, areas } = readTopology(topology);
  const { project, widthKm, heightKm } = toPlane(arcs);
  const perKm = gridHeight / heightKm;
  const drawn = arcs.map((arc) => {
    const onGrid = arc.map(project).map(([x, y]): Point => [x * perKm, y * perKm]);
    return simplify(onGrid, leastArea).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  });
  const lineOf = (arc: number): Arc => (arc < 0 ? (drawn[~arc] ?? []).toReversed() : (drawn[arc] ?? []));
  return {
    width: Math.ceil(widthKm * perKm),
    height: gridHeight,
    units: areas.map(({ code, rings }) => {
      const lines = rings.map((ring) => ring.flatMap((arc, index) => lineOf(arc).slice(index === 0 ? 0 : 1)));
      const area = lines.reduce((sum, line) => sum + signedArea(line), 0);
      return { code, path: lines.map(ringPath).join(''), areaKm2: Math.abs(area) / perKm ** 2 };
    }),
  };
}
