import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../platform/postgres.ts';

/** The rate limit for calls to Airtable. */
export interface RateLimit {
  /** Least time between the starts of two calls of all syncs together. */
  gapMs: number;
  /** Rest of a slot between the end of one call and the start of its next. All syncs share five slots. */
  restMs: number;
  /** Pause of all syncs after a 429. */
  pauseMs: number;
  /** Pause of all syncs after the token was refused. */
  refusedMs: number;
  /** Longest time for one call. */
  timeoutMs: number;
  /** Longest time for a whole run. */
  runMs: number;
}

/**
 * Three calls in any second, evenly spaced: the base's limit of five is shared with every other tool, and beside a tool that makes up to
 * two a second neither is refused. The gap is wide enough for calls that arrive 35 ms late. Each slot rests a little over a
 * second after its answer, so no network delay can put a sixth call into any second. Pauses 30 s after a 429. A run ends before
 * the platform would stop it.
 */
export const airtablePace: RateLimit = {
  gapMs: 345,
  restMs: 1_010,
  pauseMs: 30_000,
  refusedMs: 5 * 60_000,
  timeoutMs: 8_000,
  runMs: 25_000,
};

/** The gap doubles with each 429, up to this, and halves every two minutes. */
const longestGapMs = 4_000;
const gapHalvesInS = 120;

/**
 * The rate limit as the Airtable client needs it, for a run that starts now. The last call still ends before the run must. After
 * `stop` no call begins.
 */
export function pacedRun(db: Database, pace: RateLimit, stop?: AbortSignal) {
  const lastTurn = new Date(Date.now() + pace.runMs - pace.timeoutMs);
  return {
    timeoutMs: pace.timeoutMs,
    takeTurn: async () => (stop?.aborted ? null : acquireSlot(db, pace, lastTurn)),
    pause: () => slowDown(db, pace),
    stopForMonth: () => stopForMonth(db),
    stopForAccess: () => stopForAccess(db, pace.refusedMs),
  };
}

/** A claim skips rows that other syncs have locked. All five can be locked at once, so a claim is tried this often. */
const tries = 4;

/** Cap on halvings: the gap is near zero by then, and larger powers fail in PostgreSQL. */
const mostHalvings = 30;

/** SQL: the gap that holds now, in milliseconds; `least` is the parameter with the usual gap. */
const currentGap = (least: string) =>
  `greatest(${least}::float, gap_ms * power(0.5,
     least(${mostHalvings}, greatest(0, extract(epoch from clock_timestamp() - slowed_at)::float / ${gapHalvesInS}))))`;

/** SQL: a planned time. If it is later than any call could have set it, the clock has jumped: then the present time. */
const believed = (time: string) =>
  `case when ${time} <= clock_timestamp() + $4 * interval '1 ms' then ${time} else clock_timestamp() end`;

async function claimSlot(db: Database, pace: RateLimit, deadline: Date) {
  const { gapMs, restMs, timeoutMs, pauseMs, runMs } = pace;
  const farthestMs = Math.max(pauseMs, runMs + timeoutMs + restMs) + longestGapMs;
  const { rows } = await db.query<{ slot: number; lease: string; wait: number }>(
    `with pace as (
       select ${believed('next_at')} as next_at, ${currentGap('$3')} as gap from airtable_pace
       where stopped_until is null or stopped_until <= clock_timestamp() for update
     ), free as (
       select slot, greatest(${believed('free_at')}, next_at, clock_timestamp()) as start, gap from airtable_slots, pace
       where greatest(${believed('free_at')}, next_at, clock_timestamp()) <= $2
       order by ${believed('free_at')} limit 1 for update of airtable_slots skip locked
     ), turn as (
       update airtable_slots s set free_at = start + $1 * interval '1 ms' from free where s.slot = free.slot
       returning s.slot, free_at::text as lease, start, gap
     ), spaced as (
       update airtable_pace set next_at = turn.start + turn.gap * interval '1 ms' from turn
     ), counted as (
       insert into airtable_calls (month, calls)
       select date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh'), 1 from turn
       on conflict (month) do update set calls = airtable_calls.calls + 1
     )
     select slot, lease, ceil(greatest(0, extract(epoch from start - clock_timestamp()) * 1000))::float as wait
     from turn`,
    [timeoutMs + restMs, deadline, gapMs, farthestMs],
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

/** After a 429: pauses the calls of every sync, then lets them go on with twice the gap. */
async function slowDown(db: Database, { pauseMs, gapMs }: RateLimit): Promise<void> {
  await db.query(
    `update airtable_slots set free_at = greatest(free_at, clock_timestamp() + $1 * interval '1 ms')`,
    [pauseMs],
  );
  await db.query(
    `update airtable_pace set gap_ms = least($2, 2 * ${currentGap('$1')}), slowed_at = clock_timestamp()`,
    [gapMs, Math.max(longestGapMs, gapMs)],
  );
}

/** Stops all calls until the month turns, by the calendar of Việt Nam: the allowance of the plan is used up. */
async function stopForMonth(db: Database): Promise<void> {
  await db.query(
    `update airtable_pace set stopped_for = 'month', stopped_until =
       (date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 month') at time zone 'Asia/Ho_Chi_Minh'`,
  );
}

/** Stops all calls for a while: Airtable refuses the token, and only a person can change that. */
async function stopForAccess(db: Database, forMs: number): Promise<void> {
  await db.query(
    `update airtable_pace set stopped_for = 'access', stopped_until = clock_timestamp() + $1 * interval '1 ms'`,
    [forMs],
  );
}

/** Until when all calls are stopped, and why; null where they are not. */
export async function stoppedCalls(db: Database): Promise<{ until: Date; why: 'month' | 'access' } | null> {
  const { rows } = await db.query<{ until: Date; why: 'month' | 'access' }>(
    `select stopped_until as until, stopped_for as why from airtable_pace where stopped_until > clock_timestamp()`,
  );
  return rows[0] ?? null;
}

/** Lets calls go on: the plan was enlarged, or the token was replaced. */
export async function resumeCalls(db: Database): Promise<void> {
  await db.query('update airtable_pace set stopped_until = null, stopped_for = null');
}

/** Calls made this month, by the calendar of Việt Nam. */
export async function callsThisMonth(db: Database): Promise<number> {
  const { rows } = await db.query<{ calls: number }>(
    `select calls from airtable_calls where month = date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh')`,
  );
  return rows[0]?.calls ?? 0;
}
