import { type ClauseRepair, type PlanDocument, planDocument } from './schema.ts';

type DocumentRepair = PlanDocument['repairs'][number];

/** A place where the site's text differs from the scanned one. */
export type Repair = ClauseRepair | DocumentRepair;

/** All repairs, in the order of the clauses, then those of the head and the signature. */
export function allRepairs(parts: readonly { repairs: readonly ClauseRepair[] }[]): Repair[] {
  return [...parts.flatMap((part) => part.repairs), ...planDocument.repairs];
}

/** True where a letter or a point was scanned wrongly; false where only line ends or stars of the scan were removed. */
export function changesText({ source, printed }: Repair): boolean {
  return inked(source) !== inked(printed);
}

const inked = (text: string): string => text.replace(/[\s*]/g, '');
