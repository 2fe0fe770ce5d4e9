import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import { tableOfForm } from './columns.ts';
import { isLater, MissingError, RefusedError } from './errors.ts';
import { notesOfNomination } from './nomination-columns.ts';
import { columnOf, tableLayout } from './places.ts';

/** Empties the cells of notes that were taken, in at most ten rows. False where they are to be tried again. */
export async function emptyNotes(
  client: AirtableClient,
  base: BaseSession,
  recordIds: readonly string[],
): Promise<boolean> {
  const table = tableOfForm['de-cu-tap-the'];
  if (!table) return true;
  try {
    await base.withLayout(async (layout) => {
      const place = tableLayout(layout, table);
      const columns = notesOfNomination.flatMap(({ name, field }) =>
        field ? (columnOf(place, name) ?? []) : [],
      );
      const fields = Object.fromEntries(columns.map(({ id }) => [id, null]));
      await client.records({
        method: 'PATCH',
        path: `/${place.id}`,
        body: { records: recordIds.map((id) => ({ id, fields })) },
      });
    });
    return true;
  } catch (error) {
    if (isLater(error)) return false;
    if (!(error instanceof MissingError || error instanceof RefusedError)) throw error;
    const [first, ...others] = recordIds;
    // One row that was deleted makes Airtable refuse the whole request.
    if (first === undefined || others.length === 0) return true;
    const isFirst = await emptyNotes(client, base, [first]);
    return (await emptyNotes(client, base, others)) && isFirst;
  }
}
