/** A class of units on the map: those with `from` to `to` stories. */
export interface CountClass {
  from: number;
  to: number;
}

/** Where the classes begin, from few stories to many; the last class is open. */
const scales = [
  [1, 2, 3, 4],
  [1, 2, 4, 8],
  [1, 3, 6, 11],
  [1, 6, 21, 51],
  [1, 11, 51, 201],
] as const;

const coarsest = scales[4];

/** How many times its lower bound the last class may reach; beyond that a coarser scale is used. */
const lastReach = 3;

/** Rounds to half the unit of the leading digit: 37 → 35, 312 → 300 */
function roundNear(count: number): number {
  const step = count < 10 ? 1 : 10 ** Math.floor(Math.log10(count)) / 2;
  return Math.round(count / step) * step;
}

/** A quarter of the units in each class, about. @param counts ascending */
function quarters(counts: readonly number[]): number[] {
  const starts = [1, 2, 3].map((part) => roundNear(counts[Math.floor((counts.length * part) / 4)] ?? 1));
  return [...new Set([1, ...starts])];
}

/**
 * One to four classes that cover all counts of stories above 0; the last class ends with the highest count. None where all
 * counts are 0. Uses a fixed scale, or quarters of the units where the fixed scale would leave its first class empty.
 */
export function countClasses(counts: readonly number[]): CountClass[] {
  const some = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const [least = 0, most = 0] = [some[0], some.at(-1)];
  const scale = scales.find(([, , , last]) => most <= last * lastReach) ?? coarsest;
  const starts = (least < scale[1] ? [...scale] : quarters(some)).filter((start) => start <= most);
  return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? most + 1) - 1 }));
}

/** The class in words, “1”, “2–3”. */
export const className = ({ from, to }: CountClass): string => (from === to ? `${from}` : `${from}–${to}`);

/** Position of a count among the classes, from 1; 0 for a unit without stories. */
export const countClassOf = (classes: readonly CountClass[], count: number): number =>
  classes.findIndex(({ from, to }) => count >= from && count <= to) + 1;
