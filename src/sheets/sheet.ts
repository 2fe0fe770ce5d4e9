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
  isHidden: boolean;
  /** Cells as a person sees them, row by row. Empty rows stay, so that rows can be counted. */
  rows: string[][];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  merges: readonly Merge[];
}

/** A sheet that is nothing but its cells. */
export const plainSheet = (rows: string[][]): Sheet => ({
  isHidden: false,
  rows,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
});
