import { type Database, queryAgain } from '../postgres.ts';
import { firstState } from '../schemas/states.ts';
import { filingsAnHour, type Sender } from '../submissions/filing-limit.ts';
import { keepQuestions } from '../submissions/form-versions.ts';
import { newReceiptCode } from '../submissions/receipt-code.ts';
import type { NewSubmission } from '../submissions/store.ts';

/** A row on its way in. */
export interface NewRow extends NewSubmission {
  number: number;
}

/** What became of a row that is in the store. */
export interface SavedRow {
  number: number;
  code: string;
  receivedAt: Date;
  /** Stored by this try; false where an earlier one had stored it. */
  isNew: boolean;
  /** Whether all that was filed is what the row holds; false where the unit's own part was another then. */
  isSame: boolean;
}

/** What a page that lists a batch shows of a filing. */
export interface BatchRow {
  number: number;
  code: string;
  form: string;
  name: string;
  receivedAt: Date;
}

/**
 * The count of the sender, then the rows that there is room for, in their order, each with its delivery: one statement is its
 * own transaction. Rows of an earlier try are neither counted nor stored again. Stored in the order of their keys, so that
 * two tries at once wait for each other and never for ever.
 */
const saveFitting = `with given as (
    select * from unnest($1::text[], $2::text[], $3::text[]) with ordinality as g (code, key, answers, place)
  ), fresh as (
    select *, row_number() over (order by place) as nth from given
    where not exists (select 1 from submissions s where s.form = $4 and s.submission_key = given.key)
  ), asked as (select greatest(1, count(*))::int as filings from fresh), counted as (
    insert into filing_counts (address_digest, hour, filings)
    select $8::text, $9::timestamptz, filings from asked where $8::text is not null
    on conflict (address_digest, hour) do update set filings = filing_counts.filings + excluded.filings
    returning filings
  ), room as (
    select coalesce((select $10::int - counted.filings + asked.filings from counted, asked), 1000) as rows
  ), new as (
    insert into submissions (code, form, form_version, submission_key, unit_code, answers, consent_version, state)
    select code, $4, $5, key, $6, answers::jsonb, $7, $11 from fresh, room where nth <= room.rows order by key
    on conflict (form, submission_key) do nothing
    returning code
  )
  insert into deliveries (code) select code from new`;

/** The rows in the store, noted as one batch. */
const findAndNote = `with given as (
    select * from unnest($1::text[], $2::text[], $3::int[]) as g (key, answers, number)
  ), found as (
    select g.number, s.code, s.received_at, s.answers = g.answers::jsonb as is_same
    from given g join submissions s on s.form = $4 and s.submission_key = g.key
  ), noted as (
    insert into batch_rows (batch, code, row_number) select $5, code, number from found
    on conflict (batch, code) do nothing
  )
  select number, code, received_at as "receivedAt", is_same as "isSame" from found`;

/**
 * Stores rows of one form and one unit with their deliveries, as many as their sender may still file, and notes them under
 * `batch`; a row of a key that is there is found, not stored again. Returns every row that is in the store: what is missing
 * there was too many. Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export async function saveRows(
  db: Database,
  batch: string,
  rows: readonly NewRow[],
  sender?: Sender,
): Promise<SavedRow[]> {
  const [first] = rows;
  if (!first) return [];
  await keepQuestions(db, first);
  const codes = rows.map(() => newReceiptCode(new Date()));
  const keys = rows.map(({ submissionKey }) => submissionKey);
  const answers = rows.map((row) => JSON.stringify(row.answers));
  const values = [
    codes,
    keys,
    answers,
    first.form,
    first.formVersion,
    first.unitCode,
    first.consentVersion,
    sender?.digest ?? null,
    sender?.hour ?? null,
    filingsAnHour,
    firstState,
  ];
  await queryAgain(db, saveFitting, values, 'save-submission-rows');
  const numbers = rows.map(({ number }) => number);
  const { rows: found } = await queryAgain<Omit<SavedRow, 'isNew'>>(db, findAndNote, [
    keys,
    answers,
    numbers,
    first.form,
    batch,
  ]);
  const made = new Set(codes);
  return found.map((row) => ({ ...row, isNew: made.has(row.code) }));
}

/** The filings of a batch in the order of their arrival; none where it is not known, or all were erased. */
export async function findBatch(db: Database, batch: string): Promise<BatchRow[]> {
  const { rows } = await queryAgain<BatchRow>(
    db,
    `select b.row_number as number, s.code, s.form, coalesce(s.answers->>'name', '') as name,
            s.received_at as "receivedAt"
     from batch_rows b join submissions s using (code) where b.batch = $1
     order by s.received_at, b.row_number, s.code`,
    [batch],
  );
  return rows;
}
