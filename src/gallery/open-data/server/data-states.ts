import { z } from 'zod';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import { type DataState, dataStateSchema } from '../data-state.ts';

/** Each data set as the last public build knew it. */
export async function readDataStates(db: Database): Promise<DataState[]> {
  if (!(await hasTable(db, 'data_states'))) return [];
  const { rows } = await db.query(
    `select data_set as id, digest, changed_on::text as changed from data_states order by data_set`,
  );
  return z.array(dataStateSchema).parse(rows);
}

/** Notes the data sets of a public build. */
export async function recordDataStates(db: Database, states: readonly DataState[]): Promise<void> {
  if (!(await hasTable(db, 'data_states'))) return;
  await db.query(
    `insert into data_states (data_set, digest, changed_on)
     select id, digest, changed from jsonb_to_recordset($1::jsonb) as built (id text, digest text, changed date)
     on conflict (data_set) do update set digest = excluded.digest, changed_on = excluded.changed_on`,
    [JSON.stringify(states)],
  );
}
