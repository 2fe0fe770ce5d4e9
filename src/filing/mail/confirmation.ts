import { copyAnswer } from '../answers/answer-pages.ts';
import { type Database, queryWithRetry } from '../../platform/postgres.ts';
import type { ReceiptKeys } from '../receipts/server/receipt-key.ts';

/** A letter as its recipient may ask for the full copy. */
export interface AskedCopy {
  /** Of one of its filings that was not erased. */
  code: string;
  /** The code of the filing, or of the first one of a table. */
  id: string;
  address: string;
  isConfirmed: boolean;
}

/** A letter as its link names it. */
type Named = Pick<AskedCopy, 'code' | 'id' | 'address'>;

/** Where the full copy is asked for. */
export const confirmPage = copyAnswer.path;

/** What the token of a letter is made from: another letter, or another address, has another. */
const signed = ({ id, address }: Named) => `${id} ${address.toLowerCase()}`;

/** The page on which the recipient of a letter asks for the full copy. A path of this site. */
export const confirmPath = (letter: Named, keys: ReceiptKeys): string =>
  `${confirmPage}?ma=${letter.code}&xac-nhan=${keys.copies.of(signed(letter))}`;

/** Whether a token was sent with this letter, to the address that it still has. */
export const isTokenOf = (letter: AskedCopy, token: string, keys: ReceiptKeys): boolean =>
  keys.copies.fits(signed(letter), token);

/** The letter that is about a code; null where there is none, the filing was erased or the unit took its address back. */
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

/** Puts the full copy into the outbox, once: nothing is sent twice for a second press. */
export async function confirmLetter(db: Database, id: string): Promise<void> {
  await db.query(
    `update receipt_copies set confirmed_at = now(), first_sent_at = sent_at, sent_at = null, given_up_at = null,
       attempts = 0, last_error = null, next_attempt_at = now()
     where ((code = $1 and letter is null) or letter = $1) and confirmed_at is null`,
    [id],
  );
}
