import type { Answer } from '../../search/engine.ts';
import type { SectionId } from '../../search/sections.ts';

/** The answer of one section. */
export interface SectionAnswer {
  section: SectionId;
  answer: Answer;
}

/** What to show for one query: the sections that have something, and how many pages in all. */
export interface SiteAnswer {
  total: number;
  /** True when no page of any section has all the words. */
  near: boolean;
  groups: SectionAnswer[];
}

/** Joins the answers of the sections. Pages that only come near are left out when any section has a full one. */
export function joinAnswers(answers: readonly SectionAnswer[]): SiteAnswer {
  const some = answers.filter(({ answer }) => answer.total > 0);
  const full = some.filter(({ answer }) => !answer.near);
  const groups = full.length > 0 ? full : some;
  const total = groups.reduce((sum, { answer }) => sum + answer.total, 0);
  return { total, near: full.length === 0 && total > 0, groups };
}
