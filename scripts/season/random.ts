/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from 0 to below `end`. */
    below: (end: number) => Math.floor(next() * end),
    /** Whether something happens that does so in this share of cases. */
    happens: (share: number) => next() < share,
    /** One of these. */
    one: <T>(items: readonly T[]): T | undefined => items[Math.floor(next() * items.length)],
  };
}

/** See `seeded`. */
export type Random = ReturnType<typeof seeded>;
