import type { AirtableClient } from './client.ts';
import type { Column, Table } from './column.ts';
import { tables } from './columns.ts';
import { type BaseTable, readBaseSchema } from './schema.ts';

/** What the set-up created, and the differences that only staff may resolve. */
export interface SetUpReport {
  created: string[];
  drift: string[];
}

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
  return { name: column.name, type: column.type, ...(options && { options }) };
}

function columnDrift(table: Table, column: Column, found: BaseTable['fields'][number]): string[] {
  const where = `“${table.name}” / “${column.name}”`;
  if (found.type !== column.type)
    return [`${where}: kiểu trong Airtable là ${found.type}, trang cần ${column.type}.`];
  const present = new Set(found.options?.choices?.map(({ name }) => name));
  const missing = (column.choices ?? []).filter((choice) => !present.has(choice));
  return missing.map((choice) => `${where}: thiếu lựa chọn “${choice}”. Thêm bằng tay trong Airtable.`);
}

async function completeTable(client: AirtableClient, table: Table, found: BaseTable): Promise<SetUpReport> {
  const report: SetUpReport = { created: [], drift: [] };
  for (const column of table.columns) {
    const field = found.fields.find(({ name }) => name === column.name);
    if (field) {
      report.drift.push(...columnDrift(table, column, field));
    } else {
      await client.schema({ method: 'POST', path: `/tables/${found.id}/fields`, body: fieldBody(column) });
      report.created.push(`cột “${column.name}” của bảng “${table.name}”`);
    }
  }
  const ours = new Set(table.columns.map(({ name }) => name));
  const others = found.fields.filter(({ name }) => !ours.has(name));
  report.drift.push(
    ...others.map(({ name }) => `“${table.name}” / “${name}”: cột riêng của cơ quan, trang không dùng.`),
  );
  return report;
}

/**
 * Creates the tables and columns that the base lacks, and reports other differences. Changes and deletes nothing that exists.
 * Throws the client's errors.
 */
export async function setUpBase(client: AirtableClient): Promise<SetUpReport> {
  const base = await readBaseSchema(client);
  const report: SetUpReport = { created: [], drift: [] };
  for (const table of tables) {
    const found = base.find(({ name }) => name === table.name);
    if (found) {
      const { created, drift } = await completeTable(client, table, found);
      report.created.push(...created);
      report.drift.push(...drift);
    } else {
      const body = { name: table.name, fields: table.columns.map(fieldBody) };
      await client.schema({ method: 'POST', path: '/tables', body });
      report.created.push(`bảng “${table.name}”, ${table.columns.length} cột`);
    }
  }
  return report;
}
