import { cleanText } from '../../vietnamese/clean-text.ts';
import { maxColumns, type Merge, type Sheet } from '../../platform/spreadsheet/sheet.ts';

/** A line of a sheet that is not empty. */
export interface Line {
  /** Counted from 0, as the sheet counts. */
  at: number;
  /** What stands in its own cells, cleaned. */
  cells: readonly string[];
}

/** A sheet for reading a table: its lines, and what its merged cells cover. */
export interface TableGrid {
  lines: readonly Line[];
  isHidden: (at: number) => boolean;
  isColumnHidden: (column: number) => boolean;
  /** The merge that covers a cell. */
  mergeAt: (at: number, column: number) => Merge | undefined;
  /** What stands at a place, as the merge there shows it. */
  shownAt: (at: number, column: number) => string;
  /** Whether cells of a line were merged across columns; copied text does not tell. */
  isMergedAcross: (at: number) => boolean;
  /** Whether cells have addresses that a person sees. */
  hasAddresses: boolean;
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '');

/** Merges by the rows that they cover; more rows than lines were read are not looked at. */
function mergesByRow(merges: readonly Merge[], rows: number): Map<number, Merge[]> {
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    const end = Math.min(merge.row + merge.rows, rows);
    for (let row = Math.max(0, merge.row); row < end; row += 1) {
      const there = byRow.get(row);
      if (there) there.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

/** A sheet as lines of clean cells. */
export function gridOf({ name, rows, hiddenRows, hiddenColumns, merges }: Sheet): TableGrid {
  const cleaned = rows.map((row) => row.slice(0, maxColumns).map(cleanText));
  const byRow = mergesByRow(merges, rows.length);
  const mergeAt = (at: number, column: number) =>
    byRow.get(at)?.find((merge) => column >= merge.column && column < merge.column + merge.columns);
  return {
    lines: cleaned.map((cells, at) => ({ at, cells })).filter(({ cells }) => !isEmpty(cells)),
    isHidden: (at) => hiddenRows.has(at),
    isColumnHidden: (column) => hiddenColumns.has(column),
    mergeAt,
    shownAt: (at, column) => {
      const merge = mergeAt(at, column);
      return (merge ? cleaned[merge.row]?.[merge.column] : cleaned[at]?.[column]) ?? '';
    },
    isMergedAcross: (at) => byRow.get(at)?.some(({ columns }) => columns > 1) ?? false,
    hasAddresses: name !== undefined,
  };
}

/** 0, 6 → `A7`. */
export function cellAddress(column: number, at: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${at + 1}`;
}
