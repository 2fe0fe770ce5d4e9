import type { Patience } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import type { DeliveryOutcome, QueuedSubmission } from '../submission.ts';
import { claimBatch, deliveryQueue, settleBatch } from './queue.ts';
import { withWarnings } from './warnings.ts';

/** Writes a batch of one form into the back office. Throws only what no retry mends. */
export type Send = (form: string, batch: readonly QueuedSubmission[]) => Promise<DeliveryOutcome>;

/** A run gives up on a back office that fails so many times in a row. */
const failuresInARow = 3;

/** How many rows a run delivered and set aside, and the last failure. */
export interface DeliveryReport {
  delivered: number;
  setAside: number;
  failure: string | null;
}

/** Delivers what is due, batch after batch, until the queue is empty, the turn is over, or the back office fails. */
export async function deliverDue(db: Database, send: Send, patience: Patience): Promise<DeliveryReport> {
  const report: DeliveryReport = { delivered: 0, setAside: 0, failure: null };
  for (let failures = 0; failures < failuresInARow;) {
    const batch = await withWarnings(db, await claimBatch(db, patience));
    const [first] = batch;
    if (!first) break;
    const outcome = await send(first.form, batch).catch(async (error: unknown) => {
      // Part of the batch may have been written: the try counts, so that no state is written over.
      await deliveryQueue.release(
        db,
        batch.map(({ code }) => code),
      );
      throw error;
    });
    await settleBatch(db, batch, outcome, patience);
    report.delivered += outcome.delivered.length;
    report.setAside += outcome.refused.length;
    report.failure = outcome.failure;
    failures = outcome.failure === null ? 0 : failures + 1;
    if (outcome.postponed) break;
  }
  return report;
}
