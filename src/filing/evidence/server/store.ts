import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { type FiledFile, filedFileSchema } from '../../definitions/files-field.ts';
import { keptUnfiledDays } from '../../definitions/uploaded-file.ts';

/** Under which a file is known here: nobody who reads the store learns the token. */
export const idOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A file whose bytes are kept, and how long they are if it is not filed. */
export interface StoredFile extends FiledFile {
  id: string;
}

/** Notes that the bytes of a file are about to be kept: a file that nobody comes back for is found by its row. */
export async function noteUpload(db: Database, id: string, form: string, file: FiledFile): Promise<void> {
  await queryWithRetry(
    db,
    `insert into evidence_files (id, form, name, kind, bytes, sha256) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing`,
    [id, form, file.name, file.kind, file.bytes, file.sha256],
  );
}

/** Notes that all bytes of a file are kept; until when, if it is not filed. */
export async function noteStored(db: Database, id: string): Promise<Date> {
  const { rows } = await queryWithRetry<{ until: Date }>(
    db,
    `update evidence_files set stored_at = now() where id = $1
     returning uploaded_at + $2 * interval '1 day' as until`,
    [id, keptUnfiledDays],
  );
  const [row] = rows;
  if (!row) throw new Error('A file was forgotten while its bytes were kept.');
  return row.until;
}

/** The files of a form that can be filed, or were, by their ids; others are left out. */
export async function findFiles(
  db: Database,
  form: string,
  ids: readonly string[],
): Promise<Map<string, StoredFile>> {
  const { rows } = await queryWithRetry<Record<string, unknown> & { id: string }>(
    db,
    `select id, name, kind, bytes, sha256 from evidence_files
     where form = $1 and id = any($2) and stored_at is not null and doomed_at is null`,
    [form, ids],
  );
  return new Map(rows.map((row) => [row.id, { id: row.id, ...filedFileSchema.parse(row) }]));
}

/** Gives files, in this order, to a filing, behind those that it has; false when one is no longer there or is another's. */
export async function fileWith(
  client: pg.PoolClient,
  code: string,
  ids: readonly string[],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update evidence_files f set code = $1, place = filed.place + before.places
     from unnest($2::text[]) with ordinality as filed (id, place),
       (select coalesce(max(place), 0) as places from evidence_files where code = $1) before
     where f.id = filed.id and f.code is null and f.doomed_at is null and f.stored_at is not null`,
    [code, ids],
  );
  return rowCount === ids.length;
}

/** Takes out a file that was not filed; false when it was. One that is not known is out already. */
export async function deleteUnfiled(db: Database, id: string): Promise<boolean> {
  const { rows } = await queryWithRetry<{ isFiled: boolean }>(
    db,
    `with out as (update evidence_files set doomed_at = coalesce(doomed_at, now()) where id = $1 and code is null)
     select code is not null as "isFiled" from evidence_files where id = $1`,
    [id],
  );
  return rows[0]?.isFiled !== true;
}

/** Has the files of a submission go with it. */
export async function doomFilesOf(client: pg.PoolClient, code: string): Promise<void> {
  await client.query(`update evidence_files set doomed_at = now(), name = '' where code = $1`, [code]);
}
