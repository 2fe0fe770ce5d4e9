import { faultLine } from '../http/fault-line.ts';
import type { Database } from '../postgres.ts';
import type { Signer } from '../proof/signer.ts';
import { stateById } from '../schemas/states.ts';
import { findFiling, type StoredFiling, readFiling } from '../submissions/filing.ts';
import { filingPdf } from '../submissions/filing-pdf.ts';
import { type ReceiptKeys, receiptPath } from '../submissions/receipt-key.ts';
import { type Letter, receiptLetter } from './letter.ts';
import { claimCopy, type MailPatience, noteFailed, noteSent, usualMailPatience } from './outbox.ts';
import type { Deliver, Delivery } from './smtp.ts';

/** What sending copies of receipts needs. */
export interface MailTools {
  deliver: Deliver;
  keys: ReceiptKeys;
  signer: Signer | null;
  siteUrl: string;
  patience?: MailPatience;
}

/** Sent in one run, and how long a run begins new ones: it ends well before the platform ends it. */
const atMost = 10;
const beginsForMs = 12_000;

/** How many copies a run sent, the codes of those that it gave up, and why it stopped before the end. */
interface MailReport {
  sent: number;
  givenUp: string[];
  stoppedBy: string | null;
}

const text = (answer: unknown): string | null => (typeof answer === 'string' ? answer : null);

async function letterOf(stored: StoredFiling, address: string, tools: MailTools): Promise<Letter> {
  const { keys, signer, siteUrl } = tools;
  const { code, answers } = stored;
  const at = (path: string) => new URL(path, siteUrl).href;
  const filing = readFiling(stored);
  return receiptLetter({
    code,
    title: filing.title,
    receivedAt: filing.receivedAt,
    nextStep: stateById(filing.state).nextStep,
    nominee: text(answers.name),
    recipient: { name: text(answers.contactName) ?? '', address },
    receiptUrl: at(receiptPath(code, keys.of(code))),
    statusUrl: at(`/tra-cuu/?ma=${code}`),
    verifyUrl: at('/xac-minh/'),
    pdf: await filingPdf(filing, { signer, siteUrl }),
  });
}

/** A letter that cannot be written is no fault of the server: it waits, and the others go on. */
const unwritten: Delivery = { ok: false, why: 'UNWRITTEN', isHopeless: false, isOfServer: false };
/** The unit took its address back. */
const noAddress: Delivery = { ok: false, why: 'NO ADDRESS', isHopeless: true, isOfServer: false };

async function sendOne(stored: StoredFiling, tools: MailTools): Promise<Delivery> {
  const address = text(stored.answers.contactEmail);
  if (address === null) return noAddress;
  try {
    return await tools.deliver(await letterOf(stored, address, tools));
  } catch (error) {
    console.error(`Copy of ${stored.code} was not written: ${faultLine(error)}`);
    return unwritten;
  }
}

/**
 * Sends the copies that are due, one after the other and few a run; stops where the mail server is out of reach. What was
 * erased meanwhile is not sent. Runs may overlap.
 */
export async function sendCopies(db: Database, tools: MailTools): Promise<MailReport> {
  const { patience = usualMailPatience } = tools;
  const report: MailReport = { sent: 0, givenUp: [], stoppedBy: null };
  const until = Date.now() + beginsForMs;
  for (let tries = 0; tries < atMost && Date.now() < until; tries += 1) {
    const due = await claimCopy(db, patience);
    if (!due) break;
    const stored = await findFiling(db, due.code);
    if (!stored) continue;
    const outcome = await sendOne(stored, tools);
    if (outcome.ok) {
      await noteSent(db, due.code);
      report.sent += 1;
      continue;
    }
    if (await noteFailed(db, due, outcome, patience)) report.givenUp.push(due.code);
    if (outcome.isOfServer) {
      report.stoppedBy = outcome.why;
      break;
    }
  }
  return report;
}
