import { z } from 'zod';
import { type Database, hasTable } from '../../platform/postgres.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { type ConfirmedFiling, confirmedSchema, type Report, type ShownFiling } from '../filing.ts';

/** A confirmed filing to store. */
interface FilingToStore {
  recordId: string;
  shown: ShownFiling;
  report: Report | null;
  sample: boolean;
}

/** The table may not be there yet: the platform may run the code before the migration. */
const keepsFilings = (db: Database) => hasTable(db, 'unit_filings');

/** Stores confirmed filings. The day of the first confirmation stays. */
export async function saveFilings(db: Database, filings: readonly FilingToStore[]): Promise<void> {
  await db.query(
    `insert into unit_filings (record_id, form, shown, report, sample)
     select "recordId", shown ->> 'form', shown, nullif(report, 'null'), sample
     from jsonb_to_recordset($1::jsonb) as said ("recordId" text, shown jsonb, report jsonb, sample boolean)
     on conflict (record_id) do update set form = excluded.form, shown = excluded.shown, report = excluded.report,
       sample = excluded.sample`,
    [JSON.stringify(filings)],
  );
}

/** Notes that rows were seen. */
export async function noteSeenFilings(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('update unit_filings set seen_at = now() where record_id = any($1)', [recordIds]);
}

/** Forgets rows that count no more. What an erased submission left behind stays: its row was deleted by the site itself. */
export async function forgetFilings(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from unit_filings where record_id = any($1) and not is_erased', [recordIds]);
}

/** Forgets rows of a form that a complete listing, begun at `since`, did not hold. */
export async function forgetUnseenFilings(db: Database, form: string, since: Date): Promise<void> {
  await db.query('delete from unit_filings where form = $1 and seen_at < $2 and not is_erased', [
    form,
    since,
  ]);
}

/** Every confirmed filing, as pages may show it. Throws when the store cannot be read. */
export async function readFilings(db: Database, samples: boolean): Promise<ConfirmedFiling[]> {
  if (!(await keepsFilings(db))) return [];
  const place = (await hasTable(db, 'plan_places'))
    ? '(select place from plan_places p where p.record_id = f.record_id)'
    : 'null';
  const { rows } = await db.query<{ id: string; confirmedAt: Date; sample: boolean; shown: unknown }>(
    `select record_id as id, confirmed_at as "confirmedAt", sample, shown, ${place}::integer as place
     from unit_filings f where $1 or not sample order by record_id`,
    [samples],
  );
  return z
    .array(confirmedSchema)
    .parse(rows.map(({ confirmedAt, ...row }) => ({ ...row, confirmedOn: dayInVietnam(confirmedAt) })));
}

/** Digest of what `readFilings` reads; empty where there is nothing. */
export async function filingsDigest(db: Database, samples: boolean): Promise<string> {
  if (!(await keepsFilings(db))) return '';
  const { rows } = await db.query<{ digest: string | null }>(
    `select md5(string_agg(record_id || confirmed_at || shown::text, ',' order by record_id)) as digest
     from unit_filings where $1 or not sample`,
    [samples],
  );
  return rows[0]?.digest ?? '';
}
