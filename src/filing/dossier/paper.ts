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

/** Number at the top in the middle, from the second page on (Phụ lục I, I.5). */
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

/** What a paper of a dossier is. */
export interface PaperText {
  /** In the properties of the file: “Tờ trình”. */
  title: string;
  /** All that the official text holds, from its head to its signatures. */
  children: (Paragraph | Table)[];
}

/** A file set as Nghị định 30/2020/NĐ-CP, Phụ lục I asks. */
export function officialPaper({ title, children }: PaperText): Document {
  const run = { font, size: sizes.body, language: { value: 'vi-VN' } };
  return new Document({
    title: wordText(title),
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run } } },
    sections: [officialSection(children)],
  });
}
