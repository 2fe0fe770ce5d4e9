import type { Gate, Screening } from '../../abuse/server/gate.ts';
import type { FormPeriod } from '../../definitions/periods.ts';
import type { ReceiptKeys } from '../../receipts/server/receipt-key.ts';
import type { NewTable, SavedTable } from './new-table.ts';

/** Services that batch requests need. */
export interface BatchTools {
  /** Counts the rows against the sender's rate limit and stores those within it. Resolves once they are committed. */
  save: (table: NewTable, screening?: Screening) => Promise<SavedTable>;
  /** Asks for a pass when a table is doubted; without a gate no table is. */
  gate?: Gate;
  /** Counts a table before it is read; false if the sender exceeded the limit. Absent: no limit. */
  mayRead?: () => Promise<boolean>;
  /** Counts a try that stores nothing; false if the sender exceeded the limit. */
  withinLimit: () => Promise<boolean>;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
  /** Replaces the opening times that the owner set. */
  periods?: readonly FormPeriod[];
  keys: ReceiptKeys;
}
