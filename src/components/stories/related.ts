import type { Story } from '../../schemas/story.ts';

/** Strands that both are about count most, then a criteria group that both belong to. */
function nearness(one: Story, other: Story): number {
  const strands = one.strands.filter((id) => other.strands.includes(id)).length;
  const group = one.criteriaGroup !== null && one.criteriaGroup === other.criteriaGroup;
  return strands * 2 + Number(group);
}

/**
 * The stories to read after one: nearest first, at most two, none that shares neither strand nor criteria group.
 * @param stories all, in the order that decides between equals
 */
export function relatedStories(story: Story, stories: readonly Story[]): Story[] {
  return stories
    .filter((other) => other.id !== story.id)
    .map((other) => ({ other, near: nearness(story, other) }))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, 2)
    .map(({ other }) => other);
}
