import { z } from 'zod';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import type { TablePlace } from './layout.ts';
import { columnOf, requiredColumn } from './places.ts';
import type { FoundRow } from './submission-cells.ts';

const answerSchema = z.object({
  records: z.array(
    z.object({ id: z.string(), createdTime: z.string(), fields: z.record(z.string(), z.unknown()) }),
  ),
});

/** A row to look for: by the id that Airtable gave it, and by its code. */
export interface WantedRow {
  code: string;
  recordId: string | null;
}

/** A text in a formula. */
export const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
/** A column in a formula. */
export const inBraces = (name: string) =>
  ['{', name.replaceAll('\\', '\\\\').replaceAll('}', '\\}'), '}'].join('');

/** Every row with one of these ids or codes, oldest first: copies included. At most ten rows are wanted. */
export async function findRows(
  client: AirtableClient,
  table: Table,
  place: TablePlace,
  wanted: readonly WantedRow[],
): Promise<FoundRow[]> {
  const merge = requiredColumn(place, table.mergeColumn);
  const tests = wanted.flatMap(({ code, recordId }) => [
    `${inBraces(merge.name)} = ${quoted(code)}`,
    ...(recordId === null ? [] : [`RECORD_ID() = ${quoted(recordId)}`]),
  ]);
  const body = {
    pageSize: 100,
    returnFieldsByFieldId: true,
    fields: table.columns.flatMap(({ name }) => columnOf(place, name)?.id ?? []),
    filterByFormula: `OR(${tests.join(', ')})`,
  };
  const answer = await client.records({ method: 'POST', path: `/${place.id}/listRecords`, body });
  return answerSchema
    .parse(answer)
    .records.toSorted((a, b) => (a.createdTime < b.createdTime ? -1 : 1))
    .map(({ id, fields }) => ({ id, fields }));
}

/** The row of a submission among the found ones: the known record or else the oldest with its code. */
export function ownRow(
  rows: readonly FoundRow[],
  mergeId: string,
  { code, recordId }: WantedRow,
): FoundRow | undefined {
  return rows.find(({ id }) => id === recordId) ?? rows.find(({ fields }) => fields[mergeId] === code);
}
