import { faultLine } from '../../platform/http/fault-line.ts';
import type { LeasedQueue } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import type { Letter } from './letter.ts';
import { type MailPatience, usualMailPatience } from './outbox.ts';
import type { Deliver, Delivery } from './smtp.ts';

/** What handing letters over needs. */
export interface PostTools {
  deliver: Deliver;
  patience?: MailPatience;
}

/** A letter, or why there is none: what it is about was erased, or the unit took its address back. */
export type Written = Letter | 'erased' | 'no address';

/** Letters of one kind. */
interface Outbox<Due> {
  queue: LeasedQueue;
  /** The letter that has waited longest, with the codes of all that it is about; null when none is due. */
  claim: (db: Database, patience: MailPatience) => Promise<Due | null>;
  write: (due: Due) => Promise<Written>;
}

/** Sent in one run, and how long a run begins new ones: it ends well before the platform ends it. */
const atMost = 10;
const beginsForMs = 12_000;

/** How many letters a run sent, the codes in those that it gave up, and why it stopped before the end. */
interface MailReport {
  sent: number;
  givenUp: string[];
  stoppedBy: string | null;
}

/** A letter that cannot be written is no fault of the server: it waits, and the others go on. */
const unwritten: Delivery = { ok: false, why: 'UNWRITTEN', isHopeless: false, isOfServer: false };
/** The unit took its address back. */
const noAddress: Delivery = { ok: false, why: 'NO ADDRESS', isHopeless: true, isOfServer: false };

/**
 * Sends the letters that are due, one after the other and few a run; stops where the mail server is out of reach. What was
 * erased meanwhile is not sent. Runs may overlap.
 */
export async function sendDue<Due extends { codes: string[]; attempts: number }>(
  db: Database,
  { queue, claim, write }: Outbox<Due>,
  { deliver, patience = usualMailPatience }: PostTools,
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
  for (let tries = 0; tries < atMost && Date.now() < until; tries += 1) {
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
