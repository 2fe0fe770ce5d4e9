import { type Database, queryWithRetry } from '../../platform/postgres.ts';
import { copyAnswer } from '../answers/answer-pages.ts';
import type { ReceiptKeys } from '../receipts/server/receipt-key.ts';

/** A letter whose recipient may request the full copy. */
export interface AskedCopy {
  /** Receipt code of a submission in the letter that was not erased. */
  code: string;
  /** Receipt code of the submission, or of the first submission of a batch. */
  id: string;
  address: string;
  isConfirmed: boolean;
}

/** The properties that identify a letter in its link. */
type Named = Pick<AskedCopy, 'code' | 'id' | 'address'>;

/** Path of the page that requests the full copy. */
export const confirmPage = copyAnswer.path;

/** The input of a letter's token, so that each letter and each address has its own token. */
const signed = ({ id, address }: Named) => `${id} ${address.toLowerCase()}`;

/** Path of the page on which the recipient of this letter requests the full copy. */
export const confirmPath = (letter: Named, keys: ReceiptKeys): string =>
  `${confirmPage}?ma=${letter.code}&xac-nhan=${keys.copies.of(signed(letter))}`;

/** Whether the token belongs to this letter and to its current address. */
export const isTokenOf = (letter: AskedCopy, token: string, keys: ReceiptKeys): boolean =>
  keys.copies.fits(signed(letter), token);

/** The letter about a code; null where no letter exists, the submission was erased or the unit removed its address. */
export async function findLetter(db: Database, code: string): Promise<AskedCopy | null> {
  const { rows } = await queryWithRetry<AskedCopy>(
    db,
    `select c.code, coalesce(c.letter, c.code) as id, s.answers->>'contactEmail' as address,
            c.confirmed_at is not null as "isConfirmed"
     from receipt_copies c join submissions s using (code)
     where c.code = $1 and s.answers->>'contactEmail' is not null`,
    [code],
  );
  return rows[0] ?? null;
}

/** Puts the full copy into the outbox once; a second click sends nothing. */
export async function confirmLetter(db: Database, id: string): Promise<void> {
  await db.query(
    `update receipt_copies set confirmed_at = now(), first_sent_at = sent_at, sent_at = null, given_up_at = null,
       attempts = 0, last_error = null, next_attempt_at = now()
     where ((code = $1 and letter is null) or letter = $1) and confirmed_at is null`,
    [id],
  );
}
