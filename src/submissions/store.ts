import { type Database, queryAgain } from '../postgres.ts';
import { firstState } from '../schemas/states.ts';
import type { Submission } from '../schemas/submission.ts';
import { keepQuestions } from './form-versions.ts';
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

/** A filing in the store: `isSame` when what was filed is what the row of this key holds. */
export interface SavedSubmission {
  receipt: Receipt;
  isSame: boolean;
}

/** Both rows or none: one statement is its own transaction, and takes one round trip. */
const saveBoth = `with new as (
    insert into submissions (code, form, form_version, submission_key, unit_code, answers, consent_version, state)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (form, submission_key) do nothing
    returning code, form, received_at
  ), queued as (insert into deliveries (code) select code from new)
  select code, form, received_at as "receivedAt" from new`;

/**
 * Stores a submission together with its delivery, or finds the row of the same key; the questions of its version are kept
 * before. Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export async function saveSubmission(db: Database, filed: NewSubmission): Promise<SavedSubmission> {
  await keepQuestions(db, filed);
  const { rows } = await queryAgain<Receipt>(db, saveBoth, [
    newReceiptCode(new Date()),
    filed.form,
    filed.formVersion,
    filed.submissionKey,
    filed.unitCode,
    filed.answers,
    filed.consentVersion,
    firstState,
  ]);
  const [receipt] = rows;
  return receipt ? { receipt, isSame: true } : findByKey(db, filed);
}

async function findByKey(db: Database, filed: NewSubmission): Promise<SavedSubmission> {
  const { rows } = await queryAgain<Receipt & { isSame: boolean }>(
    db,
    `select code, form, received_at as "receivedAt", answers = $3::jsonb as "isSame"
     from submissions where form = $1 and submission_key = $2`,
    [filed.form, filed.submissionKey, filed.answers],
  );
  const [first] = rows;
  if (!first) throw new Error('A submission was neither stored nor found by its key.');
  const { isSame, ...receipt } = first;
  return { receipt, isSame };
}

/** The state of one submission, or null when there is none of this code. */
export async function findStatus(db: Database, code: string): Promise<Status | null> {
  const { rows } = await queryAgain<Status>(
    db,
    `select code, form, received_at as "receivedAt", state, changed_at as "changedAt"
     from submissions where code = $1`,
    [code],
  );
  return rows[0] ?? null;
}
