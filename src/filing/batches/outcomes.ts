import type { FieldError } from '../submission.ts';

/** A row that is in the store. */
export interface StoredRow {
  row: number;
  code: string;
  receivedAt: Date;
  /** Stored by this try, as this row. */
  isNew: boolean;
  isSame: boolean;
  /** Whether its key may be given to who sends it. */
  isOwn: boolean;
  /** The earlier row of this table that has the same words: both are one filing. */
  sameAs?: number;
}

/** What became of a row: its code, or what is wrong. */
export type RowOutcome = StoredRow | { row: number; errors: FieldError[]; isTooMany?: boolean };

/** Whether a row has its code. */
export const isStored = (outcome: RowOutcome): outcome is StoredRow => 'code' in outcome;
