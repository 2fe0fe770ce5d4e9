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

/** How far the last class may reach beyond where it begins before a coarser scale is taken. */
const lastReach = 3;

/** The classes, one to four, that hold every count from 1 to `most`, the last one ending there; none for `most` 0. */
export function countClasses(most: number): CountClass[] {
  const starts = (scales.find(([, , , last]) => most <= last * lastReach) ?? coarsest).filter(
    (start) => start <= most,
  );
  return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? most + 1) - 1 }));
}

/** The class in words, “1”, “2–3”. */
export const className = ({ from, to }: CountClass): string => (from === to ? `${from}` : `${from}–${to}`);

/** Position of a count among the classes, from 1; 0 for a unit without stories. */
export const classOf = (classes: readonly CountClass[], count: number): number =>
  classes.findIndex(({ from, to }) => count >= from && count <= to) + 1;
