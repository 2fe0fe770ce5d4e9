import { z } from 'zod';
import type { AirtableClient } from './client.ts';
import type { Table } from './column.ts';
import { tables } from './columns.ts';
import { BaseLayoutError } from './errors.ts';
import { type BaseTable, readBaseSchema } from './schema.ts';

/** Storage for what the sync remembers between runs. */
export interface Memory {
  read: (name: string) => Promise<unknown>;
  write: (name: string, value: unknown) => Promise<void>;
}

const layoutSchema = z.object({
  /** When the schema of the base was last read, ISO. */
  seenAt: z.iso.datetime(),
  /** Table name in the code → its id and, by column name in the code, the ids of its fields. */
  tables: z.record(z.string(), z.object({ id: z.string(), fields: z.record(z.string(), z.string()) })),
});

/** Ids of the tables and columns that the code relies on. Ids stay valid when staff rename them. */
export type Layout = z.infer<typeof layoutSchema>;

const freshForMs = 60 * 60 * 1000;
const memoryName = (baseId: string) => `layout ${baseId}`;

function matchTable(
  table: Table,
  base: readonly BaseTable[],
  known: Layout | undefined,
): Layout['tables'][string] {
  const before = known?.tables[table.name];
  const found = base.find(({ id }) => id === before?.id) ?? base.find(({ name }) => name === table.name);
  if (!found) {
    throw new BaseLayoutError(
      `Không thấy bảng “${table.name}” trong Airtable. Chạy “npm run base” để tạo lại.`,
    );
  }
  const fields = table.columns.map((column) => {
    const field =
      found.fields.find(({ id }) => id === before?.fields[column.name]) ??
      found.fields.find(({ name }) => name === column.name);
    if (!field) {
      throw new BaseLayoutError(
        `Không thấy cột “${column.name}” của bảng “${found.name}” trong Airtable. Khôi phục cột, hoặc chạy “npm run base”.`,
      );
    }
    return [column.name, field.id];
  });
  return { id: found.id, fields: Object.fromEntries(fields) };
}

/** False when an older version of the code, which needed fewer columns, read the layout. */
const hasAll = (layout: Layout) =>
  tables.every((table) => table.columns.every(({ name }) => layout.tables[table.name]?.fields[name]));

/**
 * Reads the ids that the code needs, once an hour, and caches them in between, so a renamed column stays the same column.
 * Throws BaseLayoutError, which names the missing table or column.
 */
export async function readLayout(
  client: AirtableClient,
  baseId: string,
  memory: Memory,
  now: Date,
): Promise<Layout> {
  const known = layoutSchema.safeParse(await memory.read(memoryName(baseId))).data;
  if (known && hasAll(known) && now.getTime() - Date.parse(known.seenAt) < freshForMs) return known;
  const base = await readBaseSchema(client);
  const matched = tables.map((table) => [table.name, matchTable(table, base, known)]);
  const layout: Layout = { seenAt: now.toISOString(), tables: Object.fromEntries(matched) };
  await memory.write(memoryName(baseId), layout);
  return layout;
}

/** Expires the cached layout after a call failed on a missing column, so the next run reads the base again. */
export async function distrustLayout(baseId: string, layout: Layout, memory: Memory): Promise<void> {
  await memory.write(memoryName(baseId), { ...layout, seenAt: new Date(0).toISOString() });
}

/** The ids of a table and its columns in the base. */
export function tableLayout(layout: Layout, table: Table): Layout['tables'][string] {
  const place = layout.tables[table.name];
  if (!place) throw new BaseLayoutError(`Bảng “${table.name}” chưa được đối chiếu với Airtable.`);
  return place;
}
