import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import { tableOfForm } from './columns.ts';
import { BaseLayoutError } from './errors.ts';
import { findRows, ownRow, type WantedRow } from './find-rows.ts';
import { requiredColumn, tableLayout } from './places.ts';

/** What a removal met: the ids of deleted records, and the codes of which no row was there. */
export interface Removal {
  removed: string[];
  absent: string[];
}

/**
 * Looks for the rows of at most ten submissions of one form, by record and by code, and deletes what it finds, copies included.
 * Only a later look that finds nothing proves that the rows are gone. Throws the client's errors.
 */
export async function removeSubmissions(
  client: AirtableClient,
  base: BaseSession,
  form: string,
  wanted: readonly WantedRow[],
): Promise<Removal> {
  const table = tableOfForm[form];
  if (!table) throw new BaseLayoutError(`Phiếu “${form}” chưa có bảng trong Airtable.`);
  return base.withLayout(async (layout) => {
    const place = tableLayout(layout, table);
    const mergeId = requiredColumn(place, table.mergeColumn).id;
    const rows = await findRows(client, table, place, wanted);
    const ids = rows.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += 10) {
      const query = { records: ids.slice(start, start + 10) };
      await client.records({ method: 'DELETE', path: `/${place.id}`, query });
    }
    const absent = wanted.filter((row) => !ownRow(rows, mergeId, row)).map(({ code }) => code);
    return { removed: ids, absent };
  });
}
