import { cleanText } from '../../vietnamese/clean-text.ts';
import { z } from 'zod';
import type { StaffDecision } from '../../filing/submission.ts';
import type { Listing, Page } from '../sync/pull.ts';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { adoptions, stories } from './columns.ts';
import { RefusedError } from './errors.ts';
import { type Layout, tableLayout } from './layout.ts';

const pageSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  offset: z.string().optional(),
});

/** A pulled row: cells by property name, without the empty cells. */
export interface PulledRow {
  recordId: string;
  cells: Record<string, unknown>;
}

/** Cleans text as the forms do: staff paste from Word, and text in NFD. */
const normal = (cell: unknown): unknown => (typeof cell === 'string' ? cleanText(cell) : cell);

/**
 * A formula for rows that changed or were made after an instant: a row that nobody edited since it was typed, pasted or imported
 * may have no modified time. With `madeBySync` it skips rows that the sync created and nobody touched since: after a burst of
 * filings the listing would otherwise read all of them back and delay the delivery of the rest.
 */
function changedSince(since: Date, { madeBySync }: { madeBySync: boolean }): string {
  const after = (time: string) => `IS_AFTER(${time}, "${since.toISOString()}")`;
  const changed = after('LAST_MODIFIED_TIME()');
  if (madeBySync) return `AND(${changed}, IS_AFTER(LAST_MODIFIED_TIME(), CREATED_TIME()))`;
  return `OR(${changed}, ${after('CREATED_TIME()')})`;
}

async function changedRows(
  client: AirtableClient,
  layout: Layout,
  table: Table,
  { since, offset }: Listing,
  madeBySync = false,
): Promise<Page<PulledRow>> {
  const place = tableLayout(layout, table);
  const wanted = table.columns.flatMap(({ name, field }) => {
    const id = place.fields[name];
    return field && id ? [{ field, id }] : [];
  });
  const body = {
    pageSize: 100,
    returnFieldsByFieldId: true,
    fields: wanted.map(({ id }) => id),
    ...(since && { filterByFormula: changedSince(since, { madeBySync }) }),
    ...(offset && { offset }),
  };
  try {
    const answer = await client.records({ method: 'POST', path: `/${place.id}/listRecords`, body });
    const page = pageSchema.parse(answer);
    const rows = page.records.map(({ id, fields }) => ({
      recordId: id,
      cells: Object.fromEntries(wanted.map(({ field, id: fieldId }) => [field, normal(fields[fieldId])])),
    }));
    return { rows, next: page.offset ?? null, expired: false };
  } catch (error) {
    if (offset && error instanceof RefusedError) return { rows: [], next: null, expired: true };
    throw error;
  }
}

const decisionSchema = z.object({
  code: z.string(),
  state: z.string().optional(),
  guidance: z.string().optional(),
  asked: z.array(z.string()).optional(),
});

/** Pulls one page of staff decisions from a table. Skips rows without a code, which staff made by hand. */
export async function pullDecisions(
  client: AirtableClient,
  layout: Layout,
  table: Table,
  listing: Listing,
): Promise<Page<StaffDecision>> {
  const page = await changedRows(client, layout, table, listing, true);
  const decisions = page.rows.flatMap(({ cells }) => {
    const { data } = decisionSchema.safeParse(cells);
    if (!data) return [];
    const { code, state = null, guidance = null, asked = [] } = data;
    return [{ code, state, guidance, asked }];
  });
  return { ...page, rows: decisions };
}

/** Pulls one page of `Áp dụng`: staff decisions, and what the site may show. */
export function pullAdoptions(
  client: AirtableClient,
  layout: Layout,
  listing: Listing,
): Promise<Page<PulledRow>> {
  return changedRows(client, layout, adoptions, listing);
}

/** Pulls one page of `Điển hình`. */
export function pullStories(
  client: AirtableClient,
  layout: Layout,
  listing: Listing,
): Promise<Page<PulledRow>> {
  return changedRows(client, layout, stories, listing);
}
