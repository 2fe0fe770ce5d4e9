import type { Figure } from '../../src/progress/reports/roll-up.ts';

/** Figures of a report as they were typed; what was left out is undefined. */
export type TypedFigures = Partial<Record<Figure, number | undefined>>;

/** A report that a unit filed, or that staff typed from a paper (then without a code), and what staff made of it. */
interface FiledReport {
  code: string | null;
  unit: string;
  figures: TypedFigures;
  isConfirmed: boolean;
}

/** A comment on a list that was taken. */
interface FiledComment {
  code: string;
  case: string;
  stance: string;
  isWithdrawn: boolean;
}

/** A nomination that was erased. */
export interface Erased {
  code: string;
  /** What it was filed under, and its address: nobody else's. */
  words: readonly string[];
  /** Ids of its files in the store. */
  files: readonly string[];
  /** Letters that had arrived at its address. */
  letters: number;
}

/** How the sync and another tool got on at Airtable. */
export interface Neighbour {
  /** Calls a second of the other tool. */
  pace: number;
  /** Seconds from an edit until the site shows it. */
  waitedS: number;
  /** How often the two together passed the limit, so that Airtable refused all for half a minute. */
  lockouts: number;
}

/** What the players of a season know by themselves: what they filed and did, in that order. No count of it reads base or database. */
export interface Ledger {
  reports: FiledReport[];
  comments: FiledComment[];
  /** Codes of plans that staff confirmed, each with its unit. */
  plans: Map<string, string>;
  /** How many honours a decision named. */
  honours: number;
  erased: Erased[];
  neighbours: Neighbour[];
}

/** The report that counts for each unit: of those that staff confirmed, the last one. */
export function countedReports({ reports }: Ledger): FiledReport[] {
  const last = new Map(reports.filter(({ isConfirmed }) => isConfirmed).map((one) => [one.unit, one]));
  return [...last.values()];
}

/** The sum of a figure over the reports that count. */
export const sumOfFigure = (ledger: Ledger, figure: Figure): number =>
  countedReports(ledger).reduce((sum, { figures }) => sum + (figures[figure] ?? 0), 0);
