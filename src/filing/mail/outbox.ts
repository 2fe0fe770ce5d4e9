import type { Database } from '../../platform/postgres.ts';

/** The patience of the outbox. */
export interface MailPatience {
  /** How long a claimed letter stays with the sync that claimed it: longer than one delivery may take. */
  leaseMs: number;
  /** The wait before the second try; it doubles with each, up to six hours. */
  retryMs: number;
  /** After so many tries a letter is given up. */
  tries: number;
}

/** As the site runs: 2, 4, 8 … minutes between tries, a day and a half in all. */
export const usualMailPatience: MailPatience = { leaseMs: 60_000, retryMs: 120_000, tries: 13 };

/** Letters that one address gets within an hour; more wait. Anyone can write anyone's address into a form. */
const lettersAnHour = 20;

/** A letter that this run is to send; `attempts` counts this try too. */
export interface DueLetter {
  /** The code of the filing, or of the first one of a table. */
  id: string;
  /** The table whose receipts it is about; null for the copy of one receipt. */
  batch: string | null;
  /** All that it is about, but for what was erased. */
  codes: string[];
  /** Whether its address was confirmed: then it is the full copy, else the first letter. */
  isConfirmed: boolean;
  attempts: number;
}

/**
 * Claims the letter that has waited longest; null when none is due. One that another sync holds is passed over: the first copy
 * of a letter is the one to hold it by.
 */
export async function claimLetter(db: Database, { leaseMs }: MailPatience): Promise<DueLetter | null> {
  const { rows } = await db.query<DueLetter>(
    `with due as (
       select c.code, coalesce(c.letter, c.code) as id from receipt_copies c join submissions s using (code)
       where c.sent_at is null and c.given_up_at is null and c.next_attempt_at <= now()
         and not exists (select from receipt_copies f where f.letter = c.letter and f.code < c.code)
         and (select count(distinct coalesce(o.letter, o.code)) filter (where o.sent_at > now() - interval '1 hour')
                   + count(distinct coalesce(o.letter, o.code)) filter (where o.first_sent_at > now() - interval '1 hour')
              from receipt_copies o join submissions p using (code)
              where (o.sent_at > now() - interval '1 hour' or o.first_sent_at > now() - interval '1 hour')
                and lower(p.answers->>'contactEmail') = lower(s.answers->>'contactEmail')) < $1
       order by c.next_attempt_at limit 1 for update of c skip locked
     ), claimed as (
       update receipt_copies c set attempts = attempts + 1, next_attempt_at = now() + $2 * interval '1 ms'
       from due where c.code = due.code or c.letter = due.id returning due.id, c.batch, c.code, c.attempts, c.confirmed_at
     )
     select id, batch, array_agg(code order by code) as codes, max(attempts) as attempts,
            bool_or(confirmed_at is not null) as "isConfirmed" from claimed group by id, batch`,
    [lettersAnHour, leaseMs],
  );
  return rows[0] ?? null;
}

/** Notes that the mail server took a letter. */
export async function noteSent(db: Database, { codes }: DueLetter): Promise<void> {
  await db.query('update receipt_copies set sent_at = now(), last_error = null where code = any($1)', [
    codes,
  ]);
}

/** Notes a failure: the letter waits for its next try, or is given up. True when it is given up. */
export async function noteFailed(
  db: Database,
  { codes, attempts }: DueLetter,
  { why, isHopeless }: { why: string; isHopeless: boolean },
  { retryMs, tries }: MailPatience,
): Promise<boolean> {
  const isOver = isHopeless || attempts >= tries;
  await db.query(
    `update receipt_copies set last_error = $2, given_up_at = case when $3 then now() end,
       next_attempt_at = now() + least(interval '6 hours', $4 * interval '1 ms' * power(2, least(attempts - 1, 12)))
     where code = any($1)`,
    [codes, why, isOver, retryMs],
  );
  return isOver;
}
