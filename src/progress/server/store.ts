import { z } from 'zod';
import { keepingKeys } from '../../filing/delivery/gone-columns.ts';
import {
  type Counted,
  forgetRows,
  forgetUnseenRows,
  noteRegained,
} from '../../filing/delivery/row-losses.ts';
import { type Database, hasTable } from '../../platform/postgres.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import {
  type ConfirmedFiling,
  confirmedSchema,
  type planForm,
  type Report,
  type reportForm,
  type ShownFiling,
} from '../filing.ts';

/** A confirmed filing to store. */
interface FilingToStore {
  recordId: string;
  shown: ShownFiling;
  report: Report | null;
  /** Fields whose column is gone: what is stored of them stays. */
  keep?: readonly string[];
  sample: boolean;
}

/** A table of units' filings, as the code names it, with its form. */
export interface FilingTable {
  name: string;
  form: typeof planForm | typeof reportForm;
}

const countedOf = ({ name, form }: FilingTable): Counted => ({
  table: name,
  store: 'unit_filings',
  where: `$1::text is not null and form = '${form}' and not is_erased`,
});

/** The table may not be there yet: the platform may run the code before the migration. */
const keepsFilings = (db: Database) => hasTable(db, 'unit_filings');

/** Stores confirmed filings. The day of the first confirmation stays. */
export async function saveFilings(db: Database, filings: readonly FilingToStore[]): Promise<void> {
  await db.query(
    `insert into unit_filings (record_id, form, shown, report, sample)
     select "recordId", said.shown ->> 'form', ${keepingKeys('said.shown', 'f.shown', 'said.keep')},
       ${keepingKeys(`nullif(said.report, 'null')`, 'f.report', 'said.keep')}, said.sample
     from jsonb_to_recordset($1::jsonb) as said ("recordId" text, shown jsonb, report jsonb, keep text[], sample boolean)
       left join unit_filings f on f.record_id = "recordId"
     on conflict (record_id) do update set form = excluded.form, shown = excluded.shown, report = excluded.report,
       sample = excluded.sample`,
    [JSON.stringify(filings)],
  );
  await noteRegained(
    db,
    filings.map(({ recordId }) => recordId),
  );
}

/** Shows no longer what these units had agreed to show of their plans. */
export async function hidePlans(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query(
    `update unit_filings set shown = shown || '{"plan": null, "unitName": null}' where record_id = any($1) and shown ? 'plan'`,
    [recordIds],
  );
}

/** Notes that rows were seen. */
export async function noteSeenFilings(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('update unit_filings set seen_at = now() where record_id = any($1)', [recordIds]);
}

/** Forgets rows that count no more. What an erased submission left behind stays: its row was deleted by the site itself. */
export const forgetFilings = (
  db: Database,
  table: FilingTable,
  recordIds: readonly string[],
): Promise<void> => forgetRows(db, countedOf(table), recordIds);

/** Forgets rows of a table that a complete listing, begun at `since`, did not hold. */
export const forgetUnseenFilings = (db: Database, table: FilingTable, since: Date): Promise<void> =>
  forgetUnseenRows(db, countedOf(table), since);

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
