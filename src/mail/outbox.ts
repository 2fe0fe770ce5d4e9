import type { Database } from '../postgres.ts';

/** The patience of the outbox. */
export interface MailPatience {
  /** How long a claimed copy stays with the sync that claimed it: longer than one delivery may take. */
  leaseMs: number;
  /** The wait before the second try; it doubles with each, up to six hours. */
  retryMs: number;
  /** After so many tries a copy is given up. */
  tries: number;
}

/** As the site runs: 2, 4, 8 … minutes between tries, a day and a half in all. */
export const usualMailPatience: MailPatience = { leaseMs: 60_000, retryMs: 120_000, tries: 13 };

/** Copies that one address gets within an hour; more wait. Anyone can write anyone's address into a form. */
const copiesAnHour = 20;

/** A copy that this run is to send; `attempts` counts this try too. */
export interface DueCopy {
  code: string;
  attempts: number;
}

/** Claims the copy that has waited longest; null when none is due. One that another sync holds is passed over. */
export async function claimCopy(db: Database, { leaseMs }: MailPatience): Promise<DueCopy | null> {
  const { rows } = await db.query<DueCopy>(
    `with due as (
       select c.code from receipt_copies c join submissions s using (code)
       where c.sent_at is null and c.given_up_at is null and c.next_attempt_at <= now()
         and (select count(*) from receipt_copies o join submissions p using (code)
              where o.sent_at > now() - interval '1 hour'
                and lower(p.answers->>'contactEmail') = lower(s.answers->>'contactEmail')) < $1
       order by c.next_attempt_at limit 1 for update of c skip locked
     )
     update receipt_copies c set attempts = attempts + 1, next_attempt_at = now() + $2 * interval '1 ms'
     from due where c.code = due.code returning c.code, c.attempts`,
    [copiesAnHour, leaseMs],
  );
  return rows[0] ?? null;
}

/** Notes that the mail server took a copy. */
export async function noteSent(db: Database, code: string): Promise<void> {
  await db.query('update receipt_copies set sent_at = now(), last_error = null where code = $1', [code]);
}

/** Notes a failure: the copy waits for its next try, or is given up. True when it is given up. */
export async function noteFailed(
  db: Database,
  { code, attempts }: DueCopy,
  { why, isHopeless }: { why: string; isHopeless: boolean },
  { retryMs, tries }: MailPatience,
): Promise<boolean> {
  const isOver = isHopeless || attempts >= tries;
  await db.query(
    `update receipt_copies set last_error = $2, given_up_at = case when $3 then now() end,
       next_attempt_at = now() + least(interval '6 hours', $4 * interval '1 ms' * power(2, least(attempts - 1, 12)))
     where code = $1`,
    [code, why, isOver, retryMs],
  );
  return isOver;
}
