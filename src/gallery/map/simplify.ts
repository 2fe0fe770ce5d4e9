import type { Arc, Point } from './topology.ts';

/** Area of a triangle. */
const triangle = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** How much each inner point of a line contributes to the line's shape. */
const weights = (line: Arc): number[] =>
  line.slice(1, -1).map((point, index) => triangle(line[index] ?? point, point, line[index + 2] ?? point));

/**
 * A line without its smallest bends (Visvalingam and Whyatt, 1993). Repeatedly removes the point whose triangle with its
 * neighbours is smallest, until every triangle is `leastArea` or more. Keeps both ends, so areas that share the line still
 * meet. A closed line keeps at least four points, an open line at least `leastPoints`.
 */
export function simplify(line: Arc, leastArea: number): Arc {
  const isClosed = `${line.at(0)}` === `${line.at(-1)}`;
  const leastPoints = isClosed ? 4 : 2;
  let kept = line;
  while (kept.length > leastPoints) {
    const areas = weights(kept);
    const smallest = Math.min(...areas);
    if (smallest >= leastArea) break;
    kept = kept.toSpliced(areas.indexOf(smallest) + 1, 1);
  }
  return kept;
}
