import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { type FiledFile, filedFileSchema } from '../../definitions/files-field.ts';
import { keptUnfiledDays } from '../../definitions/uploaded-file.ts';

/** The stored id of a file: a hash, so that nobody who reads the store learns the token. */
export const idOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A file whose bytes are stored, and until when they stay if nobody files it. */
export interface StoredFile extends FiledFile {
  id: string;
}

/** Records that an upload begins. The row lets the job find and delete abandoned files. */
export async function noteUpload(db: Database, id: string, form: string, file: FiledFile): Promise<void> {
  await queryWithRetry(
    db,
    `insert into evidence_files (id, form, name, kind, bytes, sha256) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing`,
    [id, form, file.name, file.kind, file.bytes, file.sha256],
  );
}

/** Records that all bytes are stored. Returns until when they stay if nobody files the file. */
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

/** Finds the files of a form that are filed or can be filed, by their ids; leaves out all others. */
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

/** Appends files to a submission, in this order; false when a file is gone or belongs to another submission. */
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

/** Removes an unfiled file; false when the file is filed. An unknown file counts as removed. */
export async function deleteUnfiled(db: Database, id: string): Promise<boolean> {
  const { rows } = await queryWithRetry<{ isFiled: boolean }>(
    db,
    `with out as (update evidence_files set doomed_at = coalesce(doomed_at, now()) where id = $1 and code is null)
     select code is not null as "isFiled" from evidence_files where id = $1`,
    [id],
  );
  return rows[0]?.isFiled !== true;
}

/** Marks the files of a submission for deletion. */
export async function doomFilesOf(client: pg.PoolClient, code: string): Promise<void> {
  await client.query(`update evidence_files set doomed_at = now(), name = '' where code = $1`, [code]);
}
