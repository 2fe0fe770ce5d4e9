import type { Paragraph, Table } from 'docx';
import type { Issuer } from './issuer.ts';
import { sizes } from './measures.ts';
import { line, rule } from './paragraphs.ts';
import { slot } from './slot.ts';
import { sideBySide } from './tables.ts';

const columnsMm = [73, 92] as const;

/** The line under the name of an agency is a third to a half as long as the name (Phụ lục I, phần II, mục II.2, in capitals). */
function underAgency(headLines: readonly string[]): number {
  const capitalMm = 2.8;
  const nameMm = Math.max(...headLines.map(({ length }) => length * capitalMm));
  return Math.min(nameMm, columnsMm[0]) * 0.4;
}

/** The head of an official text. `number` is its số và ký hiệu; a person's own report has none. */
export function head({ above, headLines, place }: Issuer, number?: string): Table {
  const agency = [
    ...(above ? [line(above, { size: sizes.agency })] : []),
    ...headLines.map((each) => line(each, { size: sizes.agency, bold: true })),
    rule(underAgency(headLines), columnsMm[0]),
  ];
  const nation = [
    line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: sizes.nation, bold: true }),
    line('Độc lập - Tự do - Hạnh phúc', { size: sizes.motto, bold: true }),
    rule(58, columnsMm[1]),
  ];
  const day = `${place}, ngày ${slot('…')} tháng ${slot('…')} năm ${slot('…')}`;
  return sideBySide(columnsMm, [
    [agency, nation],
    [
      [line(number ? `Số: ${number}` : '', { size: sizes.number })],
      [line(day, { size: sizes.motto, italics: true })],
    ],
  ]);
}

/** The kind and the subject of a text. */
export function title(kind: string, about: string): Paragraph[] {
  return [
    line(kind, { bold: true }, { spacing: { before: 320 }, keepNext: true }),
    line(about, { bold: true }, { keepNext: true }),
    rule(50),
  ];
}
