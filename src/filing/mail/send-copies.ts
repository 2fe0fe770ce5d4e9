import type { Database } from '../../platform/postgres.ts';
import { claimLetter, copyQueue } from './outbox.ts';
import { type PostTools, sendDue } from './send-due.ts';
import { type WritingTools, writeLetter } from './write-letter.ts';

/** What sending copies of receipts needs. */
export interface MailTools extends WritingTools, PostTools {}

/** Sends the copies of receipts that are due. See `sendDue`. */
export const sendCopies = (db: Database, tools: MailTools) =>
  sendDue(db, { queue: copyQueue, claim: claimLetter, write: (due) => writeLetter(db, due, tools) }, tools);
