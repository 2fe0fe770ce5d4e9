import type { Database } from './database.ts';
import { newId } from './ids.ts';
import { type Cell, type Row, readCells } from './model.ts';

/** What the file holds as the modified time of a row that nobody edited since it was made. */
const never = 0;

function readRow(row: Record<string, unknown>): Row {
  return {
    id: String(row.id),
    createdMs: Number(row.created_ms),
    modifiedMs: Number(row.modified_ms) || null,
    cells: readCells(JSON.parse(String(row.cells))),
  };
}

/** The rows of a base's tables. */
export interface RowStore {
  /** Every row of a table, oldest first. */
  all(tableId: string): Row[];
  find(tableId: string, id: string): Row | undefined;
  /** The rows whose cells equal the given ones, all of them. */
  matching(tableId: string, cells: Record<string, Cell>): Row[];
  count(tableId: string): number;
  /** A page of rows, newest first, for people to read. */
  newest(tableId: string, limit: number, skip: number): Row[];
  insert(tableId: string, cells: Record<string, Cell>): Row;
  /** Replaces all cells of a row and moves its last-modified time on. */
  replace(row: Row, cells: Record<string, Cell>): Row;
  /** Changes one column in all rows of a table, as a change of the column does: no row counts as modified. */
  convert(tableId: string, fieldId: string, change: (cell: Cell) => Cell | undefined): void;
  /** Puts a row into the trash. */
  remove(id: string): void;
  /** Takes a row out of the trash as it was: it does not count as modified. */
  restore(tableId: string, id: string): Row | undefined;
}

/** Keeps rows in the base's file. Callers wrap several changes in a transaction. */
export function rowStore({ sql }: Database, clock: () => number): RowStore {
  const selectAll = sql.prepare('SELECT * FROM records WHERE table_id = ? ORDER BY position');
  const selectOne = sql.prepare('SELECT * FROM records WHERE table_id = ? AND id = ?');
  const countAll = sql.prepare('SELECT count(*) AS total FROM records WHERE table_id = ?');
  const selectNewest = sql.prepare(
    'SELECT * FROM records WHERE table_id = ? ORDER BY position DESC LIMIT ? OFFSET ?',
  );
  const insertRow = sql.prepare(
    'INSERT INTO records (id, table_id, created_ms, modified_ms, cells) VALUES (?, ?, ?, ?, ?)',
  );
  const updateRow = sql.prepare('UPDATE records SET cells = ?, modified_ms = ? WHERE id = ?');
  const updateCells = sql.prepare('UPDATE records SET cells = ? WHERE id = ?');
  const deleteRow = sql.prepare('DELETE FROM records WHERE id = ?');
  const columns = 'id, table_id, created_ms, modified_ms, cells';
  const throwAway = sql.prepare(
    `INSERT OR REPLACE INTO trash (${columns}) SELECT ${columns} FROM records WHERE id = ?`,
  );
  const takeBack = sql.prepare(
    `INSERT INTO records (${columns}) SELECT ${columns} FROM trash WHERE table_id = ? AND id = ?`,
  );
  const emptyTrash = sql.prepare('DELETE FROM trash WHERE id = ?');

  return {
    all: (tableId) => selectAll.all(tableId).map(readRow),
    find(tableId, id) {
      const row = selectOne.get(tableId, id);
      return row && readRow(row);
    },
    matching(tableId, cells) {
      const wanted = Object.entries(cells);
      const where = wanted.map(([fieldId]) => ` AND json_extract(cells, '$.${fieldId}') = ?`).join('');
      for (const [fieldId] of wanted)
        sql.exec(
          `CREATE INDEX IF NOT EXISTS by_${fieldId} ON records (table_id, json_extract(cells, '$.${fieldId}'))`,
        );
      const values = wanted.map(([, cell]) => (Array.isArray(cell) ? JSON.stringify(cell) : cell));
      return sql
        .prepare(`SELECT * FROM records WHERE table_id = ?${where} ORDER BY position`)
        .all(tableId, ...values.map((value) => (value === true ? 1 : value)))
        .map(readRow);
    },
    count: (tableId) => Number(countAll.get(tableId)?.total),
    newest: (tableId, limit, skip) => selectNewest.all(tableId, limit, skip).map(readRow),
    insert(tableId, cells) {
      const now = clock();
      const row = { id: newId('rec'), createdMs: now, modifiedMs: null, cells };
      insertRow.run(row.id, tableId, now, never, JSON.stringify(cells));
      return row;
    },
    replace(row, cells) {
      const modifiedMs = clock();
      updateRow.run(JSON.stringify(cells), modifiedMs, row.id);
      return { ...row, modifiedMs, cells };
    },
    convert(tableId, fieldId, change) {
      for (const { id, cells } of selectAll.all(tableId).map(readRow)) {
        const { [fieldId]: before, ...others } = cells;
        if (before === undefined) continue;
        const after = change(before);
        const left = after === undefined ? others : { ...others, [fieldId]: after };
        updateCells.run(JSON.stringify(left), id);
      }
    },
    remove(id) {
      throwAway.run(id);
      deleteRow.run(id);
    },
    restore(tableId, id) {
      takeBack.run(tableId, id);
      emptyTrash.run(id);
      const row = selectOne.get(tableId, id);
      return row && readRow(row);
    },
  };
}
