import type { Note } from '../note.ts';
import type { NewSubmission } from '../../intake/store.ts';

/** A row on its way in. */
export interface NewRow extends NewSubmission {
  number: number;
}

/** Rows of one form and one unit that came together, each once. */
export interface NewTable {
  /** Under which those that are stored are listed. */
  batch: string;
  rows: readonly NewRow[];
  /** A UUID of this sending: all its tries have the same. */
  tryKey?: string | undefined;
  /** What of the table is not among its rows. */
  note?: Note | undefined;
}

/** What became of a table: its rows that are in the store, or that it wants a pass which it did not bring. */
export type SavedTable = { ok: true; rows: SavedRow[] } | { ok: false; reason: 'doubted' };

/** What became of a row that is in the store. */
export interface SavedRow {
  number: number;
  code: string;
  receivedAt: Date;
  /** Stored by this try; false where an earlier one had stored it. */
  isNew: boolean;
  /** Whether all that was filed is what the row holds; false where the unit's own part was another then. */
  isSame: boolean;
  /** Whether who sends it may have its key: he stored it, or has the contact of who did. */
  isOwn: boolean;
}
