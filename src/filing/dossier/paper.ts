import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { font, margins, paper, sizes } from './measures.ts';
import { wordText } from './text.ts';

const page = { size: paper, margin: margins };

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font, size: sizes.number })],
  });

/** Page number, centred at the top, from the second page on (Phụ lục I, I.5). */
function officialSection(children: (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: {
      page: { ...page, pageNumbers: { start: 1 } },
      titlePage: true,
    },
    headers: {
      first: new Header({ children: [new Paragraph({})] }),
      default: new Header({ children: [pageNumber()] }),
    },
    children,
  };
}

/** A paper of a dossier. */
export interface PaperText {
  /** Title in the properties of the file: “Tờ trình”. */
  title: string;
  /** The whole text, from its head to its signatures. */
  children: (Paragraph | Table)[];
  /** Annexes, each on pages of its own that are numbered from 1 (Phụ lục I, phần II, mục III.1). */
  annexes?: (Paragraph | Table)[][];
}

/** The Word file, laid out as Nghị định 30/2020/NĐ-CP, Phụ lục I requires. */
export function officialPaper({ title, children, annexes = [] }: PaperText): Document {
  const run = { font, size: sizes.body, language: { value: 'vi-VN' } };
  return new Document({
    title: wordText(title),
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run } } },
    sections: [children, ...annexes].map(officialSection),
  });
}
