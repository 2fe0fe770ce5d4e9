import { type Database, queryAgain } from '../postgres.ts';
import type { Doubts } from './filing-limit.ts';

/** What this process last saw of the load, by store. */
const seen = new WeakMap<Database, { at: number; isBusy: boolean }>();

/** Whether so many filings were stored within the last minute that each wants a pass, as this process saw it last. */
export async function isBusy(db: Database, doubts: Doubts | undefined): Promise<boolean> {
  if (!doubts) return false;
  const now = performance.now();
  const last = seen.get(db) ?? { at: Number.NEGATIVE_INFINITY, isBusy: false };
  if (now - last.at < doubts.lookEveryMs) return last.isBusy;
  // Who comes while one looks goes by what was seen before.
  seen.set(db, { ...last, at: now });
  const { rows } = await queryAgain<{ stored: number }>(
    db,
    `select count(*)::int as stored from (
       select from submissions where received_at > now() - interval '1 minute' limit $1) minute`,
    [doubts.filingsAMinute],
  );
  const busy = (rows[0]?.stored ?? 0) >= doubts.filingsAMinute;
  seen.set(db, { at: now, isBusy: busy });
  return busy;
}
