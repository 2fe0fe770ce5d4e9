import { columnName, type Merge, maxColumns, type Sheet } from '../../platform/spreadsheet/sheet.ts';
import { cleanText } from '../../vietnamese/clean-text.ts';

/** A line of a sheet that is not empty. */
export interface Line {
  /** Index of the line in the sheet, from 0. */
  at: number;
  /** Cleaned text of the line's own cells. */
  cells: readonly string[];
}

/** A sheet as lines of cells, with its merged cells. */
export interface TableGrid {
  lines: readonly Line[];
  isHidden: (at: number) => boolean;
  isColumnHidden: (column: number) => boolean;
  /** Returns the merge that covers a cell. */
  mergeAt: (at: number, column: number) => Merge | undefined;
  /** Returns the text shown at a place; a merged cell shows the text of its first cell. */
  shownAt: (at: number, column: number) => string;
  /** Whether a line has cells merged across columns; copied text does not tell. */
  isMergedAcross: (at: number) => boolean;
  /** Whether a person sees cell addresses such as `D7`. */
  hasAddresses: boolean;
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '');

/** Groups merges by the rows that they cover, up to the last line that was read. */
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
export const cellAddress = (column: number, at: number): string => `${columnName(column)}${at + 1}`;
