import { z } from 'zod';
import type { AirtableClient } from './client.ts';
import { type Column, type ColumnType, descriptionOf, plainDescription, type Table } from './column.ts';
import { tables } from './columns.ts';
import { type BaseTable, readBaseSchema } from './schema.ts';

/** Storage for what the sync remembers between runs. */
export interface Memory {
  read: (name: string) => Promise<unknown>;
  write: (name: string, value: unknown) => Promise<void>;
}

const named = z.object({ id: z.string(), name: z.string() });

const columnSchema = z.object({
  ...named.shape,
  /** Type of the column in the base; empty where an earlier version read it. */
  type: z.string().default(''),
  /** Choice in the code → the choice of the base. */
  choices: z.record(z.string(), named),
  /** Choices in the code that the base had and has no more. */
  lost: z.array(z.string()).default([]),
  /** Choices in the code that staff renamed, while another choice of the base has the name that the code knows. */
  twins: z.array(z.string()).default([]),
  /** The column is not there, or its type cannot hold what the code needs. */
  fault: z.enum(['missing', 'type']).nullable(),
});

/** Earlier versions remembered only the id. */
const earlierColumn = z.string().transform(
  (id): z.infer<typeof columnSchema> => ({
    ...{ id, name: '', type: '', choices: {} },
    ...{ lost: [], twins: [], fault: null },
  }),
);

const layoutSchema = z.object({
  /** When the schema of the base was last read, ISO. */
  seenAt: z.iso.datetime(),
  /** Table name in the code → the table of the base and, by column name in the code, its columns. */
  tables: z.record(
    z.string(),
    z.object({
      id: z.string(),
      name: z.string().default(''),
      isMissing: z.boolean().default(false),
      fields: z.record(z.string(), z.union([columnSchema, earlierColumn])),
    }),
  ),
});

/** Ids of the tables, columns and choices that the code relies on. Ids stay valid when staff rename them. */
export type Layout = z.infer<typeof layoutSchema>;

/** A table as the base has it. */
export type TablePlace = Layout['tables'][string];

/** A column as the base has it. */
export type ColumnPlace = z.infer<typeof columnSchema>;

const freshForMs = 30 * 60 * 1000;
const memoryName = (baseId: string) => `layout ${baseId}`;

const texts = ['singleLineText', 'multilineText', 'richText', 'email', 'url', 'phoneNumber'];

/** Types whose values can stand for those of another type. */
function fits(wanted: ColumnType, found: string): boolean {
  if (found === wanted) return true;
  if (texts.includes(wanted)) return texts.includes(found) || found === 'singleSelect';
  if (wanted === 'singleSelect') return texts.includes(found);
  return wanted === 'number' && found === 'currency';
}

/** Finds an item by its remembered id, else by its name if no other item has claimed it. */
function match<T extends { id: string; name: string }>(
  found: readonly T[],
  { id, name }: { id: string | undefined; name: string },
  taken: ReadonlySet<string | undefined>,
): T | undefined {
  return (
    found.find((item) => item.id === id) ?? found.find((item) => item.name === name && !taken.has(item.id))
  );
}

/** A renamed column that no database remembers: `npm run base` gave it its description, which a new name leaves as it is. */
function byDescription(
  column: Column,
  found: BaseTable['fields'],
  taken: ReadonlySet<string | undefined>,
): BaseTable['fields'][number] | undefined {
  const ours = [descriptionOf(column), plainDescription(column.name)];
  return found.find(({ id, description }) => ours.includes(description ?? '') && !taken.has(id));
}

function matchColumn(
  column: Column,
  found: BaseTable['fields'],
  before: ColumnPlace | undefined,
  taken: ReadonlySet<string | undefined>,
): ColumnPlace {
  const field =
    match(found, { id: before?.id, name: column.name }, taken) ?? byDescription(column, found, taken);
  if (!field) {
    const { id = '', name = '', type = '', choices = {}, lost = [] } = before ?? {};
    return { id, name: name || column.name, type, choices, lost, twins: [], fault: 'missing' };
  }
  const offered = field.options?.choices ?? [];
  const takenChoices = new Set(Object.values(before?.choices ?? {}).map(({ id }) => id));
  const choices = (column.choices ?? []).flatMap((name) => {
    const choice = match(offered, { id: before?.choices[name]?.id, name }, takenChoices);
    return choice ? [[name, { id: choice.id, name: choice.name }] as const] : [];
  });
  const present = Object.fromEntries(choices);
  const wasThere = [...Object.keys(before?.choices ?? {}), ...(before?.lost ?? [])];
  return {
    id: field.id,
    name: field.name,
    type: field.type,
    choices: present,
    lost: [...new Set(wasThere)].filter((name) => column.choices?.includes(name) && !present[name]),
    twins: choices.flatMap(([name, choice]) =>
      choice.name !== name && offered.some((other) => other.name === name) ? [name] : [],
    ),
    fault: fits(column.type, field.type) ? null : 'type',
  };
}

function matchTable(table: Table, base: readonly BaseTable[], known: Layout | undefined): TablePlace {
  const before = known?.tables[table.name];
  const takenTables = new Set(Object.values(known?.tables ?? {}).map(({ id }) => id));
  const found = match(base, { id: before?.id, name: table.name }, takenTables);
  if (!found) {
    const { id = '', name = table.name, fields = {} } = before ?? {};
    return { id, name: name || table.name, isMissing: true, fields };
  }
  const taken = new Set(
    Object.values(before?.fields ?? {})
      .filter(({ fault }) => fault !== 'missing')
      .map(({ id }) => id),
  );
  const fields = table.columns.map((column) => [
    column.name,
    matchColumn(column, found.fields, before?.fields[column.name], taken),
  ]);
  return { id: found.id, name: found.name, isMissing: false, fields: Object.fromEntries(fields) };
}

/** False when another version of the code, which knew other columns, read the layout. */
const hasAll = (layout: Layout) =>
  tables.every((table) => {
    const place = layout.tables[table.name];
    return place?.isMissing || table.columns.every(({ name }) => place?.fields[name]?.name);
  });

/** What the layout remembers; undefined where the base was never read. */
/** What was last read of the base; undefined before the first time. */
export async function readKnown(baseId: string, memory: Pick<Memory, 'read'>): Promise<Layout | undefined> {
  return layoutSchema.safeParse(await memory.read(memoryName(baseId))).data;
}

/** Reads the base and matches what it has with what the code needs: by id where the id is known, else by name. */
export async function matchBase(
  client: AirtableClient,
  baseId: string,
  memory: Memory,
  now: Date,
): Promise<Layout> {
  const known = await readKnown(baseId, memory);
  const base = await readBaseSchema(client);
  const matched = tables.map((table) => [table.name, matchTable(table, base, known)]);
  const layout: Layout = { seenAt: now.toISOString(), tables: Object.fromEntries(matched) };
  await memory.write(memoryName(baseId), layout);
  return layout;
}

/** The ids that the code needs, read anew every half hour, so a renamed table, column or choice stays what it was. */
export async function readLayout(
  client: AirtableClient,
  baseId: string,
  memory: Memory,
  now: Date,
): Promise<{ layout: Layout; isFresh: boolean }> {
  const known = await readKnown(baseId, memory);
  if (known && hasAll(known) && now.getTime() - Date.parse(known.seenAt) < freshForMs)
    return { layout: known, isFresh: false };
  return { layout: await matchBase(client, baseId, memory, now), isFresh: true };
}
