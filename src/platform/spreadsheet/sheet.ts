/** Rows and columns beyond these are not of a table that a person fills in. They are not read, and `unread` says so. */
export const maxSheetRows = 5_000;
export const maxColumns = 256;
/** Letters of a cell: a spreadsheet takes no more. */
export const maxCellLetters = 32_767;

/** Cells that were merged: the first row and column, and how many rows and columns they cover. All counted from 0. */
export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A sheet of a workbook, or the one table of a text file. Rows and columns are counted from 0. */
export interface Sheet {
  /** As its tab says; undefined where the file has no sheets. */
  name?: string;
  /** Hidden in the file, “very hidden” included. */
  isHidden: boolean;
  /**
   * Cells as a person sees them, row by row: “66,7%”, `2026-07-01`, `#N/A` (see `isErrorText`). Empty rows above others stay, so that
   * rows can be counted; empty cells at the end of a row and empty rows at the end are left out.
   */
  rows: string[][];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  merges: readonly Merge[];
  /**
   * Why not all of the sheet was read, and what to do, as a person reads it; undefined where all was. No table is taken from
   * such a sheet: rows would be missing.
   */
  unread?: string;
}

/** What the reader of a table may be told, so that it takes lines apart as they were meant. */
export interface ReadHints {
  /** Whether a cell is the heading of a known column. */
  isHeading?: (cell: string) => boolean;
}

/** A sheet that is nothing but its cells. */
export const plainSheet = (rows: string[][]): Sheet => ({
  isHidden: false,
  rows,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
});
