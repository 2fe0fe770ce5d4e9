import type { PoolClient } from 'pg';
import { withdrawnStates } from '../schemas/states.ts';
import type { NewTable, SavedRow } from './new-table.ts';

/** What the same sending was answered before, else the filing of the key; one that was withdrawn is as if it were not there. */
const statement = `with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as g (form, key, answers, number)
  ), answered as (
    select row_key as key, code from batch_tries where try_key = $5::uuid
  ), found as (
    select g.*, s.code from given g join answered using (key) join submissions s using (code, form)
    union all
    select g.*, s.code from given g join submissions s on s.form = g.form and s.submission_key = g.key
    where g.key not in (select key from answered) and s.state <> all ($6::text[])
  ), noted as (
    insert into batch_rows (batch, code, row_number) select $7, code, number from found on conflict do nothing
  ), remembered as (
    insert into batch_tries (try_key, row_key, code) select $5::uuid, key, code from found where $5 is not null
    on conflict do nothing
  )
  select number, code, received_at as "receivedAt", false as "isNew", s.answers = found.answers::jsonb as "isSame"
  from found join submissions s using (code)`;

/** The rows of a table that are in the store; they are listed under this one, too. */
export async function findRows(client: PoolClient, { batch, rows, tryKey }: NewTable): Promise<SavedRow[]> {
  const { rows: found } = await client.query<SavedRow>(statement, [
    rows.map(({ form }) => form),
    rows.map(({ submissionKey }) => submissionKey),
    rows.map(({ answers }) => JSON.stringify(answers)),
    rows.map(({ number }) => number),
    tryKey ?? null,
    withdrawnStates,
    batch,
  ]);
  return found;
}
