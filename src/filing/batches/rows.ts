import { isErrorText } from '../../platform/spreadsheet/error-text.ts';
import type { TableForm } from './batch-form.ts';
import { cellAddress, type Line, type TableGrid } from './grid.ts';
import type { Meaning } from './headings.ts';

/** A row of the table: its number, and its filled cells by field, cleaned. */
export interface TableRow {
  number: number;
  cells: Readonly<Record<string, string>>;
  /** Addresses of cells with a formula error, by field: `D7`. */
  addresses?: Readonly<Record<string, string>>;
}

/** A row as read from a sheet. */
export interface SheetRow extends TableRow {
  /** Its line in the sheet, from 1. */
  line: number;
}

/** The row numbers that the table itself gives if they are usable; otherwise rows are counted. */
function numbersOf(typed: readonly string[]): number[] {
  const own = typed.map((text) => Number(/^\(?([1-9]\d{0,4})[.)]?$/.exec(text)?.[1]));
  const areNames = own.every((number) => number > 0) && new Set(own).size === own.length;
  return areNames ? own : typed.map((_, index) => index + 1);
}

/**
 * Turns lines into rows. A cell merged downwards gives its value to every row that it covers, except a name: each nominee has one
 * row. `merged` lists the addresses of such cells; `top` is the first line below the headings.
 */
export function rowsOf(
  { columns: [first] }: TableForm,
  grid: TableGrid,
  { lines, top }: { lines: readonly Line[]; top: number },
  meanings: readonly (Meaning | undefined)[],
): { rows: SheetRow[]; merged: string[] } {
  const number = meanings.indexOf('number');
  const numbers = numbersOf(lines.map(({ cells }) => cells[number] ?? ''));
  const merged = new Set<string>();
  /** The text of a cell as a person sees it, and the row where it is stored. */
  const seen = ({ at, cells }: Line, column: number, field: string): [cell: string, at: number] => {
    const merge = (cells[column] ?? '') === '' ? grid.mergeAt(at, column) : undefined;
    const isCovered = merge?.column === column && merge.row < at && merge.row >= top;
    if (!isCovered || field === first?.name) return [cells[column] ?? '', at];
    const cell = grid.shownAt(at, column);
    if (cell !== '') merged.add(cellAddress(column, merge.row));
    return [cell, merge.row];
  };
  const rows = lines.map((line, index): SheetRow => {
    const cells: Record<string, string> = {};
    const addresses: Record<string, string> = {};
    for (const [column, meaning] of meanings.entries()) {
      if (typeof meaning !== 'object') continue;
      const [cell, at] = seen(line, column, meaning.field);
      if (cell === '') continue;
      cells[meaning.field] = cell;
      if (grid.hasAddresses && isErrorText(cell)) addresses[meaning.field] = cellAddress(column, at);
    }
    const hasErrors = Object.keys(addresses).length > 0;
    return { number: numbers[index] ?? index + 1, line: line.at + 1, cells, ...(hasErrors && { addresses }) };
  });
  return { rows, merged: [...merged] };
}
