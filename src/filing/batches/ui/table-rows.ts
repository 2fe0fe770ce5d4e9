import { readText } from '../../../platform/spreadsheet/read-text.ts';
import { plainSheet } from '../../../platform/spreadsheet/sheet.ts';
import { type BatchForm, maxBatchRows } from '../batch-form.ts';
import { hintsOf } from '../headings.ts';
import { plainTable } from '../plain-table.ts';
import { readTable } from '../read-table.ts';
import type { TableRow } from '../rows.ts';
import { cellControls, foldRow, readCells, rowNumber, rowOf, writeCells } from './table-view.ts';

/** The most rows that the page shows; a larger table is refused as a whole. */
export const mostShown = 300;

/** From so many rows at once, a phone folds them. */
const unfolded = 3;

/** The rows of the table on the page, and the text of the whole table, which is sent and kept as a draft. */
export class TableRows {
  #batch: BatchForm;
  #body: HTMLElement;
  #text: HTMLTextAreaElement;
  #written = '';

  constructor(batch: BatchForm, body: HTMLElement, text: HTMLTextAreaElement) {
    this.#batch = batch;
    this.#body = body;
    this.#text = text;
  }

  get all(): HTMLTableRowElement[] {
    return [...this.#body.querySelectorAll('tr')];
  }

  /** The rows that are not empty. */
  get filled(): HTMLTableRowElement[] {
    return this.all.filter((row) => Object.keys(readCells(row)).length > 0);
  }

  /** The filled rows as the server reads them. */
  get filed(): TableRow[] {
    return this.filled.map((row) => ({ number: rowNumber(row), cells: readCells(row) }));
  }

  add(number = Math.max(0, ...this.all.map(rowNumber)) + 1): HTMLTableRowElement {
    const row = rowOf(this.#batch, number);
    this.#body.append(row);
    return row;
  }

  /** Puts a row back before another, or at the end if the other is gone. */
  putBack(row: HTMLTableRowElement, before: Element | null): void {
    this.#body.insertBefore(row, before?.parentElement === this.#body ? before : null);
    this.write();
  }

  row(number: number): HTMLTableRowElement | undefined {
    return this.all.find((row) => rowNumber(row) === number);
  }

  /** Remembers the rows as they are now; the returned function restores them. */
  remember(): () => void {
    const before = this.all.map((row) => ({
      number: rowNumber(row),
      cells: readCells(row),
      isFolded: row.hasAttribute('data-folded'),
    }));
    return () => {
      for (const row of this.all) row.remove();
      for (const { number, cells, isFolded } of before) {
        const row = this.add(number);
        writeCells(row, cells);
        foldRow(row, isFolded);
      }
      this.write();
    };
  }

  /** Adds rows after the filled ones, in place of empty ones. */
  append(rows: readonly TableRow[]): void {
    const taken = new Set(this.filled);
    for (const row of this.all) if (!taken.has(row)) row.remove();
    for (const [index, { cells }] of rows.entries()) {
      const row = this.add();
      writeCells(row, cells);
      foldRow(row, index >= unfolded || rows.length > unfolded);
    }
    this.write();
  }

  /**
   * Fills cells to the right of and below a cell, as a spreadsheet does, and adds rows as needed. Returns how many filled cells
   * were beyond the last column.
   */
  spread(from: Element, cells: readonly (readonly string[])[]): number {
    const first = from.closest('tr');
    const column = first
      ? cellControls(first)
          .map((control): Element => control)
          .indexOf(from)
      : -1;
    if (!first || column < 0) return 0;
    const start = this.all.indexOf(first);
    let beyond = 0;
    for (const [index, line] of cells.entries()) {
      const row = this.all[start + index] ?? this.add();
      const columns = this.#batch.columns.slice(column, column + line.length);
      writeCells(row, Object.fromEntries(columns.map(({ name }, place) => [name, line[place] ?? ''])));
      beyond += line.slice(columns.length).filter((cell) => cell.trim() !== '').length;
    }
    this.write();
    return beyond;
  }

  /** Writes the text of the table and fires an event, so that autosave notices. */
  write(): void {
    this.#written = plainTable(this.#batch, this.filed);
    this.#text.value = this.#written;
    this.#text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Reads the table again after its text was set from elsewhere: by a restored draft or by rows to correct from the server. */
  readAnew(): boolean {
    if (this.#text.value === this.#written) return false;
    const { rows } = readTable(this.#batch, plainSheet(readText(this.#text.value, hintsOf(this.#batch))));
    this.#written = this.#text.value;
    for (const row of this.all) row.remove();
    for (const { number, cells } of rows) {
      const row = this.add(number);
      writeCells(row, cells);
      foldRow(row, rows.length > unfolded);
    }
    if (rows.length === 0) this.add();
    return true;
  }

  /** “37/100 dòng”. */
  get count(): { words: string; isOver: boolean } {
    const count = this.filled.length;
    return { words: `${count}/${maxBatchRows} dòng`, isOver: count > maxBatchRows };
  }
}
