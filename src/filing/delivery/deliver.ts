import type { Patience } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import type { DeliveryOutcome, QueuedSubmission } from '../submission.ts';
import { claimChunk, deliveryQueue, settleChunk, waitLonger } from './queue.ts';
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
 * Decides about what failed in this run, because others arrived now. It is tried again at once, as the oldest: the service may have come
 * back between the two. What fails again is at fault itself and waits, each time longer.
 */
async function judgeFailed(
  db: Database,
  failed: { once: Set<string>; now: Set<string> },
  patience: Patience,
): Promise<void> {
  const again = [...failed.now].filter((code) => failed.once.has(code));
  await waitLonger(db, again, patience);
  await deliveryQueue.release(
    db,
    [...failed.now].filter((code) => !failed.once.has(code)),
  );
  failed.once = failed.once.union(failed.now);
  failed.now.clear();
}

/**
 * Delivers due submissions until the queue is empty, the run has no time left, or the back office fails. A form whose table is at
 * fault does not stop the others.
 */
export async function deliverDue(db: Database, send: Send, patience: Patience): Promise<DeliveryReport> {
  const report: DeliveryReport = { delivered: 0, setAside: 0, failure: null, broken: [] };
  const forms: string[] = [];
  const failed = { once: new Set<string>(), now: new Set<string>() };
  for (let failures = 0; failures < failuresInARow; ) {
    const first = failures === 0 ? 'filed' : 'untried';
    const chunk = await withWarnings(db, await claimChunk(db, patience, { except: forms, first }));
    const [one] = chunk;
    if (!one) break;
    const outcome = await send(one.form, chunk).catch(async (error: unknown) => {
      // Part of the chunk may be written. Count the try, so that the next one does not overwrite a state.
      await deliveryQueue.release(
        db,
        chunk.map(({ code }) => code),
      );
      forms.push(one.form);
      report.broken.push(`${one.form}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    if (outcome === null) continue;
    await settleChunk(db, chunk, outcome, patience);
    report.delivered += outcome.delivered.length;
    report.setAside += outcome.refused.length;
    report.failure = outcome.failure;
    failures = outcome.failure === null ? 0 : failures + 1;
    if (outcome.failure !== null) for (const { code } of chunk) failed.now.add(code);
    else if (outcome.delivered.length > 0) await judgeFailed(db, failed, patience);
    if (outcome.postponed) break;
  }
  return report;
}
