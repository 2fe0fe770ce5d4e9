import type { PoolClient } from 'pg';
import { withdrawnStates } from '../../states.ts';
import { isSameContact } from '../contact.ts';
import type { NewRow, NewTable, SavedRow } from './new-table.ts';

/**
 * Finds the submission that an earlier try of this sending got, else the submission with the same key that is not withdrawn.
 * `isKnown`: the sender got its receipt key before, by an earlier try or in a list whose key the sender holds.
 */
const find = `with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as g (form, key, answers, number)
  ), answered as (
    select row_key as key, code, with_key from batch_tries where try_key = $5::uuid
  ), found as (
    select g.*, s.code, with_key from given g join answered using (key) join submissions s using (code, form)
    union all
    select g.*, s.code, false from given g join submissions s on s.form = g.form and s.submission_key = g.key
    where g.key not in (select key from answered) and s.state <> all ($6::text[])
  )
  select number, key, code, received_at as "receivedAt", s.answers = found.answers::jsonb as "isSame",
         s.answers->>'contactEmail' as "contactEmail", s.answers->>'contactPhone' as "contactPhone",
         with_key or exists (select 1 from batch_rows b where b.batch = $7 and b.code = s.code and b.with_key) as "isKnown"
  from found join submissions s using (code)`;

const note = `with found as (
    select * from unnest($1::text[], $2::text[], $3::int[], $4::boolean[]) as f (code, key, number, with_key)
  ), remembered as (
    insert into batch_tries (try_key, row_key, code, with_key) select $6::uuid, key, code, with_key from found
    where $6 is not null on conflict do nothing
  )
  insert into batch_rows (batch, code, row_number, with_key) select $5, code, number, with_key from found
  on conflict do nothing`;

interface Found extends Omit<SavedRow, 'isNew' | 'isOwn'> {
  key: string;
  contactEmail: string | null;
  contactPhone: string | null;
  isKnown: boolean;
}

/** Finds the rows that are stored already and adds them to this batch; only their own contact gets their receipt keys. */
export async function findSavedRows(
  client: PoolClient,
  { batch, rows, tryKey }: NewTable,
): Promise<SavedRow[]> {
  const { rows: found } = await client.query<Found>(find, [
    rows.map(({ form }) => form),
    rows.map(({ submissionKey }) => submissionKey),
    rows.map(({ answers }) => JSON.stringify(answers)),
    rows.map(({ number }) => number),
    tryKey ?? null,
    withdrawnStates,
    batch,
  ]);
  const filed = new Map(rows.map((row): [number, NewRow] => [row.number, row]));
  const owned = found.map((row) => ({
    ...row,
    isOwn: row.isKnown || isSameContact(row, filed.get(row.number)?.answers ?? {}),
  }));
  await client.query(note, [
    owned.map(({ code }) => code),
    owned.map(({ key }) => key),
    owned.map(({ number }) => number),
    owned.map(({ isOwn }) => isOwn),
    batch,
    tryKey ?? null,
  ]);
  return owned.map(({ number, code, receivedAt, isSame, isOwn }) => ({
    number,
    code,
    receivedAt,
    isSame,
    isOwn,
    isNew: false,
  }));
}
