import type { AirtableClient } from './client.ts';
import { type Column, descriptionOf, type Table } from './column.ts';
import { tables } from './columns.ts';
import { type Memory, matchBase, type TablePlace } from './layout.ts';
import { type BaseTable, readBaseSchema } from './schema.ts';

/** What the set-up created, and the differences that only staff may resolve. */
export interface SetUpReport {
  created: string[];
  /** Columns whose description was brought up to date. */
  described: string[];
  drift: string[];
}

/** For a base that no sync has read yet. */
export const noMemory: Memory = { read: async () => null, write: async () => undefined };

const utc7 = 'Asia/Ho_Chi_Minh';

/** Options that the schema API requires for a type. https://airtable.com/developers/web/api/field-model */
function optionsOf({ type, choices, precision = 0 }: Column): Record<string, unknown> | undefined {
  if (type === 'singleSelect' || type === 'multipleSelects')
    return { choices: (choices ?? []).map((name) => ({ name })) };
  if (type === 'number') return { precision };
  if (type === 'checkbox') return { icon: 'check', color: 'greenBright' };
  if (type === 'date') return { dateFormat: { name: 'european' } };
  if (type === 'dateTime') {
    return { dateFormat: { name: 'european' }, timeFormat: { name: '24hour' }, timeZone: utc7 };
  }
  return undefined;
}

function fieldBody(column: Column) {
  const options = optionsOf(column);
  const { name, type } = column;
  return { name, type, description: descriptionOf(column), ...(options && { options }) };
}

function columnDrift(
  table: Table,
  column: Column,
  found: BaseTable['fields'][number],
  place: TablePlace,
): string[] {
  const where = `“${table.name}” / “${found.name}”`;
  if (found.type !== column.type)
    return [`${where}: kiểu trong Airtable là ${found.type}, trang cần ${column.type}.`];
  const present = place.fields[column.name]?.choices ?? {};
  const missing = (column.choices ?? []).filter((choice) => !present[choice]);
  return missing.map((choice) => `${where}: thiếu lựa chọn “${choice}”. Thêm bằng tay trong Airtable.`);
}

async function completeTable(
  client: AirtableClient,
  table: Table,
  found: BaseTable,
  place: TablePlace,
): Promise<SetUpReport> {
  const report: SetUpReport = { created: [], described: [], drift: [] };
  for (const column of table.columns) {
    const known = place.fields[column.name];
    const field = found.fields.find(({ id }) => known?.fault !== 'missing' && id === known?.id);
    if (field) {
      report.drift.push(...columnDrift(table, column, field, place));
      const { description } = column;
      if (description !== undefined && field.description !== description) {
        const path = `/tables/${found.id}/fields/${field.id}`;
        await client.schema({ method: 'PATCH', path, body: { description } });
        report.described.push(`“${table.name}” / “${field.name}”`);
      }
    } else {
      await client.schema({ method: 'POST', path: `/tables/${found.id}/fields`, body: fieldBody(column) });
      report.created.push(`cột “${column.name}” của bảng “${table.name}”`);
    }
  }
  const ours = new Set(Object.values(place.fields).map(({ id }) => id));
  const names = new Set(table.columns.map(({ name }) => name));
  const others = found.fields.filter(({ id, name }) => !ours.has(id) && !names.has(name));
  report.drift.push(
    ...others.map(({ name }) => `“${table.name}” / “${name}”: cột riêng của cơ quan, trang không dùng.`),
  );
  return report;
}

/**
 * Creates the tables and columns that the base lacks, and reports other differences. Changes nothing that exists but
 * the descriptions of our columns, and deletes nothing. With
 * the memory of the sync, a table or column that staff renamed is known by its id and is not created a second time.
 * Throws the client's errors.
 */
export async function setUpBase(
  client: AirtableClient,
  { baseId, memory }: { baseId: string; memory: Memory } = { baseId: '', memory: noMemory },
): Promise<SetUpReport> {
  const base = await readBaseSchema(client);
  const layout = await matchBase(client, baseId, memory, new Date());
  const report: SetUpReport = { created: [], described: [], drift: [] };
  for (const table of tables) {
    const place = layout.tables[table.name];
    const found = base.find(({ id }) => !place?.isMissing && id === place?.id);
    if (found && place) {
      const { created, described, drift } = await completeTable(client, table, found, place);
      report.created.push(...created);
      report.described.push(...described);
      report.drift.push(...drift);
    } else {
      const body = { name: table.name, fields: table.columns.map(fieldBody) };
      await client.schema({ method: 'POST', path: '/tables', body });
      report.created.push(`bảng “${table.name}”, ${table.columns.length} cột`);
    }
  }
  // What was made is known to the next run of the sync at once.
  if (report.created.length > 0) await matchBase(client, baseId, memory, new Date());
  return report;
}
