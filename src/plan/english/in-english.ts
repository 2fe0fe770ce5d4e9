import type { Clause } from '../clauses.ts';
import { shortMark } from '../components/short-mark.ts';
import { clauseTranslation } from './schema.ts';

/** The clause and its children in English, with the same ids and marks. Throws `MissingTranslationError`. */
export function inEnglish(clause: Clause): Clause {
  const { title = null, paragraphs } = clauseTranslation(clause.id);
  return { ...clause, title, paragraphs, children: clause.children.map(inEnglish) };
}

/** The mark in the margin, in English: `iii-1-2-3` → `III.1.2.3`, `can-cu-2` → `Preamble 2`. */
export function englishMark(id: string): string {
  return shortMark(id).replace('Căn cứ', 'Preamble').replace('Kết thúc', 'Closing');
}
