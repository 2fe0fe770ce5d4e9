import type { Answer } from '../../search/engine.ts';
import type { SectionId } from '../../search/sections.ts';

/** The answer of one section. */
export interface SectionAnswer {
  section: SectionId;
  answer: Answer;
}

/** The answer to one query: sections with results, and the total number of pages. */
export interface SiteAnswer {
  total: number;
  /** True when no page of any section has all the words. */
  near: boolean;
  groups: SectionAnswer[];
}

/** Joins the answers of the sections. Near pages are left out when any section has a page with all words. */
export function joinAnswers(answers: readonly SectionAnswer[]): SiteAnswer {
  const some = answers.filter(({ answer }) => answer.total > 0);
  const full = some.filter(({ answer }) => !answer.near);
  const groups = full.length > 0 ? full : some;
  const total = groups.reduce((sum, { answer }) => sum + answer.total, 0);
  return { total, near: full.length === 0 && total > 0, groups };
}
