import type { Story } from '../story.ts';

/** The part of a related story that another story's page shows. */
export type Relative = Pick<Story, 'slug' | 'name' | 'unitName' | 'kind' | 'year' | 'sample'>;

/** Reduces a story to that part, so that a page is not rendered again for changes that it does not show. */
export const relative = ({ slug, name, unitName, kind, year, sample }: Story): Relative => ({
  slug,
  name,
  unitName,
  kind,
  year,
  sample,
});

/** The properties that make stories related. There are few kinds, however many stories there are. */
interface Kind {
  strands: readonly string[];
  group: string | null;
  /** The first three stories of the kind with their positions: two to show, and one that may be the current story. */
  first: { story: Story; place: number }[];
}

const shownAfter = 2;

/** Shared strands count most, then a shared criteria group. */
function nearness(one: Kind, other: Kind): number {
  const strands = one.strands.filter((id) => other.strands.includes(id)).length;
  return strands * 2 + Number(one.group !== null && one.group === other.group);
}

const keyOf = ({ strands, criteriaGroup }: Story) => [criteriaGroup, ...strands.toSorted()].join(' ');

function kindsOf(stories: readonly Story[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const [place, story] of stories.entries()) {
    const key = keyOf(story);
    const kind = kinds.get(key) ?? { strands: story.strands, group: story.criteriaGroup, first: [] };
    if (kind.first.length <= shownAfter) kind.first.push({ story, place });
    kinds.set(key, kind);
  }
  return kinds;
}

function nearestTo(kind: Kind, kinds: Iterable<Kind>): Story[] {
  return [...kinds]
    .flatMap((other) => other.first.map((candidate) => ({ ...candidate, near: nearness(kind, other) })))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near || a.place - b.place)
    .slice(0, shownAfter + 1)
    .map(({ story }) => story);
}

/**
 * Finds the stories to read next: nearest first, at most two. Each shares a strand or the criteria group.
 * @param stories all, in the order that decides between equals
 */
export function findRelated(stories: readonly Story[]): (story: Story) => Story[] {
  const kinds = kindsOf(stories);
  const nearest = new Map([...kinds].map(([key, kind]) => [key, nearestTo(kind, kinds.values())]));
  const ofKind = (story: Story) =>
    nearest.get(keyOf(story)) ??
    nearestTo({ strands: story.strands, group: story.criteriaGroup, first: [] }, kinds.values());
  return (story) =>
    ofKind(story)
      .filter(({ id }) => id !== story.id)
      .slice(0, shownAfter);
}
