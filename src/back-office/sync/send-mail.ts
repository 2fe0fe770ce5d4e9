import { type MailTools, sendCopies } from '../../filing/mail/send-copies.ts';
import { sendStateLetters } from '../../filing/mail/send-state-letters.ts';
import { sendStoryLetters } from '../../filing/mail/story-letters.ts';
import { sendUnitLetters } from '../../filing/mail/unit-letters.ts';
import type { Database } from '../../platform/postgres.ts';

const letters = [
  ['copy', sendCopies],
  ['letter about the state', sendStateLetters],
  ['letter about the story', sendStoryLetters],
  ['letter to the unit of a place', sendUnitLetters],
] as const;

/** Sends the letters that are due, where a mail server is set, and adds to the report of the run. */
export async function sendMail(
  db: Database,
  mail: MailTools | null,
  report: { mailed: number; problems: string[] },
): Promise<void> {
  if (!mail) return;
  for (const [kind, send] of letters) {
    const { sent, givenUp, stoppedBy } = await send(db, mail);
    report.mailed += sent;
    if (givenUp.length > 0) report.problems.push(`the ${kind} of ${givenUp.join(', ')} is given up`);
    if (!stoppedBy) continue;
    report.problems.push(`the mail server takes no copies: ${stoppedBy}`);
    break;
  }
}
