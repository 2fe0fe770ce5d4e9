import { z } from 'zod';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import { type Adoption, adoptionSchema } from '../adoption.ts';
import { isPublic } from '../../stories/public.ts';
import type { AdoptionFields } from '../record.ts';

/** An adoption that may be shown. */
export interface ShownAdoption {
  recordId: string;
  fields: AdoptionFields;
  sample: boolean;
}

/** SQL: adoptions of public models. Adoptions of a model under embargo stay hidden. `$1` is `samples`. */
const ofPublicModels = `($1 or not sample) and model_id in (select id from stories where ${isPublic})`;

/** False until the platform has applied the migration that creates the table. */
const keepsAdoptions = (db: Database) => hasTable(db, 'adoptions');

/** Stores adoptions that may be shown, and overwrites rows stored earlier. */
export async function saveAdoptions(db: Database, adoptions: readonly ShownAdoption[]): Promise<void> {
  await db.query(
    `insert into adoptions (record_id, model_id, fields, sample)
     select record_id, model_id, fields, sample
     from jsonb_to_recordset($1::jsonb) as pulled (record_id text, model_id text, fields jsonb, sample boolean)
     on conflict (record_id) do update set
       model_id = excluded.model_id, fields = excluded.fields, sample = excluded.sample`,
    [
      JSON.stringify(
        adoptions.map(({ recordId, fields, sample }) => ({
          record_id: recordId,
          model_id: fields.model,
          fields,
          sample,
        })),
      ),
    ],
  );
}

/** Notes that rows were listed. */
export async function noteSeenAdoptions(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('update adoptions set seen_at = now() where record_id = any($1)', [recordIds]);
}

/** Deletes rows that may not be shown. */
export async function forgetAdoptions(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from adoptions where record_id = any($1)', [recordIds]);
}

/** Deletes rows that were missing from a complete listing begun at `since`: staff deleted them in Airtable. */
export async function forgetUnseen(db: Database, since: Date): Promise<void> {
  await db.query('delete from adoptions where seen_at < $1', [since]);
}

/** Every adoption that is public now, or those of one model. Throws when the store cannot be read or holds an invalid row. */
export async function readAdoptions(db: Database, samples: boolean, model?: string): Promise<Adoption[]> {
  if (!(await keepsAdoptions(db))) return [];
  const { rows } = await db.query(
    `select fields || jsonb_build_object('id', record_id, 'sample', sample) as adoption
     from adoptions where ${ofPublicModels} and ($2::text is null or model_id = $2) order by record_id`,
    [samples, model ?? null],
  );
  return z
    .array(z.object({ adoption: adoptionSchema }))
    .parse(rows)
    .map(({ adoption }) => adoption);
}

/** A digest of the adoptions that `readAdoptions` reads; empty where there are none. */
export async function adoptionsDigest(db: Database, samples: boolean): Promise<string> {
  if (!(await keepsAdoptions(db))) return '';
  const { rows } = await db.query<{ digest: string | null }>(
    `select md5(string_agg(record_id || sample || md5(fields::text), ',' order by record_id)) as digest
     from adoptions where ${ofPublicModels}`,
    [samples],
  );
  return rows[0]?.digest ?? '';
}
