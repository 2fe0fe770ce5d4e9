import { hash } from 'node:crypto';
import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { networkOf } from './sender.ts';

/** Hourly limit of submissions by one sender: enough for an office behind one address on the last day. */
export const submissionsAnHour = 300;

/** The rates above which a submission needs a pass: submissions of one sender an hour, or of all senders a minute. */
export interface Doubts {
  submissionsAnHour: number;
  submissionsAMinute: number;
  /** How often one instance reads the number of stored submissions; in between, the instance uses its last reading. */
  lookEveryMs: number;
}

/** Enough for an office on an ordinary day, and far more than the whole city files on the last day. */
export const usualDoubts: Doubts = { submissionsAnHour: 30, submissionsAMinute: 300, lookEveryMs: 1_000 };

const hourMs = 3_600_000;

/** Actions with separate counts, so a sender who downloads a table many times can still file. */
export type SenderCount = 'submissions' | 'tables' | 'readings' | 'dossiers' | 'files' | 'copies' | 'keys';

/** A sender as the counts identify it. */
export interface Sender {
  digest: string;
  hour: Date;
}

/**
 * The digest under which a name is counted within the hour of `now`. A secret outside the database keys the digest, and the hour
 * is part of it, so two hours of one name cannot be linked.
 */
export function countedAs(db: Database, name: string, now: Date): Sender {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  const digest = hash('sha256', `${db.secret} ${hour.toISOString()} ${name}`, 'base64url');
  return { digest, hour };
}

/** The sender at an address: its network (`networkOf`). */
export const senderAt = (
  db: Database,
  address: string,
  now: Date,
  counted: SenderCount = 'submissions',
): Sender => countedAs(db, `${counted} ${networkOf(address)}`, now);

/**
 * SQL for a statement that only counts: its commit does not wait for the disk. A machine that loses its power forgets the last
 * half second of counts, and nothing else.
 */
export const withoutWaiting = `waiting as (select set_config('synchronous_commit', 'off', true))`;

/** SQL that adds $3 submissions to a sender's count and returns the sum of this hour. */
export const addToCount = `insert into filing_counts (address_digest, hour, filings) values ($1, $2, $3)
  on conflict (address_digest, hour) do update set filings = filing_counts.filings + excluded.filings
  returning filings`;

const countAlone = `with ${withoutWaiting}
  insert into filing_counts (address_digest, hour, filings)
  select $1::text, $2::timestamptz, 1 from waiting
  on conflict (address_digest, hour) do update set filings = filing_counts.filings + 1
  returning filings`;

/** Counts a submission that stores nothing; true when the sender is within the limit. A stored submission counts as it is stored. */
export async function countSubmission(db: Database, { digest, hour }: Sender): Promise<boolean> {
  const { rows } = await queryWithRetry<{ filings: number }>(
    db,
    countAlone,
    [digest, hour],
    'count-submission',
  );
  return (rows[0]?.filings ?? 0) <= submissionsAnHour;
}

/** `countSubmission` for the sender at an address. Requests without a known address count as one sender. */
export const isWithinLimit = (db: Database, address: string, counted?: SenderCount): Promise<boolean> =>
  countSubmission(db, senderAt(db, address, new Date(), counted));

/** Deletes the counts of past hours. */
export async function deletePastCounts(db: Database): Promise<void> {
  await db.query(`delete from filing_counts where hour < now() - interval '1 hour'`);
}
