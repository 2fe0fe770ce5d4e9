import type { Budget } from './budget.ts';
import { Grid } from './grid.ts';
import { OdsCell } from './ods-cell.ts';
import { readPart } from './read-part.ts';
import { maxColumns, maxSheetRows, type Sheet } from './sheet.ts';
import type { XmlReader } from './xml.ts';
import { attributesOf } from './xml-text.ts';
import type { Zip } from './zip.ts';

/** Most sheets that are read from a file. */
const maxSheets = 200;

/** Elements of a sheet with text outside of cells: comments, drawings, tracked changes. */
const elsewhere = new Set([
  'annotation',
  'tracked-changes',
  'shapes',
  'frame',
  'custom-shape',
  'g',
  'forms',
  'dde-links',
]);

const countOf = (value: string | undefined) => Math.max(1, Math.trunc(Number(value ?? 1)) || 1);
const isUnseen = (visibility: string | undefined) => visibility === 'collapse' || visibility === 'filter';

/** Reads `content.xml` of an OpenDocument spreadsheet (OASIS ODF 1.3 part 3, 9). Repeated rows and cells are stored once. */
class OdsReader implements XmlReader {
  readonly grids: Grid[] = [];
  isSpreadsheet = false;
  #budget: Budget;
  #hiddenStyles = new Set<string>();
  #style = '';
  #elsewhere = 0;
  #depth = 0;
  #row = 0;
  #column = 0;
  #columnStyles = 0;
  #rowRepeat = 1;
  #rowCells: { column: number; repeat: number; text: string }[] = [];
  #cell: OdsCell | undefined;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get isDone(): boolean {
    return this.grids.length > maxSheets;
  }

  get row(): number {
    return this.#row;
  }

  get grid(): Grid | undefined {
    return this.grids.at(-1);
  }

  open(name: string, tag: string, isEmpty: boolean): void {
    if (this.#elsewhere > 0 || elsewhere.has(name)) {
      if (!isEmpty) this.#elsewhere += 1;
      return;
    }
    if (name === 'table' && !isEmpty) this.#openTable(tag);
    else if (name === 'style') this.#style = attributesOf(tag).get('name') ?? '';
    else if (name === 'table-properties') this.#readDisplay(tag);
    else if (name === 'spreadsheet') this.isSpreadsheet = true;
    else if (this.#depth !== 1) return;
    else if (name === 'table-column') this.#readColumn(tag);
    else if (name === 'table-row') this.#openRow(tag, isEmpty);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(tag, isEmpty);
    else this.#cell?.open(name, tag);
  }

  text(text: string): void {
    if (this.#elsewhere === 0) this.#cell?.text(text);
  }

  close(name: string): void {
    if (this.#elsewhere > 0) {
      this.#elsewhere -= 1;
      return;
    }
    if (name === 'table') this.#depth = Math.max(0, this.#depth - 1);
    else if (this.#depth !== 1) return;
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else this.#cell?.close(name);
  }

  #readDisplay(tag: string): void {
    if (attributesOf(tag).get('display') === 'false') this.#hiddenStyles.add(this.#style);
  }

  #openTable(tag: string): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    const attributes = attributesOf(tag);
    const grid = new Grid(this.#budget, attributes.get('name') ?? '');
    grid.isHidden = this.#hiddenStyles.has(attributes.get('style-name') ?? '');
    this.grids.push(grid);
    [this.#row, this.#columnStyles] = [0, 0];
  }

  #readColumn(tag: string): void {
    const attributes = attributesOf(tag);
    const next = this.#columnStyles + countOf(attributes.get('number-columns-repeated'));
    if (isUnseen(attributes.get('visibility'))) this.grid?.hideColumns(this.#columnStyles, next - 1);
    this.#columnStyles = next;
  }

  #openRow(tag: string, isEmpty: boolean): void {
    const attributes = attributesOf(tag);
    this.#rowRepeat = countOf(attributes.get('number-rows-repeated'));
    this.#rowCells = [];
    this.#column = 0;
    const last = Math.min(this.#row + this.#rowRepeat, maxSheetRows);
    if (isUnseen(attributes.get('visibility')))
      for (let row = this.#row; row < last; row += 1) this.grid?.hideRow(row);
    if (isEmpty) this.#closeRow();
  }

  #closeRow(): void {
    const last =
      this.#rowCells.length > 0
        ? Math.min(this.#row + this.#rowRepeat, this.#row + maxSheetRows + 1)
        : this.#row;
    for (let row = this.#row; row < last && this.grid?.isDone === false; row += 1) {
      for (const { column, repeat, text } of this.#rowCells) {
        for (let at = column; at < column + Math.min(repeat, maxColumns + 1); at += 1)
          this.grid.put(row, at, text);
      }
    }
    this.#row += this.#rowRepeat;
    this.#rowCells = [];
  }

  #openCell(tag: string, isEmpty: boolean): void {
    const attributes = attributesOf(tag);
    const [rows, columns] = [
      attributes.get('number-rows-spanned'),
      attributes.get('number-columns-spanned'),
    ].map(countOf);
    if (this.grid?.takesMerges)
      this.grid.merge({ row: this.#row, column: this.#column, rows: rows ?? 1, columns: columns ?? 1 });
    this.#cell = new OdsCell(attributes);
    if (isEmpty) this.#closeCell();
  }

  #closeCell(): void {
    if (!this.#cell) return;
    const { repeat, shown } = this.#cell;
    if (shown !== '') this.#rowCells.push({ column: this.#column, repeat, text: shown });
    this.#column += repeat;
    this.#cell = undefined;
  }
}

/** Whether an OpenDocument file needs a password. */
export function isLockedOds(zip: Zip, budget: Budget): boolean {
  let isLocked = false;
  if (!zip.has('meta-inf/manifest.xml')) return false;
  readPart(zip, 'meta-inf/manifest.xml', budget, {
    open(name) {
      isLocked ||= name === 'encryption-data';
    },
    text() {},
    close() {},
  });
  return isLocked;
}

/** The sheets of an OpenDocument spreadsheet; undefined for any other archive. Throws when the archive is broken. */
export function readOds(zip: Zip, budget: Budget): Sheet[] | undefined {
  const reader = new OdsReader(budget);
  const end = readPart(zip, 'content.xml', budget, reader);
  if (!reader.isSpreadsheet || reader.grids.length === 0) return undefined;
  if (end === 'over') reader.grid?.end(reader.row);
  if (end === 'broken') reader.grid?.miss('broken');
  return reader.grids.map(({ sheet }) => sheet);
}
