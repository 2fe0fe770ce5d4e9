import { createHash } from 'node:crypto';
import { type Database, inTransaction } from '../postgres.ts';
import { firstState } from '../schemas/states.ts';
import type { Submission } from '../schemas/submission.ts';
import { newReceiptCode } from './receipt-code.ts';

/** A checked submission on its way in. */
export interface NewSubmission extends Omit<Submission, 'code' | 'receivedAt'> {
  submissionKey: string;
  unitCode: string | null;
}

/** What a receipt shows. */
export interface Receipt {
  code: string;
  form: string;
  receivedAt: Date;
}

/** What the holder of a code may know. */
export interface Status extends Receipt {
  state: string;
  changedAt: Date;
}

/**
 * Stores a submission and its delivery in one transaction, or finds the row of the same key.
 * Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export async function saveSubmission(db: Database, filed: NewSubmission): Promise<Receipt> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<Receipt>(
      `insert into submissions (code, form, form_version, submission_key, unit_code, answers, consent_version, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (form, submission_key) do nothing
       returning code, form, received_at as "receivedAt"`,
      [
        newReceiptCode(new Date()),
        filed.form,
        filed.formVersion,
        filed.submissionKey,
        filed.unitCode,
        filed.answers,
        filed.consentVersion,
        firstState,
      ],
    );
    const [saved] = rows;
    if (saved) {
      await client.query('insert into deliveries (code) values ($1)', [saved.code]);
      return saved;
    }
    const earlier = await client.query<Receipt>(
      `select code, form, received_at as "receivedAt" from submissions where form = $1 and submission_key = $2`,
      [filed.form, filed.submissionKey],
    );
    const [first] = earlier.rows;
    if (!first) throw new Error('A submission was neither stored nor found by its key.');
    return first;
  });
}

/** The state of one submission, or null when there is none of this code. */
export async function findStatus(db: Database, code: string): Promise<Status | null> {
  const { rows } = await db.query<Status>(
    `select code, form, received_at as "receivedAt", state, changed_at as "changedAt" from submissions where code = $1`,
    [code],
  );
  return rows[0] ?? null;
}

/** Filings that one address may send within an hour: an office behind one address on the last day, and no more. */
export const filingsAnHour = 300;

/**
 * Counts a filing from an address; true when it is within the limit. Kept for two hours, as a digest that also holds
 * the hour, so that two hours of one address cannot be joined.
 */
export async function countFiling(db: Database, address: string, now: Date): Promise<boolean> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const digest = createHash('sha256').update(`${hour.toISOString()} ${address}`).digest('base64url');
  const { rows } = await db.query<{ filings: number }>(
    `insert into filing_counts (address_digest, hour, filings) values ($1, $2, 1)
     on conflict (address_digest, hour) do update set filings = filing_counts.filings + 1
     returning filings`,
    [digest, hour],
  );
  if (rows[0]?.filings === 1) {
    await db.query(`delete from filing_counts where hour < $1::timestamptz - interval '1 hour'`, [hour]);
  }
  return (rows[0]?.filings ?? 0) <= filingsAnHour;
}
