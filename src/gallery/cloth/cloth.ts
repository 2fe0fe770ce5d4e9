import type { Thread } from '../../ui/weave/pattern.ts';
import { facetPath, listLength } from '../stories/facets.ts';
import { shortPath, termsOf } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';

/** One lozenge of the cloth: a story, or so many stories that follow each other. */
export interface Lozenge {
  /** The most frequent threads of its stories, the leading one first. */
  threads: readonly Thread[];
  href: string;
  stories: readonly Story[];
}

/** A year of the cloth, from the left in the order in which stories became public. */
interface ClothYear {
  year: number;
  total: number;
  /** The list of its stories; null while there are none. */
  href: string | null;
  lozenges: readonly Lozenge[];
}

/** The cloth of the movement. */
export interface Cloth {
  /** Stories in each lozenge but the last of a year. */
  each: number;
  years: readonly ClothYear[];
}

/** The years of the plan. */
export const clothYears = [2026, 2027, 2028, 2029, 2030] as const;

/** How many stories a lozenge may stand for. */
const steps = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

/** Threads by how many stories have them; of as many, the one that comes first. */
function commonThreads(stories: readonly Story[]): Thread[] {
  const all = stories.flatMap((story) => termsOf(story).threads);
  const counts = [...Map.groupBy(all, (thread) => thread)];
  return counts.toSorted(([, a], [, b]) => b.length - a.length).map(([thread]) => thread);
}

function lozengeOf(stories: readonly Story[], year: number, newer: number): Lozenge {
  const [only] = stories;
  if (only && stories.length === 1)
    return { threads: termsOf(only).threads, href: shortPath(only.id), stories };
  const page = Math.floor(newer / listLength) + 1;
  const list = facetPath('nam', String(year));
  return { threads: commonThreads(stories), href: page === 1 ? list : `${list}${page}/`, stories };
}

/**
 * The stories as a cloth in which each year has `places` lozenges: one for each story while all fit, else one for 2, 5, 10 …
 * stories, which opens the page of the list that has them.
 * @param stories newest first
 */
export function clothOf(stories: readonly Story[], places: number): Cloth {
  const byYear = Map.groupBy(stories, ({ year }) => year);
  const most = Math.max(0, ...[...byYear.values()].map(({ length }) => length));
  const each = steps.find((step) => Math.ceil(most / step) <= places) ?? Math.ceil(most / places);
  const years = clothYears.map((year): ClothYear => {
    const ofYear = (byYear.get(year) ?? []).toReversed();
    const starts = Array.from({ length: Math.ceil(ofYear.length / each) }, (_, index) => index * each);
    const lozenges = starts.map((start) => {
      const group = ofYear.slice(start, start + each);
      return lozengeOf(group, year, ofYear.length - start - group.length);
    });
    const href = ofYear.length > 0 ? facetPath('nam', String(year)) : null;
    return { year, total: ofYear.length, href, lozenges };
  });
  return { each, years };
}
