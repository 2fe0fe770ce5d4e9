import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { deleteUnwanted } from '../../src/filing/evidence/server/delete-unfiled.ts';
import type { BlobStore } from '../../src/filing/evidence/server/blob-store.ts';
import { eraseSubmission, erasureReasons } from '../../src/filing/privacy/erase.ts';
import type { Database } from '../../src/platform/postgres.ts';

/** The list beside the backups. It holds no more than the database keeps of an erased submission. */
const erasuresFile = 'erasures.json';

const erasureSchema = z.strictObject({
  code: z.string(),
  form: z.string(),
  reason: z.enum(erasureReasons),
  erasedAt: z.coerce.date(),
  rowDeletedAt: z.coerce.date().nullable(),
  /** Airtable's id of its row. */
  recordId: z.string().nullable(),
});

type Erasure = z.infer<typeof erasureSchema>;

async function readErasures(folder: string): Promise<Erasure[]> {
  try {
    return z.array(erasureSchema).parse(JSON.parse(await readFile(join(folder, erasuresFile), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Adds what was erased to the list beside the backups: older backups still hold it. Returns the length of the list. */
export async function recordErasures(db: Database, folder: string): Promise<number> {
  const { rows } = await db.query(
    `select code, form, reason, erased_at as "erasedAt", row_deleted_at as "rowDeletedAt", record_id as "recordId" from erased_submissions`,
  );
  const all = new Map(
    [...(await readErasures(folder)), ...z.array(erasureSchema).parse(rows)].map((one) => [one.code, one]),
  );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, erasuresFile);
  await writeFile(`${file}.new`, `${JSON.stringify([...all.values()], null, 1)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return all.size;
}

/**
 * Erases again what was erased after the backup was taken, files included. A submission that is newer than the backup is noted as
 * erased, so that its row in the back office goes, too. Returns how many codes were erased or noted.
 */
export async function replayErasures(db: Database, blobs: BlobStore, folder: string): Promise<number> {
  let replayed = 0;
  for (const { code, form, reason, erasedAt, rowDeletedAt, recordId } of await readErasures(folder)) {
    const { rowCount } = await db.query('select 1 from erased_submissions where code = $1', [code]);
    if (rowCount) continue;
    if (!(await eraseSubmission(db, code, reason)))
      await db.query('insert into erased_submissions (code, form, reason) values ($1, $2, $3)', [
        code,
        form,
        reason,
      ]);
    await db.query(
      `update erased_submissions set erased_at = $2, row_deleted_at = $3, record_id = coalesce($4, record_id) where code = $1`,
      [code, erasedAt, rowDeletedAt, recordId],
    );
    replayed += 1;
  }
  while ((await deleteUnwanted(db, blobs)) > 0);
  return replayed;
}
