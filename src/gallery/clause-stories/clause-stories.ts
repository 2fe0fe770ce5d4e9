import { isWithin } from '../../plan/glance.ts';
import type { Story } from '../story.ts';

/** The stories that prove a clause or a clause inside it; for a strand, the stories of that strand. Keeps the order. */
export function storiesOfClause(stories: readonly Story[], id: string): Story[] {
  return stories.filter((story) =>
    [...story.clauses, ...story.strands].some((proved) => isWithin(proved, id)),
  );
}
