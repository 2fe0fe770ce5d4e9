import { z } from 'zod';
import type { ChangedRow } from '../sync/change-queue.ts';
import type { Table } from './column.ts';
import { decisionTables, tables } from './columns.ts';
import type { Layout } from './layout.ts';

const cells = z.object({ cellValuesByFieldId: z.record(z.string(), z.unknown()).default({}) });

const tableSchema = z.object({
  createdRecordsById: z.record(z.string(), cells).default({}),
  changedRecordsById: z
    .record(z.string(), z.object({ current: cells, unchanged: cells.optional() }))
    .default({}),
  destroyedRecordIds: z.array(z.string()).default([]),
  createdFieldsById: z.unknown().optional(),
  changedFieldsById: z.unknown().optional(),
  destroyedFieldIds: z.unknown().optional(),
  changedMetadata: z.unknown().optional(),
});

const payloadSchema = z.object({
  actionMetadata: z.object({ source: z.string() }).optional(),
  changedTablesById: z.record(z.string(), tableSchema).default({}),
  createdTablesById: z.unknown().optional(),
  destroyedTableIds: z.unknown().optional(),
});

/** What payloads tell: rows that changed, and whether the columns did. */
export interface Told {
  rows: ChangedRow[];
  isSchemaChanged: boolean;
}

const choiceSchema = z.object({ id: z.string().startsWith('sel'), name: z.string() });

/** A cell as listings give it: payloads write a choice as an object. */
function asListed(cell: unknown): unknown {
  if (Array.isArray(cell)) return cell.map(asListed);
  return choiceSchema.safeParse(cell).data?.name ?? cell ?? undefined;
}

/** Rows with files are read by themselves: the addresses of files in a payload are as old as the payload. */
const hasFiles = ({ columns }: Table) =>
  columns.some(({ type, field }) => field && type === 'multipleAttachments');

function readTable(
  table: Table,
  layout: Layout,
  changes: z.infer<typeof tableSchema>,
  isByProgram: boolean,
): ChangedRow[] {
  const place = layout.tables[table.name];
  const idsOf = (columns: Table['columns']) =>
    new Set(columns.map(({ name }) => place?.fields[name]?.id ?? ''));
  const read = idsOf(table.columns.filter(({ field }) => field));
  const told = idsOf(table.columns.filter((column) => column.told));
  // What a program changes of the rest is our own writing. A person who changes it may undo that.
  const news = isByProgram ? read : idsOf(table.columns);
  const keep = (found: Record<string, unknown>) =>
    hasFiles(table)
      ? null
      : Object.fromEntries(
          Object.entries(found).flatMap(([id, cell]) =>
            read.has(id) || told.has(id) ? [[id, asListed(cell)]] : [],
          ),
        );
  const row = (recordId: string, found: Record<string, unknown> | null): ChangedRow => ({
    recordId,
    table: table.name,
    isGone: false,
    cells: found && keep(found),
  });
  // What a program made in a table of submissions is our own delivery: it holds no decision.
  const isDelivery = isByProgram && decisionTables.includes(table);
  const created = Object.entries(isDelivery ? {} : changes.createdRecordsById).map(
    ([id, { cellValuesByFieldId }]) => row(id, cellValuesByFieldId),
  );
  const changed = Object.entries(changes.changedRecordsById).flatMap(([id, { current, unchanged }]) => {
    if (!Object.keys(current.cellValuesByFieldId).some((field) => news.has(field))) return [];
    return row(id, unchanged ? { ...unchanged.cellValuesByFieldId, ...current.cellValuesByFieldId } : null);
  });
  const gone = changes.destroyedRecordIds.map(
    (recordId): ChangedRow => ({
      recordId,
      table: table.name,
      isGone: true,
      cells: null,
    }),
  );
  return [...created, ...changed, ...gone];
}

/** Tables of which the sync reads anything. */
const followed = tables.filter(({ columns }) => columns.some(({ field }) => field));

const isOfColumns = (changes: z.infer<typeof tableSchema>) =>
  [
    changes.createdFieldsById,
    changes.changedFieldsById,
    changes.destroyedFieldIds,
    changes.changedMetadata,
  ].some((part) => part !== undefined);

/** Reads payloads in their order; of several changes of a row the last one stands. Null where a payload cannot be read. */
export function readPayloads(layout: Layout, payloads: readonly unknown[]): Told | null {
  const read = z.array(payloadSchema).safeParse(payloads);
  if (!read.success) return null;
  const byTable = new Map(followed.map((table) => [layout.tables[table.name]?.id ?? '', table]));
  const rows = new Map<string, ChangedRow>();
  let isSchemaChanged = false;
  for (const payload of read.data) {
    const { changedTablesById, createdTablesById, destroyedTableIds, actionMetadata } = payload;
    const isByProgram = actionMetadata?.source === 'publicApi';
    if (createdTablesById !== undefined || destroyedTableIds !== undefined) isSchemaChanged = true;
    for (const [id, changes] of Object.entries(changedTablesById)) {
      const table = byTable.get(id);
      if (!table) continue;
      if (isOfColumns(changes)) isSchemaChanged = true;
      for (const row of readTable(table, layout, changes, isByProgram)) rows.set(row.recordId, row);
    }
  }
  return { rows: [...rows.values()], isSchemaChanged };
}
