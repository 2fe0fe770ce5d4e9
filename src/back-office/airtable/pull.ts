import { z } from 'zod';
import { type PulledRow, storableRow } from '../../filing/delivery/pulled-row.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import type { Listing, Page } from '../sync/pull.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { adoptions } from './columns.ts';
import { RefusedError } from './errors.ts';
import type { Layout } from './layout.ts';
import { columnOf, tableLayout } from './places.ts';
import { stories } from './story-table.ts';
import { isUnexpected, readCell } from './read-cell.ts';

const pageSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  offset: z.string().optional(),
});

/** So recently the schema must have been read before changed stories are believed. */
const recentMs = 20_000;

type Records = z.infer<typeof pageSchema>['records'];

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

/** The columns that the sync reads of a table. */
const readColumns = ({ columns }: Table) =>
  columns.flatMap(({ name, type, field }) => (field ? [{ name, type, field }] : []));

/** Turns records into rows. `isStrange`: some cell is not what its column should hold. */
function toRows(layout: Layout, table: Table, records: Records): { rows: PulledRow[]; isStrange: boolean } {
  const place = tableLayout(layout, table);
  const wanted = readColumns(table).map((column) => ({ ...column, place: columnOf(place, column.name) }));
  const columns = {
    names: Object.fromEntries(wanted.map(({ field, name }) => [field, place.fields[name]?.name ?? name])),
    unavailable: wanted.flatMap(({ field, place: column }) => (column ? [] : [field])),
  };
  const rows = records.map(({ id, fields }) => ({
    recordId: id,
    cells: Object.fromEntries(
      wanted.flatMap(({ field, place: column }) =>
        column ? [[field, readCell(column, fields[column.id])]] : [],
      ),
    ),
    columns,
  }));
  const isStrange = records.some(({ fields }) =>
    wanted.some(({ type, place: column }) => column && isUnexpected(type, column, fields[column.id])),
  );
  return { rows, isStrange };
}

async function changedRows(
  client: AirtableClient,
  base: BaseSession,
  table: Table,
  { since, offset }: Listing,
  madeBySync = false,
): Promise<Page<PulledRow>> {
  const ask = (layout: Layout) => {
    const place = tableLayout(layout, table);
    const fields = readColumns(table).flatMap(({ name }) => columnOf(place, name)?.id ?? []);
    const body = {
      pageSize: 100,
      returnFieldsByFieldId: true,
      fields,
      ...(since && { filterByFormula: changedSince(since, { madeBySync }) }),
      ...(offset && { offset }),
    };
    return client.records({ method: 'POST', path: `/${place.id}/listRecords`, body });
  };
  try {
    const page = pageSchema.parse(await base.withLayout(ask));
    // An empty cell may be one of a column that was just changed: for what the public sees, the schema must be recent.
    if (table === stories && page.records.length > 0) await base.refresh(recentMs);
    const read = toRows(await base.layout(), table, page.records);
    const isAnew = read.isStrange && (await base.reread());
    const { rows } = isAnew ? toRows(await base.layout(), table, page.records) : read;
    return { rows, next: page.offset ?? null, expired: false };
  } catch (error) {
    if (offset && error instanceof RefusedError) return { rows: [], next: null, expired: true };
    throw error;
  }
}

const decisionSchema = z.object({
  code: z.string().trim().min(1).nullable().catch(null),
  state: z.string().nullable().catch(null),
  guidance: z.string().nullable().catch(null),
  asked: z.array(z.string()).catch([]),
  chosen: z.boolean().catch(false),
});

/** Pulls one page of staff decisions from a table. */
export async function pullDecisions(
  client: AirtableClient,
  base: BaseSession,
  table: Table,
  listing: Listing,
): Promise<Page<StaffDecision>> {
  const page = await changedRows(client, base, table, listing, true);
  const rows = page.rows
    .map(storableRow)
    .map(({ cells, ...row }) => ({ ...row, ...decisionSchema.parse(cells) }));
  return { ...page, rows };
}

/** Pulls one page of `Áp dụng`: staff decisions, and what the site may show. */
export function pullAdoptions(
  client: AirtableClient,
  base: BaseSession,
  listing: Listing,
): Promise<Page<PulledRow>> {
  return changedRows(client, base, adoptions, listing);
}

/** Pulls one page of `Điển hình`. */
export function pullStories(
  client: AirtableClient,
  base: BaseSession,
  listing: Listing,
): Promise<Page<PulledRow>> {
  return changedRows(client, base, stories, listing);
}
