import { batchAnswer } from '../../answers/answer-pages.ts';
import type { ReceiptKeys } from '../../receipts/server/receipt-key.ts';

/** An address of a batch with its key. */
export const withBatchKey = (path: string, batch: string, keys: ReceiptKeys): string =>
  `${path}?lo=${batch}&khoa=${keys.tables.of(batch)}`;

/** Path of the page that lists the codes of a batch; its key makes it impossible to guess. */
export const batchReceiptPath = (batch: string, keys: ReceiptKeys): string =>
  withBatchKey(batchAnswer.path, batch, keys);
