import { countWithin } from '../../../filing/abuse/server/count-limit.ts';
import { networkOf } from '../../../filing/abuse/server/sender.ts';
import type { Database } from '../../../platform/postgres.ts';

/** Ratings of one sender: more than anyone gives while reading. */
const limits = { aMinute: 30, anHour: 300 };

/** Counts a rating; false when its sender is over a limit. All processes of the site count together. */
export function mayRate(db: Database, address: string, now = new Date()): Promise<boolean> {
  const sender = networkOf(address);
  return countWithin(db, [
    { name: `ratings from ${sender}`, anHour: limits.anHour },
    { name: `ratings from ${sender} at ${now.toISOString().slice(0, 16)}`, anHour: limits.aMinute },
  ]);
}
