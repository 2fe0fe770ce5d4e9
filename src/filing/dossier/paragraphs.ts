import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  InternalHyperlink,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { font, mm, sizes, textWidthMm } from './measures.ts';
import { answerLines, wordText } from './text.ts';

/** Line spacing between single and one and a half (Phụ lục I, phần II, mục I.6). */
const lines = { line: 264, lineRule: LineRuleType.AUTO } as const;

/** Layout of a paragraph that leads to the table below it. */
export const leadsToTable: IParagraphOptions = {
  keepNext: true,
  spacing: { before: 120, after: 120, ...lines },
};

/** Layout of a line of an official text. */
export interface LineStyle {
  /** In half-points. */
  size?: number;
  bold?: boolean;
  italics?: boolean;
}

/** A run of text in the one typeface. */
export function run(text: string, { size = sizes.body, ...style }: LineStyle = {}): TextRun {
  return new TextRun({ text: wordText(text).replaceAll('\n', ' '), font, size, color: '000000', ...style });
}

/** A text that leads to another place of the same paper, which bears the bookmark `to`. */
export interface Reference {
  text: string;
  to: string;
}

/** A run of text, or one that leads to its source. */
const runOf = (part: string | Reference, style: LineStyle = {}) =>
  typeof part === 'string'
    ? run(part, style)
    : new InternalHyperlink({ anchor: part.to, children: [run(part.text, style)] });

/** One line, centred by default. */
export function line(
  text: string | Reference,
  style: LineStyle = {},
  layout: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...layout, children: [runOf(text, style)] });
}

/** Justified, but not around a long web address: its line would be torn apart. */
const alignmentOf = (text: string) => (/https?:\/\//.test(text) ? AlignmentType.LEFT : AlignmentType.BOTH);

/** A paragraph: first line indented by 12.7 mm, justified, 6 pt of space above (Phụ lục I, phần II, mục I.6). */
export function paragraph(text: string, style: LineStyle = {}, layout: IParagraphOptions = {}): Paragraph {
  return line(text, style, {
    alignment: alignmentOf(text),
    indent: { firstLine: mm(12.7) },
    spacing: { before: 120, ...lines },
    ...layout,
  });
}

/** A paragraph in which some words lead to their source in the same paper. */
export const referring = (
  parts: readonly (string | Reference)[],
  layout: IParagraphOptions = {},
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: mm(12.7) },
    spacing: { before: 120, ...lines },
    ...layout,
    children: parts.map((part) => runOf(part)),
  });

/**
 * The head of an annex, which `Reference` leads to: its number, its name in capitals, and the text that it belongs to (Phụ lục I,
 * phần II, mục III.1).
 */
export const annexHead = (id: string, number: string, name: string, belongsTo: string): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [new Bookmark({ id, children: [run(number, { bold: true })] })],
  }),
  line(name.toLocaleUpperCase('vi'), { bold: true }, { keepNext: true }),
  line(`(${belongsTo})`, { italics: true }, { keepNext: true, spacing: { after: 160 } }),
];

/** A longer answer, one paragraph for each of its lines. */
export const paragraphs = (text: string): Paragraph[] => answerLines(text).map((each) => paragraph(each));

/** The heading of a part or of a section, never left alone at the foot of a page. */
export function heading(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: mm(12.7) },
    spacing: { before: 160, after: 60, ...lines },
    keepNext: true,
    children: [run(text, { bold: true })],
  });
}

/** A thin line in the middle of a column; both widths in millimetres. */
export function rule(lengthMm: number, columnMm: number = textWidthMm): Paragraph {
  const side = mm((columnMm - lengthMm) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 50, line: 120, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [run('', { size: 4 })],
  });
}
