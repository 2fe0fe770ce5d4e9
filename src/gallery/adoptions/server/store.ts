import { z } from 'zod';
import { keepingKeys } from '../../../filing/delivery/gone-columns.ts';
import { forgetRows, forgetUnseenRows, noteRegained } from '../../../filing/delivery/row-losses.ts';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import { isPublic } from '../../stories/public.ts';
import { type Adoption, adoptionSchema } from '../adoption.ts';
import type { AdoptionFields } from '../record.ts';

/** An adoption that may be shown. */
export interface ShownAdoption {
  recordId: string;
  fields: AdoptionFields;
  /** Fields whose column is gone: what is stored of them stays. */
  keep?: readonly string[];
  sample: boolean;
}

/** SQL: adoptions of public models. Adoptions of a model under embargo stay hidden. `$1` is `samples`. */
const ofPublicModels = `($1 or not sample) and model_id in (select id from stories where ${isPublic})`;

/** False until the platform has applied the migration that creates the table. */
const keepsAdoptions = (db: Database) => hasTable(db, 'adoptions');

/** The table of adoptions, as the code names it. */
export const adoptionTable = 'Áp dụng';
const counted = { table: adoptionTable, store: 'adoptions' } as const;

/** Stores adoptions that may be shown, and overwrites rows stored earlier. */
export async function saveAdoptions(db: Database, adoptions: readonly ShownAdoption[]): Promise<void> {
  await db.query(
    `insert into adoptions (record_id, model_id, fields, sample)
     select pulled.record_id, pulled.model_id, ${keepingKeys('pulled.fields', 'a.fields', 'pulled.keep')}, pulled.sample
     from jsonb_to_recordset($1::jsonb) as pulled (record_id text, model_id text, fields jsonb, keep text[], sample boolean)
       left join adoptions a on a.record_id = pulled.record_id
     on conflict (record_id) do update set
       model_id = excluded.model_id, fields = excluded.fields, sample = excluded.sample`,
    [
      JSON.stringify(
        adoptions.map(({ recordId, fields, keep = [], sample }) => ({
          record_id: recordId,
          model_id: fields.model,
          fields,
          keep,
          sample,
        })),
      ),
    ],
  );
  await noteRegained(
    db,
    adoptions.map(({ recordId }) => recordId),
  );
}

/** Notes that rows were listed. */
export async function noteSeenAdoptions(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('update adoptions set seen_at = now() where record_id = any($1)', [recordIds]);
}

/** Forgets rows that may not be shown; many at once are held (row-losses.ts). */
export const forgetAdoptions = (db: Database, recordIds: readonly string[]): Promise<void> =>
  forgetRows(db, counted, recordIds);

/** Forgets rows that were missing from a complete listing begun at `since`: staff deleted them in Airtable. */
export const forgetUnseen = (db: Database, since: Date): Promise<void> =>
  forgetUnseenRows(db, counted, since);

/** Every adoption that is public now, or those of one model. Throws when the store cannot be read or holds an invalid row. */
export async function readAdoptions(db: Database, samples: boolean, model?: string): Promise<Adoption[]> {
  if (!(await keepsAdoptions(db))) return [];
  const { rows } = await db.query(
    `select fields || jsonb_build_object('id', record_id, 'sample', sample,
       'mark', 'ap-dung-' || left(encode(sha256(record_id::bytea), 'hex'), 8)) as adoption
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
