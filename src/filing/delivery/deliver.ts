import type { Patience } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import type { DeliveryOutcome, QueuedSubmission } from '../submission.ts';
import { claimChunk, deliveryQueue, settleChunk } from './queue.ts';
import { withWarnings } from './warnings.ts';

/** Writes submissions of one form into the back office. Throws only errors that no retry can fix. */
export type Send = (form: string, chunk: readonly QueuedSubmission[]) => Promise<DeliveryOutcome>;

/** A run stops after this many failures of the back office in a row. */
const failuresInARow = 3;

/** How many rows a run delivered and set aside, and the last failure. */
export interface DeliveryReport {
  delivered: number;
  setAside: number;
  failure: string | null;
  /** Forms whose table is at fault, and why: none of their rows were delivered. */
  broken: string[];
}

/**
 * Delivers due submissions until the queue is empty, the run has no time left, or the back office fails. A form whose table is at
 * fault does not stop the others.
 */
export async function deliverDue(db: Database, send: Send, patience: Patience): Promise<DeliveryReport> {
  const report: DeliveryReport = { delivered: 0, setAside: 0, failure: null, broken: [] };
  const forms: string[] = [];
  for (let failures = 0; failures < failuresInARow; ) {
    const chunk = await withWarnings(db, await claimChunk(db, patience, forms));
    const [first] = chunk;
    if (!first) break;
    const outcome = await send(first.form, chunk).catch(async (error: unknown) => {
      // Part of the chunk may be written. Count the try, so that the next one does not overwrite a state.
      await deliveryQueue.release(
        db,
        chunk.map(({ code }) => code),
      );
      forms.push(first.form);
      report.broken.push(`${first.form}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    if (outcome === null) continue;
    await settleChunk(db, chunk, outcome, patience);
    report.delivered += outcome.delivered.length;
    report.setAside += outcome.refused.length;
    report.failure = outcome.failure;
    failures = outcome.failure === null ? 0 : failures + 1;
    if (outcome.postponed) break;
  }
  return report;
}
