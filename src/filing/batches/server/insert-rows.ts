import type { PoolClient } from 'pg';
import { unscreened } from '../../abuse/server/gate.ts';
import { type Intake, mayWrite } from '../../intake/store.ts';
import { newReceiptCode } from '../../receipts/server/receipt-code.ts';
import { firstState } from '../../states.ts';
import type { NewTable, SavedRow } from './new-table.ts';

/** Frees the submission keys that withdrawn submissions hold, so that the same rows can be filed again. */
const release = `update submissions set submission_key = submission_key || ' ' || code
  where form = $1 and submission_key = any($2)`;

/** Stores all rows, their row numbers and, if a letter is sent, their entries in the outbox, or none of these. */
const statement = `with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as g (code, key, answers, number)
  ), new as (
    insert into submissions (code, form, form_version, submission_key, unit_code, answers, consent_version, state, filed_fast)
    select code, $5, $6, key, $7, answers::jsonb, $8, $9, $13 from given
    returning code, received_at
  ), noted as (
    insert into batch_rows (batch, code, row_number) select $10, code, number from given
  ), remembered as (
    insert into batch_tries (try_key, row_key, code) select $12::uuid, key, code from given where $12 is not null
  ), copied as (
    insert into receipt_copies (code, letter, batch) select code, $11::text, $10 from new where $11::text is not null
  )
  select number, code, received_at as "receivedAt", true as "isNew", true as "isSame", true as "isOwn" from new join given using (code)`;

/**
 * Stores rows that are not stored yet; runs in the transaction of `client`. If e-mail is on and the contact gave an address, puts
 * one letter about all rows into the outbox.
 */
export async function insertRows(
  client: PoolClient,
  { batch, rows, tryKey }: NewTable,
  { sendsMail = false, screening = unscreened }: Intake,
): Promise<SavedRow[]> {
  const [first] = rows;
  if (!first) return [];
  const codes = rows.map(() => newReceiptCode(new Date()));
  const letter = sendsMail && mayWrite(first) ? codes[0] : null;
  const keys = rows.map(({ submissionKey }) => submissionKey);
  await client.query(release, [first.form, keys]);
  const { rows: saved } = await client.query<SavedRow>(statement, [
    codes,
    keys,
    rows.map(({ answers }) => JSON.stringify(answers)),
    rows.map(({ number }) => number),
    first.form,
    first.formVersion,
    first.unitCode,
    first.consentVersion,
    firstState,
    batch,
    letter,
    tryKey ?? null,
    screening.isFast,
  ]);
  return saved;
}
