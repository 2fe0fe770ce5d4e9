import type { Gate, Screening } from '../../abuse/server/gate.ts';
import type { FormPeriod } from '../../definitions/periods.ts';
import type { ReceiptKeys } from '../../receipts/server/receipt-key.ts';
import type { NewTable, SavedTable } from './new-table.ts';

/** What filing many at once needs from outside. */
export interface BatchTools {
  /** Counts the rows against their sender's limit and stores those that fit. Resolves only when they are safe. */
  save: (table: NewTable, screening?: Screening) => Promise<SavedTable>;
  /** Asks for a pass where a table is doubted; without a gate none is. */
  gate?: Gate;
  /** Counts a table before it is read; false when its sender had too many read. Without it, none is too many. */
  mayRead?: () => Promise<boolean>;
  /** Counts a try that stores nothing; false when there were too many. */
  withinLimit: () => Promise<boolean>;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
  /** When forms are open, if not as the owner set it. */
  periods?: readonly FormPeriod[];
  keys: ReceiptKeys;
}
