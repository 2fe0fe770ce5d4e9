import { type Pattern, pattern, type Thread } from './pattern.ts';

const known = new Map<string, Pattern>();

/** The pattern of a seed, cached for the build: every page shows the site's pattern, and lists show those of stories. */
export function woven(seed: string, used: readonly Thread[], half: number): Pattern {
  const key = [half, ...used, seed].join(' ');
  const repeat = known.get(key) ?? pattern(seed, used, half);
  known.set(key, repeat);
  return repeat;
}
