import { z } from 'zod';
import type { ChangedRow } from '../sync/change-queue.ts';
import type { RowAsRead } from '../sync/overwritten-cells.ts';
import type { Table } from './column.ts';
import { decisionTables, tables } from './columns.ts';
import { gist } from './gist.ts';
import type { Layout } from './layout.ts';
import { columnOf } from './places.ts';

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

/** Of a person nothing but the id is read: name and address stay in the base. */
const personSchema = z.object({ user: z.object({ id: z.string().regex(/^usr\w{1,40}$/) }) });

const actionSchema = z.object({
  source: z.string(),
  sourceMetadata: personSchema.optional().catch(undefined),
});

const payloadSchema = z.object({
  actionMetadata: actionSchema.optional(),
  changedTablesById: z.record(z.string(), tableSchema).default({}),
  createdTablesById: z.unknown().optional(),
  destroyedTableIds: z.unknown().optional(),
});

/** What payloads tell: rows that changed, and whether the columns did. */
export interface Told {
  rows: ChangedRow[];
  /** Rows of which a program changed only cells that the sync does not read, with the cells that the sync alone writes. */
  written: RowAsRead[];
  isSchemaChanged: boolean;
}

/** Sources of changes that no person typed. */
const programs = ['publicApi', 'automation', 'sync', 'system'];

/** Who made a change, for the log of acts: the id of a person, or the word for a program; nobody where that is not known. */
function changersOf(action: z.infer<typeof actionSchema> | undefined): string[] {
  if (action && programs.includes(action.source)) return ['cong-cu'];
  const id = action?.source === 'client' ? action.sourceMetadata?.user.id : undefined;
  return id === undefined ? [] : [id];
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
  { isByProgram, changedBy }: { isByProgram: boolean; changedBy: string[] },
): Pick<Told, 'rows' | 'written'> {
  const place = layout.tables[table.name];
  const idsOf = (columns: Table['columns']) =>
    new Set(columns.map(({ name }) => place?.fields[name]?.id ?? ''));
  const read = idsOf(table.columns.filter(({ field }) => field));
  const told = idsOf(table.columns.filter((column) => column.told));
  // What a program changes of the rest is mostly our own writing, which is told by what it says. A person may undo it.
  const news = isByProgram ? read : idsOf(table.columns);
  const keep = (found: Record<string, unknown>) =>
    hasFiles(table)
      ? null
      : Object.fromEntries(
          Object.entries(found).flatMap(([id, cell]) =>
            read.has(id) || told.has(id) ? [[id, asListed(cell)]] : [],
          ),
        );
  const toldIn = (found: Record<string, unknown>) =>
    Object.fromEntries(
      table.columns.flatMap(({ name, told: property }) => {
        const column = property && place && columnOf(place, name);
        return column && column.id in found ? [[property, gist(column, asListed(found[column.id]))]] : [];
      }),
    );
  const row = (recordId: string, found: Record<string, unknown> | null): ChangedRow => ({
    recordId,
    table: table.name,
    isGone: false,
    cells: found && keep(found),
    changedBy,
  });
  const mayBeDelivery = isByProgram && decisionTables.includes(table);
  const created = Object.entries(changes.createdRecordsById).map(([id, { cellValuesByFieldId }]) => ({
    ...row(id, cellValuesByFieldId),
    ...(mayBeDelivery && { changedBy: [] }),
    mayBeDelivery,
  }));
  const edits = Object.entries(changes.changedRecordsById);
  const isNews = ([, { current }]: (typeof edits)[number]) =>
    Object.keys(current.cellValuesByFieldId).some((field) => news.has(field));
  const written = edits
    .filter((change) => !isNews(change))
    .map(([recordId, { current }]) => ({ recordId, told: toldIn(current.cellValuesByFieldId) }));
  const changed = edits.filter(isNews).map(([id, { current, unchanged }]) => {
    return row(id, unchanged ? { ...unchanged.cellValuesByFieldId, ...current.cellValuesByFieldId } : null);
  });
  const gone = changes.destroyedRecordIds.map(
    (recordId): ChangedRow => ({
      recordId,
      table: table.name,
      isGone: true,
      cells: null,
      changedBy,
    }),
  );
  return { rows: [...created, ...changed, ...gone], written };
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
  const written = new Map<string, RowAsRead>();
  let isSchemaChanged = false;
  for (const payload of read.data) {
    const { changedTablesById, createdTablesById, destroyedTableIds, actionMetadata } = payload;
    const isByProgram = actionMetadata?.source === 'publicApi';
    if (createdTablesById !== undefined || destroyedTableIds !== undefined) isSchemaChanged = true;
    for (const [id, changes] of Object.entries(changedTablesById)) {
      const table = byTable.get(id);
      if (!table) continue;
      if (isOfColumns(changes)) isSchemaChanged = true;
      const told = readTable(table, layout, changes, { isByProgram, changedBy: changersOf(actionMetadata) });
      for (const row of told.rows) {
        const before = rows.get(row.recordId)?.changedBy ?? [];
        rows.set(row.recordId, { ...row, changedBy: [...new Set([...before, ...row.changedBy])] });
      }
      for (const { recordId, told: cells } of told.written)
        written.set(recordId, { recordId, told: { ...written.get(recordId)?.told, ...cells } });
    }
  }
  return { rows: [...rows.values()], written: [...written.values()], isSchemaChanged };
}
