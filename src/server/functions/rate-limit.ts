import type { RateLimit } from './load.ts';

/** Counts calls by client in fixed windows of this process. Returns false for a call above the limit. */
export function windowCounter({ windowLimit, windowSize }: RateLimit, now: () => number = Date.now) {
  let window = -1;
  let counts = new Map<string, number>();
  return (client: string): boolean => {
    const current = Math.floor(now() / (windowSize * 1_000));
    if (current !== window) [window, counts] = [current, new Map()];
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    return count <= windowLimit;
  };
}
