import type { Budget } from './budget.ts';
import { columnName, type Merge, maxCellLetters, maxColumns, maxSheetRows, type Sheet } from './sheet.ts';
import { unreadWords } from './unread.ts';

/** Reading stops after this many formatted rows without text below the last row with text. */
const emptyTail = 1_000;
const maxMerges = 10_000;

/** Collects the cells of a sheet while it is read, within the limits of the sheet and of its file. */
export class Grid {
  #budget: Budget;
  #name: string | undefined;
  #rows: string[][] = [];
  #merges: Merge[] = [];
  #unread: string | undefined;
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  isHidden = false;

  constructor(budget: Budget, name?: string) {
    this.#budget = budget;
    this.#name = name;
  }

  /** Whether reading on would not help. */
  get isDone(): boolean {
    return this.#unread !== undefined;
  }

  /** Records why the sheet was not read completely. Only the first reason counts. */
  miss(why: keyof typeof unreadWords, place = ''): void {
    this.#unread ??= unreadWords[why](
      this.#name === undefined ? 'Bảng' : `Trang tính “${this.#name}”`,
      place,
    );
  }

  /** Records that the budget ended while row `at` was read. */
  end(at: number): void {
    this.miss(at - this.#rows.length > emptyTail ? 'emptyRows' : 'size');
  }

  /** Stores the text of a cell. Reading stops at the first cell that cannot be stored. */
  put(row: number, column: number, text: string): void {
    if (text === '' || this.isDone) return;
    const missed = this.#missedAt(row, column, text);
    if (missed) {
      if (text.trim() !== '')
        this.miss(missed, missed === 'farRow' ? String(row + 1) : cellName(row, column));
      return;
    }
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  #missedAt(row: number, column: number, text: string): keyof typeof unreadWords | undefined {
    if (row >= maxSheetRows) return row > this.#rows.length + emptyTail ? 'farRow' : 'rows';
    if (column >= maxColumns) return 'columns';
    if (text.length > maxCellLetters) return 'cell';
    const cells = this.#rows[row] ?? [];
    if (cells[column]) return 'twice';
    const isWithin = this.#budget.takeCells(Math.max(1, column - cells.length + 1), text.length);
    return isWithin ? undefined : 'size';
  }

  /** Whether the grid accepts more merged cells. */
  get takesMerges(): boolean {
    return this.#merges.length < maxMerges;
  }

  merge(merge: Merge): void {
    const { row, column, rows, columns } = merge;
    const isMerge = [row, column, rows, columns].every(Number.isSafeInteger) && rows > 0 && columns > 0;
    if (isMerge && rows * columns > 1 && row < maxSheetRows && column < maxColumns) this.#merges.push(merge);
  }

  hideColumns(from: number, to: number): void {
    for (let column = Math.max(0, from); column <= Math.min(to, maxColumns - 1); column += 1)
      this.hiddenColumns.add(column);
  }

  hideRow(row: number): void {
    if (row < maxSheetRows) this.hiddenRows.add(row);
  }

  get sheet(): Sheet {
    return {
      ...(this.#name !== undefined && { name: this.#name }),
      isHidden: this.isHidden,
      rows: this.#rows,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      merges: this.#merges,
      ...(this.#unread !== undefined && { unread: this.#unread }),
    };
  }
}

const cellName = (row: number, column: number) => `${columnName(column)}${row + 1}`;
