import { PageSizes, type PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { Face } from './faces.ts';
import { linesOf, printable } from './lines.ts';

const mm = 72 / 25.4;
const [pageWidth, pageHeight] = PageSizes.A4;
/** The margins of an official document (Nghị định 30/2020, Phụ lục I), in points. */
const margin = { top: 20 * mm, end: 15 * mm, bottom: 20 * mm, start: 30 * mm };

/** Width of the text, in points. */
export const textWidth = pageWidth - margin.start - margin.end;

const lineHeight = 1.45;
/** Points between the parts of an answer that stand on lines of their own: its paragraphs, its rows. */
const paragraphGap = 3;
const ink = rgb(0.1, 0.13, 0.11);
const soft = rgb(0.29, 0.33, 0.31);

/** How a piece of text stands: size and gap above in points, `indent` and `width` from the start of the text. */
export interface Setting {
  face: Face;
  size: number;
  above?: number;
  indent?: number;
  width?: number;
  isSoft?: boolean;
  /** Points that must be left on the sheet below the first line: a heading is not parted from its text. */
  keep?: number;
}

/** Sheets of A4 that are filled from the top; a new one is begun where a line finds no room. */
export class Sheets {
  readonly #pdf: PDFDocument;
  #page: PDFPage;
  /** Where the next line begins, from the bottom. */
  #y = pageHeight - margin.top;

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
    this.#page = pdf.addPage(PageSizes.A4);
  }

  /** Sets text line by line below what stands already. */
  write(text: string, setting: Setting): void {
    this.columns([{ text, ...setting }]);
  }

  /** Sets texts beside each other, line by line, below what stands already: the longest says where the next begins. */
  columns(columns: readonly (Setting & { text: string })[]): void {
    const cut = columns.map(({ text, face, size, indent = 0, width = textWidth - indent }) =>
      text.split('\n').flatMap((part, index) => {
        const lines = linesOf(part, face, { size, width });
        return lines.map((words, at) => ({ words, above: index > 0 && at === 0 ? paragraphGap : 0 }));
      }),
    );
    const height = Math.max(...columns.map(({ size }) => size)) * lineHeight;
    this.#y -= Math.max(...columns.map(({ above = 0 }) => above));
    for (let line = 0; line < Math.max(...cut.map(({ length }) => length)); line++) {
      this.#y -= Math.max(...cut.map((lines) => lines[line]?.above ?? 0));
      this.#makeRoom(line === 0 ? height + Math.max(...columns.map(({ keep = 0 }) => keep)) : height);
      this.#y -= height;
      for (const [index, { face, size, indent = 0, isSoft }] of columns.entries()) {
        const place = { x: margin.start + indent, y: this.#y + height * 0.3 };
        const color = isSoft ? soft : ink;
        this.#page.drawText(cut[index]?.[line]?.words ?? '', { ...place, size, font: face.font, color });
      }
    }
  }

  /** A rule across the text. */
  rule(above: number): void {
    this.#y -= above;
    const ends = { start: { x: margin.start, y: this.#y }, end: { x: margin.start + textWidth, y: this.#y } };
    this.#page.drawLine({ ...ends, thickness: 0.6, color: soft });
  }

  /** Square modules, true for black, `side` points wide in all, at the end of the first sheet's top. */
  modules(rows: readonly (readonly boolean[])[], side: number): void {
    const squares = rows.flatMap((cells, row) =>
      cells.map((isBlack, column) => (isBlack ? `M${column} ${row}h1v1h-1z` : '')),
    );
    const corner = { x: margin.start + textWidth - side, y: pageHeight - margin.top };
    this.#page.drawSvgPath(squares.join(''), { ...corner, scale: side / rows.length, color: ink });
  }

  /** A line in the bottom margin of every sheet, with its number. */
  foot(text: string, face: Face): void {
    const pages = this.#pdf.getPages();
    for (const [index, page] of pages.entries()) {
      const line = printable(`${text} · Trang ${index + 1}/${pages.length}`, face);
      page.drawText(line, { x: margin.start, y: margin.bottom / 2, size: 8, font: face.font, color: soft });
    }
  }

  #makeRoom(height: number): void {
    if (this.#y - height >= margin.bottom) return;
    this.#page = this.#pdf.addPage(PageSizes.A4);
    this.#y = pageHeight - margin.top;
  }
}
