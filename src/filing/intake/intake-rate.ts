import { type Database, queryWithRetry } from '../../platform/postgres.ts';
import type { Doubts } from '../abuse/server/submission-limit.ts';

/** Per database: the last reading of submissions per minute, plus the submissions that this process let through since. */
const seen = new WeakMap<Database, { at: number; stored: number }>();

/**
 * Whether so many submissions were stored within the last minute that every submission needs a pass. The answer is the last reading
 * of the database plus what this process has counted since; a batch counts as `submissions` at once. The limit can be exceeded by what
 * other instances store between two readings, and by requests that run during one.
 */
export async function isOverloaded(
  db: Database,
  doubts: Doubts | undefined,
  submissions = 1,
): Promise<boolean> {
  if (!doubts) return false;
  const now = performance.now();
  const last = seen.get(db) ?? { at: Number.NEGATIVE_INFINITY, stored: 0 };
  if (now - last.at < doubts.lookEveryMs) {
    last.stored += submissions;
    return last.stored - submissions >= doubts.submissionsAMinute;
  }
  // Concurrent requests use the previous reading while this request refreshes it.
  const counting = { at: now, stored: last.stored + submissions };
  seen.set(db, counting);
  const { rows } = await queryWithRetry<{ stored: number }>(
    db,
    `select count(*)::int as stored from (
       select from submissions where received_at > now() - interval '1 minute' limit $1) minute`,
    [doubts.submissionsAMinute],
  );
  const stored = rows[0]?.stored ?? 0;
  const cameMeanwhile = counting.stored - last.stored;
  counting.stored = stored + cameMeanwhile;
  return stored >= doubts.submissionsAMinute;
}
