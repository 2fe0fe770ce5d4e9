import type { Budget } from './budget.ts';
import { Grid } from './grid.ts';
import { maxCellLetters, maxColumns, type Sheet } from './sheet.ts';
import { TextCell } from './text-cell.ts';
import { type XmlReader, XmlScanner } from './xml.ts';
import { attributesOf, readEntities } from './xml-text.ts';

/** Names of the letters from U+00A0 on, and of a few signs beyond them (HTML 4, 24). */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const entities: Readonly<Record<string, string>> = {
  ...Object.fromEntries(latin.split(' ').map((name, index) => [name, String.fromCharCode(160 + index)])),
  ...{
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    hellip: '…',
    trade: '™',
  },
};

const breaks = new Set(['br', 'p', 'div', 'li', 'tr']);
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const unread = new Set(['script', 'style', 'template', 'title']);
/** Most rows or columns that an HTML cell may span. */
const maxSpan = 1_000;
/** Most tables that are read from one page. */
const maxTables = 50;

const tidy = (line: string) =>
  readEntities(line.replace(/[ \t\r\n]+/g, ' '), entities)
    .replace(/\u00a0/g, ' ')
    .trim();

/** Reads each table of a page as a sheet. A table inside a cell becomes text of that cell. */
class TableReader implements XmlReader {
  readonly grids: Grid[] = [];
  #budget: Budget;
  #depth = 0;
  #unread = '';
  #row = -1;
  #column = 0;
  /** For each column, the row down to which a cell from above reaches. */
  #reach: number[] = [];
  #cell: { span: number; column: number } | undefined;
  #text: TextCell;

  constructor(budget: Budget) {
    this.#budget = budget;
    this.#text = new TextCell(maxCellLetters * 8);
  }

  open(written: string, tag: string, isEmpty: boolean): void {
    const name = written.toLowerCase();
    if (this.#unread) return;
    if (unread.has(name)) this.#unread = isEmpty ? '' : name;
    else if (name === 'table') this.#openTable(tag);
    else if (this.#depth > 1) this.#breakAt(name);
    else if (name === 'tr') this.#openRow(tag);
    else if (name === 'td' || name === 'th') this.#openCell(tag);
    else this.#breakAt(name);
  }

  text(text: string): void {
    if (!this.#unread && this.#cell) this.#text.add(text);
  }

  close(written: string): void {
    const name = written.toLowerCase();
    if (this.#unread) this.#unread = this.#unread === name ? '' : this.#unread;
    else if (name === 'table') this.#closeTable();
    else if (this.#depth > 1) this.#breakAt(name);
    else if (name === 'td' || name === 'th' || name === 'tr') this.#closeCell();
  }

  #breakAt(name: string): void {
    if (breaks.has(name)) this.#text.breakLine();
    else if (name === 'td') this.#text.add(' ');
  }

  #openTable(tag: string): void {
    this.#depth += 1;
    if (this.#depth > 1 || this.grids.length >= maxTables) return;
    const grid = new Grid(this.#budget);
    grid.isHidden = hiddenStyle.test(attributesOf(tag).get('style') ?? '');
    this.grids.push(grid);
    this.#row = -1;
    this.#reach = [];
  }

  #closeTable(): void {
    if (this.#depth === 1) this.#closeCell();
    this.#depth = Math.max(0, this.#depth - 1);
  }

  #openRow(tag: string): void {
    this.#closeCell();
    this.#row += 1;
    this.#column = 0;
    const attributes = attributesOf(tag);
    if (hiddenStyle.test(attributes.get('style') ?? '')) this.grids.at(-1)?.hideRow(this.#row);
  }

  #openCell(tag: string): void {
    this.#closeCell();
    const grid = this.grids.at(-1);
    if (!grid || this.#depth === 0) return;
    const attributes = attributesOf(tag);
    const spanOf = (name: string) =>
      Math.min(maxSpan, Math.max(1, Math.trunc(Number(attributes.get(name) ?? 1)) || 1));
    const [rows, columns] = [spanOf('rowspan'), spanOf('colspan')];
    if (this.#row < 0) this.#row = 0;
    while ((this.#reach[this.#column] ?? 0) > this.#row) this.#column += 1;
    const column = this.#column;
    for (let at = column; at < Math.min(column + columns, maxColumns); at += 1)
      this.#reach[at] = this.#row + rows;
    if (grid.takesMerges) grid.merge({ row: this.#row, column, rows, columns });
    this.#cell = { span: columns, column };
    this.#text.take(String);
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (!cell) return;
    this.grids.at(-1)?.put(this.#row, cell.column, this.#text.take(tidy));
    this.#column = cell.column + cell.span;
    this.#cell = undefined;
  }
}

/** Whether a text is an HTML page. Some programs save tables as HTML under the file name of a spreadsheet. */
export const isHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(!doctype html|html|head|body|meta|table|style|div|title|center)\b/i.test(
    text.slice(0, 2_000),
  );

/** The tables of a page of HTML. Never throws. */
export function readHtml(html: string, budget: Budget): Sheet[] {
  const reader = new TableReader(budget);
  new XmlScanner(reader).push(html);
  return reader.grids
    .map(({ sheet }) => sheet)
    .filter(({ rows, unread: why }) => rows.length > 0 || why !== undefined);
}
