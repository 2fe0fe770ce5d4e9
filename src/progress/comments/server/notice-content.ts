import type { Face } from '../../../filing/receipts/pdf/faces.ts';
import type { Sheets } from '../../../filing/receipts/pdf/sheets.ts';
import type { ShownContent } from '../content.ts';
import { nameColumn } from '../name-column.ts';

/** A Markdown text without its marks; the attached file has them. */
const plainMarkdown = (text: string): string =>
  text.replace(/\*\*|__|^#{1,6}\s+/gm, '').replace(/\n{2,}/g, '\n');

/** The sheets of a proof, with its way to write a fact and a heading. */
interface Tools {
  sheets: Sheets;
  faces: { regular: Face; bold: Face };
  fact: (name: string, value: string) => void;
  heading: (text: string) => void;
}

/** Points that what follows a name takes; more lines may go over the page. */
const keptWithName = (lines: number): number => Math.min(60, lines * 14);

function writeList([headings = [], ...rows]: ShownContent['list'], { sheets, faces }: Tools): void {
  const { regular, bold } = faces;
  const nameAt = nameColumn(headings);
  rows.forEach((cells, index) => {
    const others = cells.flatMap((cell, at) =>
      cell === '' || at <= nameAt ? [] : [`${headings[at] ?? ''}: ${cell}`],
    );
    const number = { text: cells[nameAt - 1] ?? String(index + 1), face: regular, size: 9.5, above: 6 };
    sheets.pair(
      { ...number, width: 24, isSoft: true },
      {
        text: cells[nameAt] ?? '',
        face: bold,
        size: 9.5,
        above: 6,
        indent: 28,
        keep: keptWithName(others.length),
      },
    );
    if (others.length > 0) sheets.write(others.join('\n'), { face: regular, size: 9, above: 1, indent: 28 });
  });
}

/** Writes what the page showed: the list, the draft, the files, and how to comment. */
export function writeContent(content: ShownContent, tools: Tools): void {
  const { sheets, faces, fact, heading } = tools;
  const text = { face: faces.regular, size: 10, above: 4 };
  if (content.list.length > 1) {
    heading('Danh sách đã đăng');
    writeList(content.list, tools);
  }
  if (content.draft !== null) {
    heading('Dự thảo đã đăng');
    sheets.write(plainMarkdown(content.draft), text);
  }
  if (content.files.length > 0) {
    heading('Tệp đã đăng');
    for (const { name, sha256 } of content.files) fact(name, `SHA-256 ${sha256}`);
  }
  heading('Cách góp ý đã ghi');
  sheets.write(content.ways, text);
}
