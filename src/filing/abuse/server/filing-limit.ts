import { hash } from 'node:crypto';
import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { networkOf } from './sender.ts';

/** Filings that one sender may send within an hour: an office behind one address on the last day, and no more. */
export const filingsAnHour = 300;

/** When a filing wants a pass first: its sender has sent so many within the hour, or so many were stored in a minute. */
export interface Doubts {
  filingsAnHour: number;
  filingsAMinute: number;
  /** How often one instance looks how many were stored; in between it goes by what it saw. */
  lookEveryMs: number;
}

/** An office on an ordinary day, and far more than the city files on its last one. */
export const usualDoubts: Doubts = { filingsAnHour: 30, filingsAMinute: 300, lookEveryMs: 1_000 };

const hourMs = 3_600_000;

/** What is counted, each apart from the others: whoever downloads a table many times can still file. */
export type SenderCount = 'filings' | 'tables' | 'readings' | 'dossiers' | 'files' | 'ratings' | 'copies';

/** Who filed, as the count knows it. */
export interface Sender {
  digest: string;
  hour: Date;
}

/**
 * What is counted within the hour of `now`, kept as a digest, keyed by a secret that is not in the database, and of the hour, so
 * that two hours of one name cannot be joined.
 */
export function countedAs(db: Database, name: string, now: Date): Sender {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  const secret = String(db.options.connectionString);
  const digest = hash('sha256', `${secret} ${hour.toISOString()} ${name}`, 'base64url');
  return { digest, hour };
}

/** The sender at an address: its network (`networkOf`). */
export const senderAt = (
  db: Database,
  address: string,
  now: Date,
  counted: SenderCount = 'filings',
): Sender => countedAs(db, `${counted} ${networkOf(address)}`, now);

/** Counts $3 filings of a sender, and says how many that makes within the hour. */
export const countFilings = `insert into filing_counts (address_digest, hour, filings) values ($1, $2, $3)
  on conflict (address_digest, hour) do update set filings = filing_counts.filings + excluded.filings
  returning filings`;

/** Counts a filing that stores nothing; true when its sender is within the limit. Others are counted as they are stored. */
export async function countFiling(db: Database, { digest, hour }: Sender): Promise<boolean> {
  const { rows } = await queryWithRetry<{ filings: number }>(db, countFilings, [digest, hour, 1]);
  return (rows[0]?.filings ?? 0) <= filingsAnHour;
}

/** The same for the sender at an address; all whose address the platform does not tell are one. */
export const isWithinLimit = (db: Database, address: string, counted?: SenderCount): Promise<boolean> =>
  countFiling(db, senderAt(db, address, new Date(), counted));

/** Forgets the counts of hours that are over. */
export async function forgetFilings(db: Database): Promise<void> {
  await db.query(`delete from filing_counts where hour < now() - interval '1 hour'`);
}
