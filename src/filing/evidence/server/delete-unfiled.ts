import type { Database } from '../../../platform/postgres.ts';
import { keptUnfiledDays } from '../../definitions/uploaded-file.ts';
import type { BlobStore } from './blob-store.ts';

/** Most files that one run deletes; the next run continues. */
const atOnce = 50;

/**
 * Deletes files that were removed, that nobody filed in time, or whose submissions were erased. First marks a file so that no filing
 * can claim it, then deletes the bytes, then the row. The next run continues an interrupted one.
 */
export async function deleteUnwanted(db: Database, blobs: BlobStore): Promise<number> {
  await db.query(
    `update evidence_files set doomed_at = now()
     where code is null and doomed_at is null and uploaded_at < now() - $1 * interval '1 day'`,
    [keptUnfiledDays],
  );
  const { rows } = await db.query<{ id: string }>(
    `select id from evidence_files where doomed_at is not null and code is null order by doomed_at limit $1`,
    [atOnce],
  );
  for (const { id } of rows) {
    await blobs.remove(id);
    await db.query('delete from evidence_files where id = $1', [id]);
  }
  return rows.length;
}
