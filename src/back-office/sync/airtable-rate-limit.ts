import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../platform/postgres.ts';

/** The rate limit for calls to Airtable. */
export interface RateLimit {
  /** Rest of a slot between the end of one call and the start of its next. All syncs share five slots. */
  restMs: number;
  /** Pause of all syncs after a 429. */
  pauseMs: number;
  /** Longest time for one call. */
  timeoutMs: number;
  /** Longest time for a whole run. */
  runMs: number;
}

/**
 * Five calls a second, as Airtable allows. Each slot rests a little over a second after its answer, so no network delay can put a
 * sixth call into any second. Pauses 30 s after a 429. A run ends before the platform would stop it.
 */
export const airtablePace: RateLimit = { restMs: 1_010, pauseMs: 30_000, timeoutMs: 8_000, runMs: 25_000 };

/** The rate limit as the Airtable client needs it, for a run that starts now. The last call still ends before the run must. */
export function pacedRun(db: Database, pace: RateLimit) {
  const lastTurn = new Date(Date.now() + pace.runMs - pace.timeoutMs);
  return {
    timeoutMs: pace.timeoutMs,
    takeTurn: () => acquireSlot(db, pace, lastTurn),
    pause: () => pauseTurns(db, pace.pauseMs),
  };
}

/** A claim skips rows that other syncs have locked. All five can be locked at once, so a claim is tried this often. */
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
 * Leases the next slot, counts the call for the month and waits until the slot is free. Resolves with a function that ends the
 * lease after the call; if the process dies first, the lease expires after the longest time of a call. Resolves with null, and
 * leases nothing, when no slot is free before `deadline`.
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

/** Ends a lease, but keeps a pause that another sync set meanwhile. A failure only costs time, because leases expire. */
async function endTurn(db: Database, turn: { slot: number; lease: string }, restMs: number): Promise<void> {
  await db
    .query(
      `update airtable_slots set free_at = clock_timestamp() + $3 * interval '1 ms'
       where slot = $1 and free_at = $2::timestamptz`,
      [turn.slot, turn.lease, restMs],
    )
    .catch(() => undefined);
}

/** Pauses the calls of every sync to Airtable. */
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
