import { faultLine } from '../../platform/http/fault-line.ts';
import type { LeasedQueue } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import type { Letter } from './letter.ts';
import { type MailPatience, usualMailPatience } from './outbox.ts';
import type { Deliver, Delivery } from './smtp.ts';

/** What sending letters needs. */
export interface PostTools {
  deliver: Deliver;
  patience?: MailPatience;
  /** When a run may begin something for the last time, for all kinds of letters together. It may be moved forward meanwhile. */
  lastStart?: Date;
}

/** A letter, or why there is none: the submission was erased, or the unit removed its address. */
export type Written = Letter | 'erased' | 'no address';

/** Letters of one kind. */
interface Outbox<Due> {
  queue: LeasedQueue;
  /** Leases the letter that has waited longest, with the receipt codes it is about; null when none is due. */
  claim: (db: Database, patience: MailPatience) => Promise<Due | null>;
  write: (due: Due) => Promise<Written>;
}

/** Most letters in one run. A run also stops starting new ones in time to end well before the platform stops it. */
const atMost = 10;
const beginsForMs = 12_000;
/** Longest time for a letter, by the mail server's patience (smtp.ts). */
const letterMs = 10_000;

/** How many letters a run sent, the receipt codes in letters it gave up, and why it stopped early. */
interface MailReport {
  sent: number;
  givenUp: string[];
  stoppedBy: string | null;
}

/** The outcome where writing a letter failed: the letter waits and the others go on, as the server is not at fault. */
const unwritten: Delivery = { ok: false, why: 'UNWRITTEN', isHopeless: false, isOfServer: false };
/** The outcome where the unit removed its address. */
const noAddress: Delivery = { ok: false, why: 'NO ADDRESS', isHopeless: true, isOfServer: false };

/**
 * Sends due letters one after the other, a few in each run. Stops when the mail server is out of reach. Sends nothing about erased
 * submissions. Runs may overlap.
 */
export async function sendDue<Due extends { codes: string[]; attempts: number }>(
  db: Database,
  { queue, claim, write }: Outbox<Due>,
  { deliver, patience = usualMailPatience, lastStart }: PostTools,
): Promise<MailReport> {
  const report: MailReport = { sent: 0, givenUp: [], stoppedBy: null };
  const sendOne = async (due: Due): Promise<Delivery | 'erased'> => {
    try {
      const written = await write(due);
      if (written === 'erased') return written;
      return written === 'no address' ? noAddress : await deliver(written);
    } catch (error) {
      console.error(`Letter about ${due.codes.join(', ')} was not written: ${faultLine(error)}`);
      return unwritten;
    }
  };
  const until = Date.now() + beginsForMs;
  const mayBegin = () => Date.now() < Math.min(until, lastStart ? lastStart.getTime() - letterMs : until);
  for (let tries = 0; tries < atMost && mayBegin(); tries += 1) {
    const due = await claim(db, patience);
    if (!due) break;
    const outcome = await sendOne(due);
    if (outcome === 'erased') continue;
    if (outcome.ok) {
      await queue.finish(db, due.codes);
      report.sent += 1;
      continue;
    }
    const isFinal = outcome.isHopeless || due.attempts >= patience.tries;
    await queue.fail(db, due.codes, outcome.why, { ...patience, isFinal });
    if (isFinal) report.givenUp.push(...due.codes);
    if (outcome.isOfServer) {
      report.stoppedBy = outcome.why;
      break;
    }
  }
  return report;
}
