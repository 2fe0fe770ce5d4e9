import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../postgres.ts';

/** The pace of calls to Airtable. */
export interface Pace {
  /** Between two calls, of all syncs together. */
  everyMs: number;
  /** After a 429, for all syncs. */
  pauseMs: number;
  /** For one call to answer. */
  timeoutMs: number;
  /** For a whole run. */
  runMs: number;
}

/** Four calls a second, where Airtable allows five; 30 s of rest after a 429; a run ends before the platform ends it. */
export const airtablePace: Pace = { everyMs: 250, pauseMs: 30_000, timeoutMs: 8_000, runMs: 25_000 };

/** The pace as the Airtable client wants it, for a run that starts now: its last call still ends in time. */
export function pacedRun(db: Database, { everyMs, pauseMs, timeoutMs, runMs }: Pace) {
  const lastTurn = new Date(Date.now() + runMs - timeoutMs);
  return {
    timeoutMs,
    takeTurn: () => takeTurn(db, everyMs, lastTurn),
    pause: () => pauseTurns(db, pauseMs),
  };
}

/**
 * Takes the next turn at Airtable and waits for it. All syncs share one row, so together they keep the pace; the call
 * is counted against the month. False when the turn would come after `deadline`: then none is taken.
 */
async function takeTurn(db: Database, everyMs: number, deadline: Date): Promise<boolean> {
  const { rows } = await db.query<{ wait: number }>(
    `with turn as (
       update airtable_turns set next_turn_at = greatest(next_turn_at, clock_timestamp()) + $1 * interval '1 ms'
       where greatest(next_turn_at, clock_timestamp()) <= $2
       returning next_turn_at - $1 * interval '1 ms' as mine
     ), counted as (
       insert into airtable_calls (month, calls)
       select date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh'), 1 from turn
       on conflict (month) do update set calls = airtable_calls.calls + 1
     )
     select greatest(0, extract(epoch from mine - clock_timestamp()) * 1000)::float as wait from turn`,
    [everyMs, deadline],
  );
  const [turn] = rows;
  if (!turn) return false;
  await sleep(turn.wait);
  return true;
}

/** Keeps every sync from Airtable for a while. */
async function pauseTurns(db: Database, forMs: number): Promise<void> {
  await db.query(
    `update airtable_turns set next_turn_at = greatest(next_turn_at, clock_timestamp() + $1 * interval '1 ms')`,
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
