/** A cell: a text stays a text, so that no program turns “7/2026” into a day or runs a formula; a whole number can be summed. */
export type WrittenCell = string | number | FormulaCell;

/** A number that the program computes from other cells. `value` is what it is now, for programs that do not compute. */
export interface FormulaCell {
  /** Without “=”. Never made of what people typed. */
  formula: string;
  value: number;
}

/** A sheet of a workbook. */
export interface SheetToWrite {
  name: string;
  /** Widths of the columns, in letters. */
  widths: readonly number[];
  /** The first row is the heading, unless there is a `table`: bold and frozen. */
  rows: readonly (readonly WrittenCell[])[];
  /** More rows in the style of the heading, counted from 0. */
  headingRows?: readonly number[];
  /**
   * A table with lines, from its row of headings to its last row, counted from 0. The first cell of every other row goes over all
   * columns, the first row is the title. The sheet is printed on one page, or, where it has parts, on as many as it is long.
   */
  table?: {
    from: number;
    to: number;
    /** Parts of it: a row with sums, and below it the rows that it sums, which fold away. Counted from 0, `to` included. */
    parts?: readonly { sum: number; to: number }[];
    /** More rows of sums. */
    sums?: readonly number[];
  };
  /** Number of columns at the start that are frozen, too, and repeated on every printed page. */
  fixedColumns?: number;
  /** Number of A4 landscape pages side by side in print; defaults to one. */
  pagesWide?: number;
  /** Rows, counted from 0, in the quiet style for text that is not data. */
  quietRows?: readonly number[];
  /** Columns with a list of choices, which stand in a column of another sheet. Cells accept other text, too. */
  lists?: readonly { column: number; from: string }[];
  /** Hints shown beside the cells of a column while a person fills them in. */
  hints?: readonly { column: number; words: string }[];
}

/** Whether a row stands outside the table of its sheet. */
export const isWide = ({ table }: SheetToWrite, index: number): boolean =>
  table !== undefined && (index < table.from || index > table.to);
