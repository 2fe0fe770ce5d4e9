import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { networkOf } from './sender.ts';
import { countedAs, withoutWaiting } from './submission-limit.ts';

/** Something with an hourly limit. */
export interface Counted {
  /** Names the action and who does it. The store keeps only a digest of the name and the hour. */
  name: string;
  anHour: number;
}

const countNames = `with ${withoutWaiting}
  insert into filing_counts (address_digest, hour, filings)
  select digest, $2::timestamptz, greatest($3::integer, 0) from waiting, unnest($1::text[]) as digest order by digest
  on conflict (address_digest, hour) do update set filings = greatest(filing_counts.filings + $3, 0)
  returning address_digest as digest, filings`;

/**
 * Counts each entry once, or takes one back when `by` is -1. True when all counts are within their limits. Counts start again
 * every hour, so nobody is locked out for longer.
 */
export async function countWithin(
  db: Database,
  counted: readonly Counted[],
  by: 1 | -1 = 1,
): Promise<boolean> {
  const now = new Date();
  const senders = counted.map(({ name }) => countedAs(db, name, now));
  // Counted twice where a lost connection made it try again: that is far below what anyone needs.
  const { rows } = await queryWithRetry<{ digest: string; filings: number }>(
    db,
    countNames,
    [senders.map(({ digest }) => digest), senders[0]?.hour ?? now, by],
    'count-names',
  );
  const counts = new Map(rows.map(({ digest, filings }) => [digest, filings]));
  return counted.every(({ anHour }, index) => (counts.get(senders[index]?.digest ?? '') ?? 0) <= anHour);
}

/** Hourly limits for look-ups of one code and by one sender: far more than people and their programs need. */
const lookUps = { ofCode: 600, ofSender: 3_000 };

/** Counts a look-up of a code; false when the code or the sender is over the limit. */
export const lookUpWithin = (db: Database, address: string, code: string): Promise<boolean> =>
  countWithin(db, [
    { name: `look-up ${code}`, anHour: lookUps.ofCode },
    { name: `look-ups from ${networkOf(address)}`, anHour: lookUps.ofSender },
  ]);
