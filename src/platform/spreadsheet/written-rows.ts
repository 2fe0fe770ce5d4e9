import { escapeMarkup } from '../markup.ts';
import { columnName, maxCellLetters } from './sheet.ts';
import { isWide, type SheetToWrite, type WrittenCell } from './sheet-to-write.ts';
import { cellStyle } from './written-styles.ts';

/** Matches characters that XML cannot hold; they are left out. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as XML. */
export const xmlText = (text: string): string => escapeMarkup(text.replace(unwritable, ''));

const cutMark = ' … [ô quá dài, phần sau bị cắt]';

const fitting = (cell: string): string =>
  cell.length > maxCellLetters ? cell.slice(0, maxCellLetters - cutMark.length) + cutMark : cell;

/** Height in points of a line of text, and of the highest row that a spreadsheet accepts. */
const linePoints = 15;
const highestRow = 409;

/** Number of lines of a cell. Widths count digits, and most letters are narrower than a digit. */
const linesOf = (cell: string, width: number): number =>
  cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);

const shown = (cell: WrittenCell) => (typeof cell === 'object' ? String(cell.value) : String(cell));

/** Row height that shows all text: not every program computes the height itself. */
const heightOf = (row: readonly WrittenCell[], widths: readonly number[]): number =>
  Math.min(
    highestRow,
    linePoints * Math.max(1, ...row.map((cell, column) => linesOf(shown(cell), widths[column] ?? 10))),
  );

/** The styles of the texts and of the numbers of a row. */
interface RowStyle {
  text: number;
  count: number;
  /** Empty cells have lines, too. */
  isRuled?: boolean;
}

function cellXml(cell: WrittenCell, place: string, { text, count, isRuled }: RowStyle): string {
  if (cell === '') return isRuled ? `<c r="${place}" s="${text}"/>` : '';
  if (typeof cell === 'number') return `<c r="${place}" s="${count}"><v>${cell}</v></c>`;
  if (typeof cell === 'object')
    return `<c r="${place}" s="${count}"><f>${xmlText(cell.formula)}</f><v>${cell.value}</v></c>`;
  return `<c r="${place}" s="${text}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(cell))}</t></is></c>`;
}

const sumRows = ({ table }: SheetToWrite): number[] => [
  ...(table?.parts ?? []).map(({ sum }) => sum),
  ...(table?.sums ?? []),
];

function styleOfRow(sheet: SheetToWrite, index: number): RowStyle {
  const { headingRows = [], quietRows = [], table } = sheet;
  const { count } = cellStyle;
  if (quietRows.includes(index)) return { text: cellStyle.quiet, count };
  if (!table)
    return { text: index === 0 || headingRows.includes(index) ? cellStyle.heading : cellStyle.text, count };
  if (isWide(sheet, index)) return { text: index === 0 ? cellStyle.title : cellStyle.text, count };
  if (index === table.from) return { text: cellStyle.ruledHeading, count };
  if (sumRows(sheet).includes(index))
    return { text: cellStyle.ruledHeading, count: cellStyle.sum, isRuled: true };
  return { text: cellStyle.ruledText, count, isRuled: true };
}

/** Whether a row folds away below a row of sums. */
const folds = ({ table }: SheetToWrite, index: number): boolean =>
  (table?.parts ?? []).some(({ sum, to }) => index > sum && index <= to);

function rowXml(sheet: SheetToWrite, row: readonly WrittenCell[], index: number): string {
  const whole = [sheet.widths.reduce((sum, width) => sum + width, 0)];
  const height = heightOf(row, isWide(sheet, index) ? whole : sheet.widths);
  const style = styleOfRow(sheet, index);
  const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, style));
  const level = folds(sheet, index) ? ' outlineLevel="1"' : '';
  return `<row r="${index + 1}" ht="${height}"${level}>${cells.join('')}</row>`;
}

/** The rows of a sheet, as XML. */
export const rowsXml = (sheet: SheetToWrite): string =>
  sheet.rows.map((row, index) => rowXml(sheet, row, index)).join('');
