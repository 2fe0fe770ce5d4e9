import { type Database, queryWithRetry } from '../../platform/postgres.ts';
import type { Doubts } from '../abuse/server/filing-limit.ts';

/** What this process last saw of the load, by store: filings of a minute, and those that it let pass since. */
const seen = new WeakMap<Database, { at: number; stored: number }>();

/**
 * Whether so many filings were stored within the last minute that each wants a pass, as this process saw it last and counts it
 * since, `filings` of a table at once. What passes above the limit is what other instances store between two looks, and what is on its way during one.
 */
export async function isOverloaded(db: Database, doubts: Doubts | undefined, filings = 1): Promise<boolean> {
  if (!doubts) return false;
  const now = performance.now();
  const last = seen.get(db) ?? { at: Number.NEGATIVE_INFINITY, stored: 0 };
  if (now - last.at < doubts.lookEveryMs) {
    last.stored += filings;
    return last.stored - filings >= doubts.filingsAMinute;
  }
  // Who comes while one looks goes by what was seen before.
  const counting = { at: now, stored: last.stored + filings };
  seen.set(db, counting);
  const { rows } = await queryWithRetry<{ stored: number }>(
    db,
    `select count(*)::int as stored from (
       select from submissions where received_at > now() - interval '1 minute' limit $1) minute`,
    [doubts.filingsAMinute],
  );
  const stored = rows[0]?.stored ?? 0;
  const cameMeanwhile = counting.stored - last.stored;
  counting.stored = stored + cameMeanwhile;
  return stored >= doubts.filingsAMinute;
}
