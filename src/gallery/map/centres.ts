import { type Point, readTopology } from './topology.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Length of a degree of latitude in kilometres, and how much shorter one of longitude is at 11.5° north. */
const kmPerDegree = 110.61;
const shrink = Math.cos((11.5 * Math.PI) / 180);

/** Where each unit of a TopoJSON file lies: the mean of the points of its outline, in degrees. */
export function centresOf(topology: string): ReadonlyMap<string, Point> {
  const { arcs, areas } = readTopology(topology);
  return new Map(
    areas.map(({ code, rings }) => {
      const points = (rings[0] ?? []).flatMap((arc) => arcs[arc < 0 ? ~arc : arc] ?? []);
      return [code, [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]];
    }),
  );
}

/** Kilometres between two places of the city, within a hundredth. */
export const kmBetween = ([x, y]: Point, [otherX, otherY]: Point): number =>
  Math.hypot((x - otherX) * shrink, y - otherY) * kmPerDegree;
