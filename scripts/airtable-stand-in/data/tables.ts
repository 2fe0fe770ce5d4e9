import type { Database } from './database.ts';
import { newId } from './ids.ts';
import {
  type Field,
  type FieldOptions,
  type FieldType,
  isFieldType,
  readOptions,
  type Table,
} from './model.ts';

type SqlRow = Record<string, unknown>;

const text = (row: SqlRow, column: string) => String(row[column]);

const description = (row: SqlRow) =>
  row.description === null ? {} : { description: text(row, 'description') };

function readField(row: SqlRow): Field {
  const type = row.type;
  if (!isFieldType(type)) throw new TypeError(`Unknown field type in the base's file: ${String(type)}`);
  const field: Field = { id: text(row, 'id'), name: text(row, 'name'), type, ...description(row) };
  if (row.options === null) return field;
  return { ...field, options: readOptions(JSON.parse(text(row, 'options'))) };
}

/** A field to be created; its options are checked already (`field-options.ts`). */
export type NewField = Omit<Field, 'id'>;

/** What may be changed on a table or a field. An empty description removes it. */
export interface Naming {
  name?: string;
  description?: string;
}

/** The tables and columns of a base. */
export interface TableStore {
  all(): Table[];
  /** The table with this id or, failing that, exactly this name. */
  find(idOrName: string): Table | undefined;
  create(table: Naming & { name: string }, fields: NewField[]): Table;
  addField(tableId: string, field: NewField): Field;
  rename(what: 'tables' | 'fields', id: string, naming: Naming): void;
  setOptions(fieldId: string, options: FieldOptions): void;
  retype(fieldId: string, type: FieldType, options: FieldOptions | undefined): void;
  removeField(fieldId: string): void;
}

/** Keeps tables and columns in the base's file. Callers wrap several changes in a transaction. */
export function tableStore({ sql, onRollback }: Database): TableStore {
  /** As last read, by id and by name: most requests read tables, and few change them. */
  const known = new Map<string, Table>();
  const forget = () => known.clear();
  onRollback(forget);
  const selectTables = sql.prepare('SELECT * FROM tables ORDER BY position');
  const selectById = sql.prepare('SELECT * FROM tables WHERE id = ?');
  const selectByName = sql.prepare('SELECT * FROM tables WHERE name = ?');
  const selectFields = sql.prepare('SELECT * FROM fields WHERE table_id = ? ORDER BY position');
  const insertTable = sql.prepare('INSERT INTO tables (id, name, description, view_id) VALUES (?, ?, ?, ?)');
  const insertField = sql.prepare(
    'INSERT INTO fields (id, table_id, name, type, description, options) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const updateOptions = sql.prepare('UPDATE fields SET options = ? WHERE id = ?');

  function readTable(row: SqlRow): Table {
    const fields = selectFields.all(text(row, 'id')).map(readField);
    return {
      id: text(row, 'id'),
      name: text(row, 'name'),
      ...description(row),
      primaryFieldId: fields[0]?.id ?? '',
      fields,
      views: [{ id: text(row, 'view_id'), name: 'Grid view', type: 'grid' }],
    };
  }

  const all = () => selectTables.all().map(readTable);

  function find(idOrName: string) {
    const before = known.get(idOrName);
    if (before) return before;
    const row = selectById.get(idOrName) ?? selectByName.get(idOrName);
    if (!row) return undefined;
    const table = readTable(row);
    known.set(idOrName, table);
    return table;
  }

  function addField(tableId: string, field: NewField): Field {
    const id = newId('fld');
    const options = field.options === undefined ? null : JSON.stringify(field.options);
    forget();
    insertField.run(id, tableId, field.name, field.type, field.description ?? null, options);
    return { id, ...field };
  }

  return {
    all,
    find,
    addField,
    create(table, fields) {
      const row = { id: newId('tbl'), view_id: newId('viw'), name: table.name };
      forget();
      insertTable.run(row.id, table.name, table.description ?? null, row.view_id);
      for (const field of fields) addField(row.id, field);
      return readTable({ ...row, description: table.description ?? null });
    },
    rename(what, id, { name, description }) {
      forget();
      if (name !== undefined) sql.prepare(`UPDATE ${what} SET name = ? WHERE id = ?`).run(name, id);
      if (description !== undefined)
        sql.prepare(`UPDATE ${what} SET description = ? WHERE id = ?`).run(description || null, id);
    },
    retype(fieldId, type, options) {
      forget();
      sql
        .prepare('UPDATE fields SET type = ?, options = ? WHERE id = ?')
        .run(type, options === undefined ? null : JSON.stringify(options), fieldId);
    },
    removeField(fieldId) {
      forget();
      sql.prepare('DELETE FROM fields WHERE id = ?').run(fieldId);
    },
    setOptions(fieldId, options) {
      forget();
      updateOptions.run(JSON.stringify(options), fieldId);
    },
  };
}
