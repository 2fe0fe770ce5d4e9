import type { JsonObject } from '../../../src/platform/json.ts';
import { invalidRequest, modelNotFound, notFound, unknownField, unprocessable } from '../refusal.ts';
import type { Source, Transaction } from '../webhooks/transaction.ts';
import { checkCell } from './cells.ts';
import type { Database } from './database.ts';
import { type FileStore, fileStore } from './files.ts';
import type { Cell, Field, Row, Table } from './model.ts';
import { type RowStore, rowStore } from './rows.ts';
import { type TableStore, tableStore } from './tables.ts';
import { castValue, withMissingChoices } from './typecast.ts';

/** One row of a write: with an `id` it changes that row, without one it makes a row. */
export interface RowWrite {
  id?: string;
  /** Cells by column name or id; `null` clears. */
  fields: JsonObject;
}

/** How a write is done. */
export interface WriteOptions {
  /** Convert values, and create select options that are missing. */
  typecast?: boolean;
  /** Clear every cell that is not named (`PUT`). */
  replace?: boolean;
  /** Column names or ids by which rows without an `id` are matched (`performUpsert`). */
  mergeOn?: string[];
  /** Who writes; a person where not given. */
  source?: Source;
  /** Id of that person. */
  user?: string | undefined;
}

interface Written {
  row: Row;
  created: boolean;
}

/** The base: its tables, its rows, and the one checked way to write rows, used by the API and the page. */
export interface Base {
  tables: TableStore;
  rows: RowStore;
  /** The bytes of uploaded files. */
  files: FileStore;
  transaction: Database['transaction'];
  /** The table with this id or name. @throws Refusal 403 */
  table(idOrName: string): Table;
  /** Writes all rows or, when one is refused, none. @throws Refusal */
  write(table: Table, writes: RowWrite[], options?: WriteOptions): Written[];
  /** Deletes all rows or, when one does not exist, none. @throws Refusal 404 */
  remove(table: Table, ids: string[], source?: Source): void;
  /** Takes a row out of the trash. @throws Refusal 404 when it is not there */
  restore(table: Table, id: string): void;
  /** Tells the followers of the base of a change. `write` and `remove` call it. */
  note(transaction: Transaction): void;
}

/** The column with this id or exactly this name. @throws Refusal `UNKNOWN_FIELD_NAME` */
export function fieldOf(table: Table, idOrName: string): Field {
  const field =
    table.fields.find(({ id }) => id === idOrName) ?? table.fields.find(({ name }) => name === idOrName);
  if (!field) throw unknownField(idOrName);
  return field;
}

const notMergeable = ['checkbox', 'multipleAttachments', 'multipleRecordLinks', 'rating', 'duration'];

/** Opens a base on its file. `note` is told of every change, within the transaction that makes it. */
export function openBase(
  database: Database,
  { now, note }: { now: () => number; note: (transaction: Transaction) => void },
): Base {
  const tables = tableStore(database);
  const rows = rowStore(database, now);

  function cellsFrom(table: Table, write: RowWrite, before: Row | undefined, options: WriteOptions) {
    const cells: Record<string, Cell> = options.replace ? {} : { ...before?.cells };
    for (const [key, given] of Object.entries(write.fields)) {
      let field = fieldOf(table, key);
      const value = options.typecast ? castValue(field, given) : given;
      if (options.typecast) {
        const grown = withMissingChoices(field, value);
        if (grown !== field && grown.options) tables.setOptions(field.id, grown.options);
        field = grown;
      }
      const cell = checkCell(field, value, {
        before: before?.cells[field.id],
        linkExists: (tableId, id) => rows.find(tableId, id) !== undefined,
      });
      if (cell === undefined) delete cells[field.id];
      else cells[field.id] = cell;
    }
    return cells;
  }

  function matched(table: Table, write: RowWrite, mergeOn: string[], options: WriteOptions) {
    const keys = mergeOn.map((name) => fieldOf(table, name));
    const wanted = cellsFrom(table, write, undefined, options);
    const values: Record<string, Cell> = {};
    for (const key of keys) {
      const value = wanted[key.id];
      if (notMergeable.includes(key.type)) throw invalidRequest(`Cannot merge on field "${key.name}"`);
      if (value === undefined) throw invalidRequest(`No value for the field to merge on: "${key.name}"`);
      values[key.id] = value;
    }
    const found = rows.matching(table.id, values);
    if (found.length > 1)
      throw unprocessable('INVALID_REQUEST_UNKNOWN', 'Cannot upsert: more than one record matches');
    return found[0];
  }

  function existing(table: Table, write: RowWrite, options: WriteOptions) {
    if (write.id === undefined) return options.mergeOn && matched(table, write, options.mergeOn, options);
    const row = rows.find(table.id, write.id);
    if (!row) throw notFound();
    return row;
  }

  return {
    tables,
    rows,
    files: fileStore(database),
    transaction: database.transaction,
    table(idOrName) {
      const table = tables.find(idOrName);
      if (!table) throw modelNotFound();
      return table;
    },
    note,
    write: (given, writes, options = {}) =>
      database.transaction(() => {
        const written = writes.map((write) => {
          const table = (options.typecast ? tables.find(given.id) : undefined) ?? given;
          const before = existing(table, write, options);
          const cells = cellsFrom(table, write, before, options);
          const row = before ? rows.replace(before, cells) : rows.insert(table.id, cells);
          return { row, before, created: before === undefined };
        });
        note({
          source: options.source ?? 'client',
          user: options.user,
          table: tables.find(given.id) ?? given,
          created: written.flatMap(({ row, created }) => (created ? [row] : [])),
          changed: written.flatMap(({ row, before }) => (before ? [{ before, after: row }] : [])),
        });
        return written;
      }),
    restore: (table, id) =>
      database.transaction(() => {
        const row = rows.restore(table.id, id);
        if (!row) throw notFound();
        note({ source: 'client', table, created: [row] });
      }),
    remove: (table, ids, source = 'client') =>
      database.transaction(() => {
        for (const id of ids) {
          if (!rows.find(table.id, id)) throw notFound();
          rows.remove(id);
        }
        note({ source, table, destroyed: ids });
      }),
  };
}
