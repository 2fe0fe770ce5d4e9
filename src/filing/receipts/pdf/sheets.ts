import { PageSizes, type PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { qrPath } from '../../../platform/qr-path.ts';
import type { Face } from './faces.ts';
import { wrapLines } from './lines.ts';
import { printable } from './printable.ts';
import { Structure, type StructureElement } from './structure.ts';

const mm = 72 / 25.4;
const [pageWidth, pageHeight] = PageSizes.A4;
/** The margins of an official document (Nghị định 30/2020, Phụ lục I), in points. */
const margin = { top: 20 * mm, end: 15 * mm, bottom: 20 * mm, start: 30 * mm };

/** Width of the text, in points. */
export const textWidth = pageWidth - margin.start - margin.end;

const lineHeight = 1.45;
/** Points between the paragraphs or rows of an answer. */
const paragraphGap = 3;
const ink = rgb(0.1, 0.13, 0.11);
const soft = rgb(0.29, 0.33, 0.31);

/** Layout of a text: size and gap above in points, `indent` and `width` from the left margin. */
export interface TextSetting {
  face: Face;
  size: number;
  above?: number;
  indent?: number;
  width?: number;
  isSoft?: boolean;
  /** Points that must remain below the first line, so that a heading stays with its text. */
  keep?: number;
}

/** A text and its element of the document structure. */
interface Column extends TextSetting {
  text: string;
  element: StructureElement;
}

/** Tagged A4 pages, filled from the top. A line that does not fit begins a new page. */
export class Sheets {
  readonly #pdf: PDFDocument;
  readonly #structure: Structure;
  /** The list that the next question continues; none after other text. */
  #list: StructureElement | undefined;
  #page: PDFPage;
  /** Position of the next line in points from the bottom. */
  #y = pageHeight - margin.top;
  /** Position below the QR code and the white around it, from the bottom; rules stand below it. */
  #codeEnd = pageHeight;

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
    this.#structure = new Structure(pdf);
    this.#page = pdf.addPage(PageSizes.A4);
  }

  /** Adds a heading or a paragraph. */
  write(text: string, { role = 'P', ...setting }: TextSetting & { role?: 'H1' | 'H2' | 'P' }): void {
    this.#list = undefined;
    this.#set([{ text, ...setting, element: this.#structure.add(role) }]);
  }

  /** Adds a question and its answer side by side, as an item of a list. */
  pair(question: TextSetting & { text: string }, answer: TextSetting & { text: string }): void {
    this.#list ??= this.#structure.add('L');
    const item = this.#structure.add('LI', this.#list);
    this.#set([
      { ...question, element: this.#structure.add('Lbl', item) },
      { ...answer, element: this.#structure.add('LBody', item) },
    ]);
  }

  /** Adds texts side by side. The next text begins below the longest. */
  #set(columns: readonly Column[]): void {
    const cut = columns.map(({ text, face, size, indent = 0, width = textWidth - indent }) =>
      text.split('\n').flatMap((part, index) => {
        const lines = wrapLines(part, face, { size, width });
        return lines.map((words, at) => ({ words, above: index > 0 && at === 0 ? paragraphGap : 0 }));
      }),
    );
    const height = Math.max(...columns.map(({ size }) => size)) * lineHeight;
    this.#y -= Math.max(...columns.map(({ above = 0 }) => above));
    for (let line = 0; line < Math.max(...cut.map(({ length }) => length)); line++) {
      this.#y -= Math.max(...cut.map((lines) => lines[line]?.above ?? 0));
      this.#makeRoom(line === 0 ? height + Math.max(...columns.map(({ keep = 0 }) => keep)) : height);
      this.#y -= height;
      for (const [index, column] of columns.entries()) {
        const words = cut[index]?.[line]?.words;
        // Each line ends with a space; otherwise readers would join its last word to the next line.
        if (words) this.#drawLine(`${words} `, column, this.#y + height * 0.3);
      }
    }
  }

  /** A rule across the text. */
  rule(above: number): void {
    this.#y = Math.min(this.#y - above, this.#codeEnd);
    const ends = { start: { x: margin.start, y: this.#y }, end: { x: margin.start + textWidth, y: this.#y } };
    this.#structure.markArtifact(this.#page, () =>
      this.#page.drawLine({ ...ends, thickness: 0.6, color: soft }),
    );
  }

  /** Draws a QR code at the top right of the first page: `side` points wide, true for black. `alt` describes it. */
  modules(rows: readonly (readonly boolean[])[], side: number, alt: string): void {
    const corner = { x: margin.start + textWidth - side, y: pageHeight - margin.top };
    const moduleSide = side / rows.length;
    this.#codeEnd = corner.y - side - 4 * moduleSide;
    const figure = this.#structure.add('Figure', undefined, alt);
    this.#structure.mark(this.#page, figure, () =>
      this.#page.drawSvgPath(qrPath(rows), { ...corner, scale: moduleSide, color: ink }),
    );
  }

  /** A line in the bottom margin of every sheet, with its number. */
  foot(text: string, face: Face): void {
    const pages = this.#pdf.getPages();
    for (const [index, page] of pages.entries()) {
      const line = printable(`${text} · Trang ${index + 1}/${pages.length}`, face);
      const place = { x: margin.start, y: margin.bottom / 2, size: 8, color: soft };
      this.#structure.markArtifact(page, () => {
        for (const { font, text: words } of face.runsOf(line)) page.drawText(words, { ...place, font });
      });
    }
  }

  /** Writes the structure into the file. Call it last. */
  finish(): void {
    this.#structure.finish();
  }

  #drawLine(words: string, { face, size, indent = 0, isSoft, element }: Column, y: number): void {
    const color = isSoft ? soft : ink;
    this.#structure.mark(this.#page, element, () => {
      let x = margin.start + indent;
      for (const { font, text } of face.runsOf(words)) {
        this.#page.drawText(text, { x, y, size, font, color });
        x += face.widthOf(text, size);
      }
    });
  }

  #makeRoom(height: number): void {
    if (this.#y - height >= margin.bottom) return;
    this.#page = this.#pdf.addPage(PageSizes.A4);
    this.#y = pageHeight - margin.top;
    this.#codeEnd = pageHeight;
  }
}
