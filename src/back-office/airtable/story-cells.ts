import type { Cell, Table } from './column.ts';
import type { ColumnPlace, TablePlace } from './layout.ts';
import { columnOf } from './places.ts';
import { stories } from './story-table.ts';

/** A cell as the base takes it; undefined where a choice is not there any more. */
function written({ choices }: ColumnPlace, cell: Cell, isChoice: boolean): Cell {
  if (!isChoice || cell === undefined) return cell === '' ? undefined : cell;
  const found = [cell].flat().flatMap((name) => choices[String(name)]?.name ?? []);
  return Array.isArray(cell) ? found : found[0];
}

/** Cells by field id, from cells by the names that the code has for the columns. Columns that the base lacks are left out. */
export function fieldsOf(table: Table, place: TablePlace, cells: Record<string, Cell>): Record<string, Cell> {
  return Object.fromEntries(
    table.columns.flatMap(({ name, choices }): [string, Cell][] => {
      const column = columnOf(place, name);
      const cell = column && written(column, cells[name], choices !== undefined);
      return column && cell !== undefined ? [[column.id, cell]] : [];
    }),
  );
}

/** `fieldsOf` for `Điển hình`. */
export const storyFieldsOf = (place: TablePlace, cells: Record<string, Cell>): Record<string, Cell> =>
  fieldsOf(stories, place, cells);
