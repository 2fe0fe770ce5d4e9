import { z } from 'zod';
import type { StaffDecision } from '../schemas/submission.ts';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { tables } from './columns.ts';
import { type Layout, placeOf } from './layout.ts';

const pageSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  offset: z.string().optional(),
});

/** A row as pulled: cells by the code's field names; empty cells are left out. */
export interface PulledRow {
  recordId: string;
  cells: Record<string, unknown>;
}

/** Text as the site compares it: staff may paste NFD. */
const normal = (cell: unknown): unknown => (typeof cell === 'string' ? cell.normalize('NFC') : cell);

/** Rows of a table that changed after `since`, page by page; all rows when it is null. */
async function* changedRows(
  client: AirtableClient,
  layout: Layout,
  table: Table,
  since: Date | null,
): AsyncGenerator<PulledRow[]> {
  const place = placeOf(layout, table);
  const wanted = table.columns.flatMap(({ name, field }) => {
    const id = place.fields[name];
    return field && id ? [{ field, id }] : [];
  });
  let offset: string | undefined;
  do {
    const body = {
      pageSize: 100,
      returnFieldsByFieldId: true,
      fields: wanted.map(({ id }) => id),
      ...(since && { filterByFormula: `IS_AFTER(LAST_MODIFIED_TIME(), "${since.toISOString()}")` }),
      ...(offset && { offset }),
    };
    const answer = await client.records({ method: 'POST', path: `/${place.id}/listRecords`, body });
    const page = pageSchema.parse(answer);
    yield page.records.map(({ id, fields }) => ({
      recordId: id,
      cells: Object.fromEntries(wanted.map(({ field, id: fieldId }) => [field, normal(fields[fieldId])])),
    }));
    offset = page.offset;
  } while (offset);
}

const decisionSchema = z.object({
  code: z.string(),
  state: z.string().optional(),
  guidance: z.string().optional(),
});

/** Decisions of staff that changed after `since`. Rows that staff made by hand, without a code, are passed over. */
export async function* pullDecisions(
  client: AirtableClient,
  layout: Layout,
  since: Date | null,
): AsyncGenerator<StaffDecision[]> {
  for await (const rows of changedRows(client, layout, tables.nominations, since)) {
    yield rows.flatMap(({ cells }) => {
      const { data } = decisionSchema.safeParse(cells);
      return data ? [{ code: data.code, state: data.state ?? null, guidance: data.guidance ?? null }] : [];
    });
  }
}

/** Rows of `Điển hình` that changed after `since`. */
export function pullStories(
  client: AirtableClient,
  layout: Layout,
  since: Date | null,
): AsyncGenerator<PulledRow[]> {
  return changedRows(client, layout, tables.stories, since);
}
