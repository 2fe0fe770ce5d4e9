import { faultLine } from '../../platform/http/fault-line.ts';
import type { Database } from '../../platform/postgres.ts';
import {
  claimLetter,
  type DueLetter,
  type MailPatience,
  noteFailed,
  noteSent,
  usualMailPatience,
} from './outbox.ts';
import type { Deliver, Delivery } from './smtp.ts';
import { writeLetter, type WritingTools } from './write-letter.ts';

/** What sending copies of receipts needs. */
export interface MailTools extends WritingTools {
  deliver: Deliver;
  patience?: MailPatience;
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

async function sendOne(db: Database, due: DueLetter, tools: MailTools): Promise<Delivery | 'erased'> {
  try {
    const written = await writeLetter(db, due, tools);
    if (written === 'erased') return written;
    return written === 'no address' ? noAddress : await tools.deliver(written);
  } catch (error) {
    console.error(`Copy of ${due.codes.join(', ')} was not written: ${faultLine(error)}`);
    return unwritten;
  }
}

/**
 * Sends the letters that are due, one after the other and few a run; stops where the mail server is out of reach. What was
 * erased meanwhile is not sent. Runs may overlap.
 */
export async function sendCopies(db: Database, tools: MailTools): Promise<MailReport> {
  const { patience = usualMailPatience } = tools;
  const report: MailReport = { sent: 0, givenUp: [], stoppedBy: null };
  const until = Date.now() + beginsForMs;
  for (let tries = 0; tries < atMost && Date.now() < until; tries += 1) {
    const due = await claimLetter(db, patience);
    if (!due) break;
    const outcome = await sendOne(db, due, tools);
    if (outcome === 'erased') continue;
    if (outcome.ok) {
      await noteSent(db, due);
      report.sent += 1;
      continue;
    }
    if (await noteFailed(db, due, outcome, patience)) report.givenUp.push(...due.codes);
    if (outcome.isOfServer) {
      report.stoppedBy = outcome.why;
      break;
    }
  }
  return report;
}
