import type { Database } from '../../../platform/postgres.ts';
import { keptUnfiledDays } from '../../definitions/uploaded-file.ts';
import type { BlobStore } from './blob-store.ts';

/** The most files that one run deletes; the next run deletes more. */
const atOnce = 50;

/**
 * Deletes files that were removed, whose submissions were erased, or that nobody filed in time. First it marks them so that no
 * submission can take them, then it deletes the bytes, then the row. After a crash at any point the next run continues.
 * @param lastStart after it, no deletion begins: the next run continues. Without it, there is no such limit
 */
export async function deleteUnwanted(db: Database, blobs: BlobStore, lastStart?: Date): Promise<number> {
  let deleted = 0;
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
    if (lastStart && Date.now() > lastStart.getTime()) break;
    await blobs.remove(id);
    await db.query('delete from evidence_files where id = $1', [id]);
    deleted += 1;
  }
  return deleted;
}
