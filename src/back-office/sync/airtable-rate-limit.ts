import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../platform/postgres.ts';

/** The pace of calls to Airtable. */
export interface RateLimit {
  /** Of a slot, from the end of its call to the begin of its next. There are five slots, for all syncs together. */
  restMs: number;
  /** After a 429, for all syncs. */
  pauseMs: number;
  /** For one call to answer. */
  timeoutMs: number;
  /** For a whole run. */
  runMs: number;
}

/**
 * Five calls a second, as Airtable allows: each slot rests a little over a second after its call was answered, so that no
 * delay on the way can bring a sixth call into any second. 30 s of rest after a 429; a run ends before the platform ends it.
 */
export const airtablePace: RateLimit = { restMs: 1_010, pauseMs: 30_000, timeoutMs: 8_000, runMs: 25_000 };

/** The pace as the Airtable client wants it, for a run that starts now: its last call still ends in time. */
export function pacedRun(db: Database, pace: RateLimit) {
  const lastTurn = new Date(Date.now() + pace.runMs - pace.timeoutMs);
  return {
    timeoutMs: pace.timeoutMs,
    takeTurn: () => acquireSlot(db, pace, lastTurn),
    pause: () => pauseTurns(db, pace.pauseMs),
  };
}

/** Slots that others look at in this moment are passed over; so many times, all may be. */
const tries = 4;

async function claimSlot(db: Database, { restMs, timeoutMs }: RateLimit, deadline: Date) {
  const { rows } = await db.query<{ slot: number; lease: string; wait: number }>(
    `with free as (
       select slot, greatest(free_at, clock_timestamp()) as start from airtable_slots
       where greatest(free_at, clock_timestamp()) <= $2
       order by free_at limit 1 for update skip locked
     ), turn as (
       update airtable_slots s set free_at = start + $1 * interval '1 ms' from free where s.slot = free.slot
       returning s.slot, free_at::text as lease, start
     ), counted as (
       insert into airtable_calls (month, calls)
       select date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh'), 1 from turn
       on conflict (month) do update set calls = airtable_calls.calls + 1
     )
     select slot, lease, ceil(greatest(0, extract(epoch from start - clock_timestamp()) * 1000))::float as wait
     from turn`,
    [timeoutMs + restMs, deadline],
  );
  return rows[0];
}

/**
 * Takes the next turn at Airtable and waits for it; the call is counted against the month. Resolves with what to call when
 * the call has ended: a process that is killed before holds its slot no longer than a call may take. Null when the turn
 * would come after `deadline`: then none is taken.
 */
async function acquireSlot(db: Database, pace: RateLimit, deadline: Date) {
  for (let time = 0; time < tries; time += 1) {
    const turn = await claimSlot(db, pace, deadline);
    if (turn) {
      await sleep(turn.wait);
      return () => endTurn(db, turn, pace.restMs);
    }
    await sleep(5);
  }
  return null;
}

/** A pause that another sync asked for meanwhile stays. What fails here costs time alone: the lease ends by itself. */
async function endTurn(db: Database, turn: { slot: number; lease: string }, restMs: number): Promise<void> {
  await db
    .query(
      `update airtable_slots set free_at = clock_timestamp() + $3 * interval '1 ms'
       where slot = $1 and free_at = $2::timestamptz`,
      [turn.slot, turn.lease, restMs],
    )
    .catch(() => undefined);
}

/** Keeps every sync from Airtable for a while. */
async function pauseTurns(db: Database, forMs: number): Promise<void> {
  await db.query(
    `update airtable_slots set free_at = greatest(free_at, clock_timestamp() + $1 * interval '1 ms')`,
    [forMs],
  );
}

/** Calls made this month, by the calendar of Việt Nam. */
export async function callsThisMonth(db: Database): Promise<number> {
  const { rows } = await db.query<{ calls: number }>(
    `select calls from airtable_calls where month = date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh')`,
  );
  return rows[0]?.calls ?? 0;
}
