import { z } from 'zod';
import type { Matter } from '../sync/matters.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import type { Table, Told } from './column.ts';
import { tables } from './columns.ts';
import { BaseLayoutError, MissingError, RefusedError } from './errors.ts';
import { findRows } from './find-rows.ts';
import type { Layout } from './layout.ts';
import { operations } from './operations-table.ts';
import { columnOf, requiredColumn, tableLayout } from './places.ts';

/** What the sync tells staff in one row. */
export interface RowToTell {
  recordId: string;
  told: Told;
}

const byName = new Map(tables.map((table) => [table.name, table]));

function tableNamed(name: string): Table {
  const table = byName.get(name);
  if (!table) throw new RangeError(`No table “${name}”.`);
  return table;
}

/** The cells of what is told, by field id. Null empties a cell. Columns that the base lacks are left out. */
function cellsOf(layout: Layout, table: Table, told: Told): Record<string, unknown> {
  const place = tableLayout(layout, table);
  return Object.fromEntries(
    table.columns.flatMap(({ name, choices, told: property }): [string, string | null][] => {
      const column = property && columnOf(place, name);
      if (!property || !column) return [];
      const text = told[property];
      if (text === undefined) return [[column.id, null]];
      // A choice that staff deleted cannot be written.
      const shown = choices ? column.choices[text]?.name : text;
      return shown === undefined ? [] : [[column.id, shown]];
    }),
  );
}

/**
 * Writes what is told into at most ten rows of a table. Resolves with the records that are not there any more; `isTold` is false
 * where the base has no column for it.
 */
export async function tellRows(
  client: AirtableClient,
  base: BaseSession,
  name: string,
  rows: readonly RowToTell[],
): Promise<{ gone: string[]; isTold: boolean }> {
  const table = tableNamed(name);
  const [only] = rows;
  if (!only) return { gone: [], isTold: true };
  try {
    const isTold = await base.withLayout(async (layout) => {
      const records = rows
        .map(({ recordId, told }) => ({ id: recordId, fields: cellsOf(layout, table, told) }))
        .filter(({ fields }) => Object.keys(fields).length > 0);
      const path = `/${tableLayout(layout, table).id}`;
      if (records.length > 0) await client.records({ method: 'PATCH', path, body: { records } });
      return records.length > 0;
    });
    return { gone: [], isTold };
  } catch (error) {
    const isGone =
      error instanceof MissingError || (error instanceof RefusedError && error.type === 'ROW_DOES_NOT_EXIST');
    if (!isGone) throw error;
    if (rows.length === 1) return { gone: [only.recordId], isTold: true };
  }
  // One row that was deleted makes Airtable refuse the whole request.
  const middle = Math.ceil(rows.length / 2);
  const first = await tellRows(client, base, name, rows.slice(0, middle));
  const second = await tellRows(client, base, name, rows.slice(middle));
  return { gone: [...first.gone, ...second.gone], isTold: first.isTold && second.isTold };
}

/** The code that each of these records of a table holds; a record that is gone has no entry. At most ten records. */
export async function codesOfRecords(
  client: AirtableClient,
  base: BaseSession,
  name: string,
  recordIds: readonly string[],
): Promise<Map<string, string>> {
  const table = tableNamed(name);
  if (recordIds.length === 0) return new Map();
  return base.withLayout(async (layout) => {
    const place = tableLayout(layout, table);
    const mergeId = requiredColumn(place, table.mergeColumn).id;
    // No row has this code: the rows are found by their records alone.
    const wanted = recordIds.map((recordId) => ({ code: `? ${recordId}`, recordId }));
    const rows = await findRows(client, table, place, wanted);
    return new Map(rows.map(({ id, fields }) => [id, String(fields[mergeId] ?? '')]));
  });
}

const operationsSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
});

/**
 * Writes matters into the table `Vận hành` and reads which of them staff have confirmed. A matter that is settled is written with
 * what became of it, its tick taken away. Resolves with the names of confirmed matters; throws BaseLayoutError without the table.
 */
export async function tellMatters(
  client: AirtableClient,
  base: BaseSession,
  matters: readonly Matter[],
  settled: readonly string[],
): Promise<string[]> {
  return base.withLayout(async (layout) => {
    const place = tableLayout(layout, operations);
    const [merge, detail, confirmed, since] = ['Việc', 'Chi tiết', 'Đồng ý', 'Từ lúc'].map(
      (name) => requiredColumn(place, name).id,
    );
    if (!merge || !detail || !confirmed || !since)
      throw new BaseLayoutError('Thiếu cột của bảng “Vận hành”.');
    const records = [
      ...matters.map((matter) => ({
        fields: { [merge]: matter.name, [detail]: matter.detail, [since]: matter.since.toISOString() },
      })),
      ...settled.map((name) => ({
        fields: { [merge]: name, [detail]: 'Đã xong.', [confirmed]: false, [since]: null },
      })),
    ];
    const ticked: string[] = [];
    for (let start = 0; start < records.length; start += 10) {
      const body = {
        performUpsert: { fieldsToMergeOn: [merge] },
        returnFieldsByFieldId: true,
        records: records.slice(start, start + 10),
      };
      const answer = operationsSchema.parse(
        await client.records({ method: 'PATCH', path: `/${place.id}`, body }),
      );
      for (const { fields } of answer.records)
        if (fields[confirmed] === true) ticked.push(String(fields[merge]));
    }
    return ticked.filter((name) => matters.some((matter) => matter.name === name));
  });
}
