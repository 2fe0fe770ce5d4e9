import { leasedQueue, type Patience } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';

/** Lease and retries of a queue of letters. */
export interface MailPatience extends Patience {
  /** Number of tries after which a letter is given up. */
  tries: number;
}

/** The production setting: 2, 4, 8 … minutes between tries, a day and a half in all. */
export const usualMailPatience: MailPatience = { leaseMs: 60_000, retryMs: 120_000, tries: 13 };

const lettersOf = (table: string) =>
  leasedQueue({ table, key: 'code', done: 'sent_at', setAside: 'given_up_at', longestWait: '6 hours' });

/** The queue of receipt copies to send, by receipt code. */
export const copyQueue = lettersOf('receipt_copies');

/** The queue of letters about new states, by receipt code. */
export const stateLetterQueue = lettersOf('state_letters');

/** The queue of letters about public stories, by receipt code of the nomination. */
export const storyLetterQueue = lettersOf('story_letters');

/** The queue of letters to units of places that someone pointed at, by receipt code. */
export const unitLetterQueue = lettersOf('unit_letters');

/** Hourly limit of letters to one address, because anyone can type anyone's address into a form. More letters wait. */
const lettersAnHour = 20;

/** A letter that this run must send; `attempts` includes this try. */
export interface DueLetter {
  /** Receipt code of the submission, or of the first submission of a batch. */
  id: string;
  /** The batch that the letter is about; null for the copy of one receipt. */
  batch: string | null;
  /** Receipt codes of all submissions in the letter, without the erased ones. */
  codes: string[];
  /** Whether the address is confirmed: then the letter is the full copy, else the first letter. */
  isConfirmed: boolean;
  attempts: number;
}

/**
 * Leases the letter that has waited longest; null when none is due. Skips letters that another sync has locked; the lock of a letter
 * is on the row of its first copy.
 */
export async function claimLetter(db: Database, { leaseMs }: MailPatience): Promise<DueLetter | null> {
  const { rows } = await db.query<DueLetter>(
    `with due as (
       select c.code, coalesce(c.letter, c.code) as id from receipt_copies c join submissions s using (code)
       where ${copyQueue.isDue('c')}
         and not exists (select from receipt_copies f where f.letter = c.letter and f.code < c.code)
         and (select count(distinct coalesce(o.letter, o.code)) filter (where o.sent_at > now() - interval '1 hour')
                   + count(distinct coalesce(o.letter, o.code)) filter (where o.first_sent_at > now() - interval '1 hour')
              from receipt_copies o join submissions p using (code)
              where (o.sent_at > now() - interval '1 hour' or o.first_sent_at > now() - interval '1 hour')
                and lower(p.answers->>'contactEmail') = lower(s.answers->>'contactEmail')) < $1
       order by c.next_attempt_at limit 1 for update of c skip locked
     ), claimed as (
       update receipt_copies c set ${copyQueue.lease('$2')}
       from due where c.code = due.code or c.letter = due.id returning due.id, c.batch, c.code, c.attempts, c.confirmed_at
     )
     select id, batch, array_agg(code order by code) as codes, max(attempts) as attempts,
            bool_or(confirmed_at is not null) as "isConfirmed" from claimed group by id, batch`,
    [lettersAnHour, leaseMs],
  );
  return rows[0] ?? null;
}
