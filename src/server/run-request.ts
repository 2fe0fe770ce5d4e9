import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../platform/postgres.ts';
import type { Rest } from './repeat.ts';

const name = 'run asked';
/** Between two looks for a request. */
const lookMs = 1_000;

/** Asks the leader of the sync, in whichever process it is, for a run at once. */
export async function requestRun(db: Database): Promise<void> {
  await db.query(
    `insert into sync_memory (name, value, changed_at) values ($1, 'true', clock_timestamp())
     on conflict (name) do update set changed_at = excluded.changed_at`,
    [name],
  );
}

async function lastRequest(db: Database): Promise<number> {
  const { rows } = await db.query<{ at: Date }>('select changed_at as at from sync_memory where name = $1', [
    name,
  ]);
  return rows[0]?.at.getTime() ?? 0;
}

/**
 * A rest between two runs that a request ends. It looks into the database each second: a pooler that pools by transaction passes no
 * notifications on. A request during a run counts, because that run may have looked before.
 */
export function restUntilAsked(db: Database): Rest {
  let seen = 0;
  return async (ms, signal) => {
    const end = performance.now() + ms;
    while (!signal.aborted && performance.now() < end) {
      const asked = await lastRequest(db).catch(() => seen);
      if (asked > seen) {
        seen = asked;
        return;
      }
      await sleep(Math.min(lookMs, end - performance.now()), undefined, { signal }).catch(() => undefined);
    }
  };
}
