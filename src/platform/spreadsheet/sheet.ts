/** Limits of a table that a person fills in. Rows and columns beyond the limits are not read, and `unread` says so. */
export const maxSheetRows = 5_000;
export const maxColumns = 256;
/** Most letters that a spreadsheet accepts in a cell. */
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
  /** Name on the tab; undefined where the file has no sheets. */
  name?: string;
  /** Hidden in the file, “very hidden” included. */
  isHidden: boolean;
  /**
   * Cells as a person sees them, row by row: “66,7%”, `2026-07-01`, `#N/A` (see `isErrorText`). Empty rows above others stay, so
   * that row numbers match. Empty cells at the end of a row and empty rows at the end are left out.
   */
  rows: string[][];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  merges: readonly Merge[];
  /**
   * Message that tells why the sheet was not read completely and what to do; undefined for a complete sheet. No table is taken
   * from an incomplete sheet, because rows would be missing.
   */
  unread?: string;
}

/** Hints that help the reader to split lines correctly. */
export interface ReadHints {
  /** Whether a cell is the heading of a known column. */
  isHeading?: (cell: string) => boolean;
}

/** A sheet of cells only, without a name or other properties. */
export const plainSheet = (rows: string[][]): Sheet => ({
  isHidden: false,
  rows,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
});

/** The letters of a column: 0 → A, 26 → AA. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
