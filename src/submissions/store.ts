import { fileWith } from '../evidence/store.ts';
import { type Database, inTransaction, queryAgain } from '../postgres.ts';
import { firstState } from '../schemas/states.ts';
import type { Submission } from '../schemas/submission.ts';
import { keepQuestions } from './form-versions.ts';
import { filingsAnHour, type Sender } from './filing-limit.ts';
import { newReceiptCode } from './receipt-code.ts';

/** A checked submission on its way in. */
export interface NewSubmission extends Omit<Submission, 'code' | 'receivedAt'> {
  submissionKey: string;
  unitCode: string | null;
  /** Ids of its files, in their order. */
  files?: readonly string[];
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
interface SavedSubmission {
  receipt: Receipt;
  isSame: boolean;
}

/** What became of a filing: null when its sender files too often, `files-gone` when a file is no longer there for it. */
export type Saved = SavedSubmission | null | 'files-gone';

/**
 * The count of the sender, then both rows or none: one statement is its own transaction, and takes one round trip.
 * Whoever files too often is counted, and nothing is stored.
 */
const saveBoth = `with counted as (
    insert into filing_counts (address_digest, hour, filings)
    select $9::text, $10::timestamptz, 1 where $9::text is not null
    on conflict (address_digest, hour) do update set filings = filing_counts.filings + 1
    returning filings
  ), sender as (select coalesce((select filings from counted), 0) > $11::int as "isTooMany"), new as (
    insert into submissions (code, form, form_version, submission_key, unit_code, answers, consent_version, state)
    select $1, $2, $3, $4, $5, $6::jsonb, $7, $8 from sender where not "isTooMany"
    on conflict (form, submission_key) do nothing
    returning code, form, received_at
  ), queued as (insert into deliveries (code) select code from new)
  select "isTooMany", code, form, received_at as "receivedAt" from sender left join new on true`;

type SavedRow = { isTooMany: boolean } & ({ code: null } | Receipt);

/** Undoes the transaction of a filing whose files are not all there. */
class FilesGoneError extends Error {
  override readonly name = 'FilesGoneError';
}

/** The same statement, and the files given to the new row: all of it or nothing. */
async function saveWithFiles(db: Database, values: unknown[], files: readonly string[]) {
  try {
    return await inTransaction(db, async (client) => {
      const { rows } = await client.query<SavedRow>(saveBoth, values);
      const [saved] = rows;
      const isNew = saved && !saved.isTooMany && saved.code !== null;
      if (isNew && !(await fileWith(client, saved.code, files))) throw new FilesGoneError('A file is gone.');
      return saved;
    });
  } catch (error) {
    if (error instanceof FilesGoneError) return 'files-gone';
    throw error;
  }
}

/**
 * Stores a submission together with its delivery and its files, or finds the row of the same key; null when its sender files
 * too often. The questions of its version are kept before.
 * Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export async function saveSubmission(db: Database, filed: NewSubmission, sender?: Sender): Promise<Saved> {
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
  const { files = [] } = filed;
  const saved =
    files.length > 0
      ? await saveWithFiles(db, values, files)
      : (await queryAgain<SavedRow>(db, saveBoth, values, 'save-submission')).rows[0];
  if (saved === 'files-gone') return saved;
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
