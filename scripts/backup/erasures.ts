import type { BlobStore } from '../../src/filing/evidence/server/blob-store.ts';
import { deleteUnwanted } from '../../src/filing/evidence/server/delete-unfiled.ts';
import { eraseSubmission } from '../../src/filing/privacy/erase.ts';
import type { Database } from '../../src/platform/postgres.ts';
import type { KeptList } from './kept-list.ts';

/**
 * Erases again what was erased after the backup was taken, files included. A submission that is newer than the backup is noted as
 * erased, so that its row in the back office goes, too. Returns how many codes were erased or noted.
 */
export async function replayErasures(
  db: Database,
  blobs: BlobStore,
  { erasures }: Pick<KeptList, 'erasures'>,
): Promise<number> {
  let replayed = 0;
  for (const { code, form, reason, erasedAt, rowDeletedAt, recordId } of erasures) {
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
