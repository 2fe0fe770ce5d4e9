import type { NewSubmission } from '../../intake/store.ts';
import type { Note } from '../note.ts';

/** A row to be stored. */
export interface NewRow extends NewSubmission {
  number: number;
}

/** Rows of one form and one unit that were sent together, without repeated rows. */
export interface NewTable {
  /** Id of the list that shows the stored rows. */
  batch: string;
  rows: readonly NewRow[];
  /** UUID of this sending; every retry has the same. */
  tryKey?: string | undefined;
  /** What the table held besides these rows. */
  note?: Note | undefined;
}

/** The stored rows of a table, or `doubted` if the table needs a pass and has none. */
export type SavedTable = { ok: true; rows: SavedRow[] } | { ok: false; reason: 'doubted' };

/** A row that is stored now. */
export interface SavedRow {
  number: number;
  code: string;
  receivedAt: Date;
  /** True if this try stored the row, false if an earlier one did. */
  isNew: boolean;
  /** False if the stored answers differ from the row, as the answers given once may. */
  isSame: boolean;
  /** Whether the sender may have the receipt key: the sender stored the row, or has the same contact. */
  isOwn: boolean;
}
