import { z } from 'zod';
import type { AirtableClient } from './client.ts';
import { tableOfForm } from './columns.ts';
import { BaseLayoutError } from './errors.ts';
import { type Layout, tableLayout } from './layout.ts';

const answerSchema = z.object({ records: z.array(z.object({ id: z.string() })) });

/**
 * Deletes the rows of at most ten submissions of one form. An upsert finds the rows by their codes; it creates a missing row,
 * which is then deleted as well. Resolves with the ids of the records; throws the client's errors.
 */
export async function removeSubmissions(
  client: AirtableClient,
  layout: Layout,
  form: string,
  codes: readonly string[],
): Promise<string[]> {
  const table = tableOfForm[form];
  if (!table) throw new BaseLayoutError(`Biểu mẫu “${form}” chưa có bảng trong Airtable.`);
  const place = tableLayout(layout, table);
  const merge = place.fields[table.mergeColumn] ?? table.mergeColumn;
  const path = `/${place.id}`;
  const body = {
    performUpsert: { fieldsToMergeOn: [merge] },
    returnFieldsByFieldId: true,
    records: codes.map((code) => ({ fields: { [merge]: code } })),
  };
  const { records } = answerSchema.parse(await client.records({ method: 'PATCH', path, body }));
  const ids = records.map(({ id }) => id);
  await client.records({ method: 'DELETE', path, query: { records: ids } });
  return ids;
}
