import { noteRecordsGone } from '../../filing/delivery/row-problems.ts';
import { type ErasedRow, erasedRows, noteLook } from '../../filing/privacy/erase.ts';
import { forgetAdoptions } from '../../gallery/adoptions/server/store.ts';
import type { Database } from '../../platform/postgres.ts';

/** Looks for rows in the back office and deletes them: ids of deleted records, and codes of which there was no row. */
export type RemoveRows = (
  form: string,
  rows: readonly ErasedRow[],
) => Promise<{ removed: string[]; absent: string[] }>;

/**
 * Deletes the rows of erased submissions in the back office, and what the store kept from them for the site. Looks again later: a
 * delivery that was under way may have written a row anew.
 */
export async function removeErased(db: Database, remove: RemoveRows): Promise<void> {
  for (let rows = await erasedRows(db); rows.length > 0; rows = await erasedRows(db)) {
    const codes = rows.map(({ code }) => code);
    const [first] = rows;
    if (!first) return;
    const { removed, absent } = await remove(first.form, rows);
    await forgetAdoptions(db, removed);
    await noteRecordsGone(db, removed);
    await noteLook(db, codes, absent);
  }
}
