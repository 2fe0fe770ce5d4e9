import type { Database } from '../../platform/postgres.ts';
import { endsCase, type State, waitsForUnit } from '../states.ts';
import { type MailPatience, stateLetterQueue } from './outbox.ts';

/** Most submissions in one letter; the next letter has the rest. */
const atMost = 50;

/**
 * Queues a letter about a new state, where the state waits for the unit or ends the case and the filer gave an address for answers.
 * Drops an unsent letter about an earlier state.
 */
export async function orderLetter(db: Pick<Database, 'query'>, code: string, state: State): Promise<void> {
  if (!waitsForUnit(state) && !endsCase(state)) {
    await db.query('delete from state_letters where code = $1 and sent_at is null', [code]);
    return;
  }
  await db.query(
    `insert into state_letters (code, state)
     select code, $2 from submissions
     where code = $1 and answers->>'contactEmail' is not null and answers->'contactConsent' = 'true'
     on conflict (code) do update set state = $2, attempts = 0, next_attempt_at = now(), last_error = null,
       sent_at = null, given_up_at = null`,
    [code, state.id],
  );
}

/** A letter about submissions of one address with new states; `attempts` includes this try. */
export interface DueStateLetter {
  address: string;
  codes: string[];
  submissions: { code: string; form: string; state: string; asked: string[] | null }[];
  attempts: number;
}

/**
 * Leases the notice that has waited longest, with all others for its address, one sync at a time; null when none is due. An address
 * gets one such letter in ten minutes, so states that staff set one after the other go into one letter.
 */
export async function claimStateLetter(
  db: Database,
  { leaseMs }: Pick<MailPatience, 'leaseMs'>,
): Promise<DueStateLetter | null> {
  const { rows } = await db.query<DueStateLetter>(
    `with due as (
       select l.code, lower(s.answers->>'contactEmail') as address, l.next_attempt_at
       from state_letters l join submissions s using (code)
       where ${stateLetterQueue.isDue('l')} and l.state = s.state
         and s.answers->>'contactEmail' is not null and (select pg_try_advisory_xact_lock(115))
     ), first as (
       select address from due d
       where not exists (select from state_letters o join submissions p using (code)
         where o.sent_at > now() - interval '10 minutes' and lower(p.answers->>'contactEmail') = d.address)
       order by next_attempt_at limit 1
     ), claimed as (
       update state_letters l set ${stateLetterQueue.lease('$1')}
       where code in (select code from due join first using (address) order by code limit $2)
       returning l.code, l.attempts
     )
     select min(s.answers->>'contactEmail') as address, max(c.attempts) as attempts,
            array_agg(s.code order by s.code) as codes,
            jsonb_agg(jsonb_build_object('code', s.code, 'form', s.form, 'state', s.state, 'asked', s.asked)
              order by s.code) as submissions
     from claimed c join submissions s using (code) having count(*) > 0`,
    [leaseMs, atMost],
  );
  return rows[0] ?? null;
}
