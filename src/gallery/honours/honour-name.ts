import { officialDate } from '../../vietnamese/official-date.ts';
import { termsOf } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';

/** How an honour is named in full: award, decision, day, authority. Null where no decision honours the story. */
export function honourName(story: Story): string | null {
  if (story.decisionNumber === null) return null;
  const award = termsOf(story).awardForm?.name ?? 'Khen thưởng';
  const day = story.decisionDate ? `, ${officialDate(story.decisionDate)}` : '';
  const body = story.decisionBody ? `, của ${story.decisionBody}` : '';
  return `${award} theo Quyết định số ${story.decisionNumber}${day}${body}`;
}
