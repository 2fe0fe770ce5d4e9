import { isWithin } from '../../plan/glance.ts';
import type { Story } from '../story.ts';

/** The stories that prove a clause or a clause inside it; for a strand, the stories of that strand. Keeps the order. */
export function storiesOfClause(stories: readonly Story[], id: string): Story[] {
  return stories.filter((story) =>
    [...story.clauses, ...story.strands].some((proved) => isWithin(proved, id)),
  );
}

/** The gallery with just the stories that prove a clause: by its strand, or by the criteria inside it. */
export function galleryOf(stories: readonly Story[], id: string): string {
  const query = new URLSearchParams();
  const isStrand = stories.every((story) => story.strands.some((strand) => isWithin(strand, id)));
  const proved = stories.flatMap((story) => (isStrand ? story.strands : story.clauses));
  for (const each of new Set(proved.filter((one) => isWithin(one, id))))
    query.append(isStrand ? 'noi-dung' : 'muc', each);
  return `/dien-hinh/?${query.toString()}`;
}
