import { officialDate } from '../vietnamese/official-date.ts';
import type { Clause } from './clauses.ts';
import { clauseCitation } from './outline.ts';
import type { PlanDocument } from './schema.ts';

/** How to cite a text: `short` within a sentence, `long` where the text is named for the first time. */
export interface Citation {
  readonly short: string;
  readonly long: string;
}

/**
 * Citation of the plan, or of one clause of it, as official texts cite.
 * @param address the full address that the long form ends with
 */
export function planCitation(
  document: PlanDocument,
  address: string,
  clause: Pick<Clause, 'id' | 'marker'> | null = null,
): Citation {
  const { kind, number, date, issuingBody, subject } = document;
  const name = kind.charAt(0) + kind.slice(1).toLocaleLowerCase('vi');
  const plan = `${name} ${number}`;
  const short = clause === null ? plan : clauseCitation(clause);
  const full = `${name} số ${number} ${officialDate(date)} của ${issuingBody} ${lowerFirst(subject)}`;
  return { short: upperFirst(short), long: upperFirst(`${short.replace(plan, full)}, ${address}`) };
}

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
