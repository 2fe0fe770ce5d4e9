import { type Database, queryAgain } from '../postgres.ts';
import { firstState } from '../schemas/states.ts';
import type { Submission } from '../schemas/submission.ts';
import { keepQuestions } from './form-versions.ts';
import { filingsAnHour, type Sender } from './filing-limit.ts';
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
  /** Whether staff ask some of its questions again. */
  isAsked: boolean;
}

/** A filing in the store: `isSame` when what was filed is what the row of this key holds. */
export interface SavedSubmission {
  receipt: Receipt;
  isSame: boolean;
}

/** A copy of the receipt by e-mail is on its way from the moment the filing is safe, and never without it. */
const andCopy = ', copied as (insert into receipt_copies (code) select code from new)';

/**
 * The count of the sender, then both rows or none: one statement is its own transaction, and takes one round trip.
 * Whoever files too often is counted, and nothing is stored.
 */
const statement = (withCopy: boolean) => `with counted as (
    insert into filing_counts (address_digest, hour, filings)
    select $9::text, $10::timestamptz, 1 where $9::text is not null
    on conflict (address_digest, hour) do update set filings = filing_counts.filings + 1
    returning filings
  ), sender as (select coalesce((select filings from counted), 0) > $11::int as "isTooMany"), new as (
    insert into submissions (code, form, form_version, submission_key, unit_code, answers, consent_version, state)
    select $1, $2, $3, $4, $5, $6::jsonb, $7, $8 from sender where not "isTooMany"
    on conflict (form, submission_key) do nothing
    returning code, form, received_at
  ), queued as (insert into deliveries (code) select code from new)${withCopy ? andCopy : ''}
  select "isTooMany", code, form, received_at as "receivedAt" from sender left join new on true`;

const saves = {
  alone: { name: 'save-submission', text: statement(false) },
  withCopy: { name: 'save-submission-with-copy', text: statement(true) },
} as const;

/** To answer who filed is what he agreed to; a form without that box sends nothing. */
const mayWrite = ({ answers }: NewSubmission) =>
  typeof answers.contactEmail === 'string' && answers.contactConsent === true;

type SavedRow = { isTooMany: boolean } & ({ code: null } | Receipt);

/**
 * Stores a submission together with its delivery, or finds the row of the same key; null when its sender files too often.
 * The questions of its version are kept before. Where the site `sendsMail` and an address was given, a copy of the receipt
 * is put into the outbox, too.
 * Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export async function saveSubmission(
  db: Database,
  filed: NewSubmission,
  sender?: Sender,
  sendsMail = false,
): Promise<SavedSubmission | null> {
  await keepQuestions(db, filed);
  const values = [
    newReceiptCode(new Date()),
    filed.form,
    filed.formVersion,
    filed.submissionKey,
    filed.unitCode,
    filed.answers,
    filed.consentVersion,
    firstState,
    sender?.digest ?? null,
    sender?.hour ?? null,
    filingsAnHour,
  ];
  // To plan it takes PostgreSQL as long as to do it.
  const { text, name } = sendsMail && mayWrite(filed) ? saves.withCopy : saves.alone;
  const { rows } = await queryAgain<SavedRow>(db, text, values, name);
  const [saved] = rows;
  if (!saved || saved.isTooMany) return null;
  if (saved.code === null) return findByKey(db, filed);
  const { isTooMany: _, ...receipt } = saved;
  return { receipt, isSame: true };
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
    `select code, form, received_at as "receivedAt", state, changed_at as "changedAt",
            state = 'yeu-cau-bo-sung' and asked is not null as "isAsked"
     from submissions where code = $1`,
    [code],
  );
  return rows[0] ?? null;
}
