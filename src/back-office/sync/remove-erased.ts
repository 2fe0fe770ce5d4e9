import { forgetAdoptions } from '../../gallery/adoptions/server/store.ts';
import type { Database } from '../../platform/postgres.ts';
import { erasedRows, noteRowsGone } from '../../filing/privacy/erase.ts';

/** Deletes the rows of erased submissions in the back office, and what the store kept from them for the site. */
export async function removeErased(
  db: Database,
  remove: (form: string, codes: readonly string[]) => Promise<string[]>,
): Promise<void> {
  for (let rows = await erasedRows(db); rows.length > 0; rows = await erasedRows(db)) {
    const codes = rows.map(({ code }) => code);
    const [first] = rows;
    if (!first) return;
    await forgetAdoptions(db, await remove(first.form, codes));
    await noteRowsGone(db, codes);
  }
}
