import { Budget } from './budget.ts';
import { Grid } from './grid.ts';
import { readPart } from './read-part.ts';
import { maxCellLetters, maxColumns, type Sheet } from './sheet.ts';
import { TextCell } from './text-cell.ts';
import type { XmlReader } from './xml.ts';
import { attributesOf, readEntities } from './xml-text.ts';
import { Zip } from './zip.ts';

const documentPart = 'word/document.xml';
/** Most tables that are read from one document. */
const maxTables = 50;
const maxSpan = 100;
/** Letters that are kept of the words above a table. */
const mostTitleLetters = 100;

const tidy = (line: string) =>
  readEntities(line)
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
    .trim();

const countOf = (value: string | undefined) =>
  Math.min(maxSpan, Math.max(1, Math.trunc(Number(value ?? 1)) || 1));

/** A cell that goes on downwards while the cells below continue it. */
interface OpenMerge {
  row: number;
  rows: number;
  columns: number;
}

/** Reads the tables of a document (ECMA-376 part 1, 17.4). A table inside a cell becomes text of that cell. */
class DocxReader implements XmlReader {
  readonly grids: Grid[] = [];
  #budget: Budget;
  #depth = 0;
  #row = -1;
  #column = 0;
  #span = 1;
  #vertical: 'none' | 'starts' | 'continues' = 'none';
  #merges = new Map<number, OpenMerge>();
  #text = new TextCell(maxCellLetters * 8);
  #isText = false;
  #paragraphs = 0;
  /** The last words before a table: often its title. */
  #title = '';

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get isDone(): boolean {
    return this.grids.length > maxTables;
  }

  open(name: string, tag: string, isEmpty: boolean): void {
    if (name === 'tbl' && !isEmpty) this.#openTable();
    else if (name === 'p') this.#openParagraph();
    else if (name === 't') this.#isText = !isEmpty;
    else if (name === 'tab') this.#text.add(' ');
    else if (name === 'br' || name === 'cr') this.#text.breakLine();
    else if (this.#depth === 1) this.#openPart(name, tag);
  }

  text(text: string): void {
    if (this.#isText) this.#text.add(text);
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'p' && this.#depth === 0) this.#title = this.#text.take(tidy) || this.#title;
    else if (name === 'tbl') this.#closeTable();
    else if (name === 'tc' && this.#depth === 1) this.#closeCell();
  }

  #openPart(name: string, tag: string): void {
    const value = () => attributesOf(tag).get('val');
    if (name === 'tr') [this.#row, this.#column] = [this.#row + 1, 0];
    else if (name === 'tc') [this.#span, this.#vertical, this.#paragraphs] = [1, 'none', 0];
    else if (name === 'gridBefore') this.#column += countOf(value());
    else if (name === 'gridSpan') this.#span = countOf(value());
    else if (name === 'vMerge') this.#vertical = value() === 'restart' ? 'starts' : 'continues';
    else if (name === 'hidden') this.grids.at(-1)?.hideRow(this.#row);
  }

  #openParagraph(): void {
    if (this.#depth > 0 && this.#paragraphs > 0) this.#text.breakLine();
    this.#paragraphs += 1;
  }

  #openTable(): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.grids.push(new Grid(this.#budget, this.#title.slice(0, mostTitleLetters)));
    this.#title = '';
    this.#row = -1;
    this.#merges.clear();
  }

  #closeTable(): void {
    if (this.#depth === 1) for (const column of this.#merges.keys()) this.#endMerge(column);
    this.#depth = Math.max(0, this.#depth - 1);
  }

  #endMerge(column: number): void {
    const open = this.#merges.get(column);
    if (open) this.grids.at(-1)?.merge({ ...open, column });
    this.#merges.delete(column);
  }

  #closeCell(): void {
    const grid = this.grids.at(-1);
    const text = this.#text.take(tidy);
    const open = this.#merges.get(this.#column);
    if (this.#vertical === 'continues' && open) open.rows += 1;
    else {
      this.#endMerge(this.#column);
      grid?.put(this.#row, this.#column, text);
      this.#merges.set(this.#column, { row: this.#row, rows: 1, columns: this.#span });
    }
    this.#column = Math.min(this.#column + this.#span, maxColumns);
  }
}

/**
 * The tables of a Word document (.docx) as sheets, each named by the words above it; undefined for any other file or a document without a table. Never
 * throws.
 */
export function readDocx(bytes: Uint8Array): [Sheet, ...Sheet[]] | undefined {
  try {
    const zip = new Zip(bytes);
    if (!zip.has(documentPart)) return undefined;
    const budget = new Budget(bytes.length);
    const reader = new DocxReader(budget);
    const end = readPart(zip, documentPart, budget, reader);
    if (end !== 'read') reader.grids.at(-1)?.miss(end === 'over' ? 'size' : 'broken');
    const [first, ...others] = reader.grids
      .map(({ sheet }) => sheet)
      .filter(({ rows, unread }) => rows.length > 0 || unread !== undefined);
    return first && [first, ...others];
  } catch {
    return undefined;
  }
}
