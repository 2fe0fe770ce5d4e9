import { z } from 'zod';
import { decisionOf } from '../../filing/delivery/decision-of-row.ts';
import { type PulledRow, storableRow } from '../../filing/delivery/pulled-row.ts';
import type { RowColumns } from '../../filing/row-columns.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import type { WaitingChange } from '../sync/change-queue.ts';
import type { Listing, Page } from '../sync/pull.ts';
import type { RowSource } from '../sync/take-changes.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { RefusedError } from './errors.ts';
import { gist } from './gist.ts';
import type { Layout, TablePlace } from './layout.ts';
import { columnOf, tableLayout } from './places.ts';
import { isUnexpected, readCell } from './read-cell.ts';
import { stateColumn } from './state-column.ts';
import { stories } from './story-table.ts';

const pageSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  offset: z.string().optional(),
});

/** So recently the schema must have been read before changed stories are believed: a listing says nothing of changed columns. */
const recentMs = 20_000;

type Records = z.infer<typeof pageSchema>['records'];

/**
 * A formula for rows that changed or were made after an instant: a row that nobody edited since it was typed, pasted or imported
 * may have no modified time. With `madeBySync` it skips rows that the sync created and nobody touched since: after a burst of
 * submissions the listing would otherwise read all of them back and delay the delivery of the rest.
 */
function changedSince(since: Date, { madeBySync }: { madeBySync: boolean }): string {
  const after = (time: string) => `IS_AFTER(${time}, "${since.toISOString()}")`;
  const changed = after('LAST_MODIFIED_TIME()');
  if (madeBySync) return `AND(${changed}, IS_AFTER(LAST_MODIFIED_TIME(), CREATED_TIME()))`;
  return `OR(${changed}, ${after('CREATED_TIME()')})`;
}

/** The columns that the sync reads of a table. */
const readColumns = ({ columns }: Table) =>
  columns.flatMap(({ name, type, field, isRaw }) => (field ? [{ name, type, field, isRaw }] : []));

/** The columns that the sync alone writes, as far as it can write everything there. */
const toldColumns = (place: TablePlace, { columns }: Table) =>
  columns.flatMap(({ name, told, choices = [] }) => {
    const column = told && columnOf(place, name);
    return column && choices.every((choice) => column.choices[choice]) ? [{ told, column }] : [];
  });

/** An empty cell says nothing where a choice was deleted that it may have held: Airtable empties the cells of a deleted choice. */
const withEmptied = (columns: RowColumns, emptied: readonly string[]): RowColumns =>
  emptied.length === 0 ? columns : { ...columns, unavailable: [...columns.unavailable, ...emptied], emptied };

/** Turns records into rows. `isStrange`: some cell is not what its column should hold. */
function toRows(layout: Layout, table: Table, records: Records): { rows: PulledRow[]; isStrange: boolean } {
  const place = tableLayout(layout, table);
  const wanted = readColumns(table).map((column) => ({ ...column, place: columnOf(place, column.name) }));
  const columns = {
    names: Object.fromEntries(wanted.map(({ field, name }) => [field, place.fields[name]?.name ?? name])),
    unavailable: wanted.flatMap(({ field, place: column }) => (column ? [] : [field])),
  };
  const own = toldColumns(place, table);
  const withLost = wanted.filter(({ place: column }) => column && column.lost.length > 0);
  const emptiedIn = (fields: Record<string, unknown>) =>
    withLost.filter(({ place: column }) => column && fields[column.id] == null).map(({ field }) => field);
  const rows = records.map(({ id, fields }) => ({
    recordId: id,
    cells: Object.fromEntries(
      wanted.flatMap(({ field, isRaw, place: column }) =>
        column ? [[field, isRaw ? fields[column.id] : readCell(column, fields[column.id])]] : [],
      ),
    ),
    columns: withEmptied(columns, emptiedIn(fields)),
    told: Object.fromEntries(own.map(({ told, column }) => [told, gist(column, fields[column.id])])),
  }));
  const isStrange = records.some(({ fields }) =>
    wanted.some(({ type, place: column }) => column && isUnexpected(type, column, fields[column.id])),
  );
  return { rows, isStrange };
}

/** Turns records into rows, and reads the schema again where a cell is not what its column should hold. */
async function understand(base: BaseSession, table: Table, records: Records): Promise<PulledRow[]> {
  // Airtable empties the cells of a deleted choice, and its feed does not tell that the choice is gone.
  const stateId = table === stories && (await base.layout()).tables[table.name]?.fields[stateColumn]?.id;
  if (stateId && records.some(({ fields }) => fields[stateId] == null)) await base.reread();
  const read = toRows(await base.layout(), table, records);
  const isAnew = read.isStrange && (await base.reread());
  return (isAnew ? toRows(await base.layout(), table, records) : read).rows;
}

/** Asks for records of a table with the columns that the sync reads. */
const listRecords = (client: AirtableClient, base: BaseSession, table: Table, query: object) =>
  base.withLayout((layout) => {
    const place = tableLayout(layout, table);
    const own = toldColumns(place, table).map(({ column }) => column.id);
    const read = readColumns(table).flatMap(({ name }) => columnOf(place, name)?.id ?? []);
    const fields = [...new Set([...read, ...own])];
    const body = { pageSize: 100, returnFieldsByFieldId: true, fields, ...query };
    return client.records({ method: 'POST', path: `/${place.id}/listRecords`, body });
  });

/** The rows of at most a hundred changed records as they are now, without those that are gone. */
async function readChanged(
  client: AirtableClient,
  base: BaseSession,
  table: Table,
  changed: readonly WaitingChange[],
): Promise<PulledRow[]> {
  const told = changed.flatMap(({ recordId, cells }) => (cells ? [{ id: recordId, fields: cells }] : []));
  const asked = changed.flatMap(({ recordId, cells }) => (cells ? [] : [`RECORD_ID() = "${recordId}"`]));
  const read =
    asked.length === 0
      ? []
      : pageSchema.parse(
          await listRecords(client, base, table, { filterByFormula: `OR(${asked.join(', ')})` }),
        ).records;
  return understand(base, table, [...told, ...read]);
}

async function changedRows(
  client: AirtableClient,
  base: BaseSession,
  table: Table,
  { since, offset }: Listing,
  madeBySync = false,
): Promise<Page<PulledRow>> {
  const query = {
    ...(since && { filterByFormula: changedSince(since, { madeBySync }) }),
    ...(offset && { offset }),
  };
  try {
    const page = pageSchema.parse(await listRecords(client, base, table, query));
    // An empty cell may be one of a column that was just changed: for what the public sees, the schema must be recent.
    if (table === stories && page.records.length > 0) await base.refresh(recentMs);
    return { rows: await understand(base, table, page.records), next: page.offset ?? null, expired: false };
  } catch (error) {
    if (offset && error instanceof RefusedError) return { rows: [], next: null, expired: true };
    throw error;
  }
}

const toDecisions = (rows: readonly PulledRow[]): StaffDecision[] => rows.map(storableRow).map(decisionOf);

/**
 * Rows of a table, as a listing of pages or by the ids of changed records. With `madeBySync`, a listing of changes skips rows that
 * only the sync has written.
 */
export const rowsOf = (
  client: AirtableClient,
  base: BaseSession,
  table: Table,
  { madeBySync = false } = {},
): RowSource<PulledRow> => ({
  ask: (listing) => changedRows(client, base, table, listing, madeBySync),
  read: (changed) => readChanged(client, base, table, changed),
});

/** Decisions of staff in a table, in both ways. */
export const decisionsOf = (
  client: AirtableClient,
  base: BaseSession,
  table: Table,
): RowSource<StaffDecision> => ({
  ask: async (listing) => {
    const page = await changedRows(client, base, table, listing, true);
    return { ...page, rows: toDecisions(page.rows) };
  },
  read: async (changed) => toDecisions(await readChanged(client, base, table, changed)),
});
