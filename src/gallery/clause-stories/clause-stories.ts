import { isWithin } from '../../plan/glance.ts';
import type { Story } from '../story.ts';

/** The stories that prove a clause, or a clause in it; a strand is proved by what was done under it. Order kept. */
export function storiesProving(stories: readonly Story[], id: string): Story[] {
  return stories.filter((story) =>
    [...story.clauses, ...story.strands].some((proved) => isWithin(proved, id)),
  );
}
