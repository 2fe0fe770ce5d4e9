import type { FieldError } from '../submission.ts';

/** A row that is stored. */
export interface StoredRow {
  row: number;
  code: string;
  receivedAt: Date;
  /** True if this try stored this very row. */
  isNew: boolean;
  isSame: boolean;
  /** Whether the sender may have the receipt key. */
  isOwn: boolean;
  /** The earlier row of this table with the same words: both are one submission. */
  sameAs?: number;
}

/** The outcome of a row: its receipt code or its mistakes. */
export type RowOutcome = StoredRow | { row: number; errors: FieldError[]; isTooMany?: boolean };

/** Whether a row has a receipt code. */
export const isStored = (outcome: RowOutcome): outcome is StoredRow => 'code' in outcome;
