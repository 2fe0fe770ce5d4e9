import type { Thread } from '../../ui/weave/pattern.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import {
  type AwardForm,
  awardForms,
  type CriteriaGroup,
  criteriaGroups,
  type Occasion,
  occasions,
  type Strand,
  strands,
} from '../../vocabulary/taxonomy.ts';
import type { Story } from '../story.ts';

/** The things that the ids of a story name; null where the story has no id or the plan has no such thing. */
export interface StoryTerms {
  /** In the story's own order. */
  strands: Strand[];
  group: CriteriaGroup | null;
  awardForm: AwardForm | null;
  occasion: Occasion | null;
  /** Threads of the weave, those of the first strand first. */
  threads: Thread[];
}

/** Looks up the ids of a story. */
export function termsOf(story: Story): StoryTerms {
  const own = story.strands.flatMap((id) => strands.filter((strand) => strand.id === id));
  return {
    strands: own,
    group: criteriaGroups.find(({ id }) => id === story.criteriaGroup) ?? null,
    awardForm: awardForms.find(({ id }) => id === story.awardForm) ?? null,
    occasion: occasions.find(({ id }) => id === story.occasion) ?? null,
    threads: [...new Set(own.flatMap(({ threads }) => threads))],
  };
}

/** The permanent address of a story on the site. */
export const storyPath = ({ slug }: Pick<Story, 'slug'>): string => `/dien-hinh/${slug}/`;

/** The short address of a story for ever, on the site. */
export const shortPath = (id: Story['id']): string => `/d/${id}`;

/** The day of an instant in Đồng Nai, `YYYY-MM-DD`. */
export const localDay = (instant: string): string => dayInVietnam(new Date(instant));

const byName = new Intl.Collator('vi', { numeric: true });

/** Sorts newest first; stories of one day by name, in Vietnamese order. */
export function newestFirst(stories: readonly Story[]): Story[] {
  const byDay = Map.groupBy(stories, ({ publishedAt }) => localDay(publishedAt));
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([, ofDay]) => ofDay.toSorted((a, b) => byName.compare(a.name, b.name)));
}
