import { strToU8, zipSync } from 'fflate';
import { columnName, maxCellLetters } from './sheet.ts';
import { cellStyle, stylesXml } from './written-styles.ts';

/** A cell: a text stays a text, so that no program turns “7/2026” into a day or runs a formula; a whole number can be summed. */
type WrittenCell = string | number;

/** A sheet of a workbook. */
export interface SheetToWrite {
  name: string;
  /** Widths of the columns, in letters. */
  widths: readonly number[];
  /** The first row is the heading, unless there is a `table`: bold and frozen. */
  rows: readonly (readonly WrittenCell[])[];
  /** More rows in the style of the heading, counted from 0. */
  headingRows?: readonly number[];
  /**
   * A table with lines, from its row of headings to its last row, counted from 0. The first cell of every other row goes over all
   * columns, the first row is the title, and the sheet is printed on one page.
   */
  table?: { from: number; to: number };
  /** Number of columns at the start that are frozen, too, and repeated on every printed page. */
  fixedColumns?: number;
  /** Number of A4 landscape pages side by side in print; defaults to one. */
  pagesWide?: number;
  /** Rows, counted from 0, in the quiet style for text that is not data. */
  quietRows?: readonly number[];
  /** Columns with a list of choices, which stand in a column of another sheet. Cells accept other text, too. */
  lists?: readonly { column: number; from: string }[];
  /** Hints shown beside the cells of a column while a person fills them in. */
  hints?: readonly { column: number; words: string }[];
}

/** Matches characters that XML cannot hold; they are left out. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const xmlText = (text: string): string =>
  text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const cutMark = ' … [ô quá dài, phần sau bị cắt]';

const fitting = (cell: string): string =>
  cell.length > maxCellLetters ? cell.slice(0, maxCellLetters - cutMark.length) + cutMark : cell;
/** Rows in which a template offers lists and hints: one more than may be sent. */
const listedRows = 102;

/** Most letters that a spreadsheet accepts in a hint. */
const maxHintLetters = 255;

/** Height in points of a line of text, and of the highest row that a spreadsheet accepts. */
const linePoints = 15;
const highestRow = 409;

/** Number of lines of a cell. Widths count digits, and most letters are narrower than a digit. */
const linesOf = (cell: string, width: number): number =>
  cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);

/** Row height that shows all text: not every program computes the height itself. */
const heightOf = (row: readonly WrittenCell[], widths: readonly number[]): number =>
  Math.min(
    highestRow,
    linePoints * Math.max(1, ...row.map((cell, column) => linesOf(String(cell), widths[column] ?? 10))),
  );

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function cellXml(cell: WrittenCell, place: string, style: number): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${cellStyle.count}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(cell))}</t></is></c>`;
}

const rowXml = (row: readonly WrittenCell[], index: number, style: number, height: number): string =>
  `<row r="${index + 1}" ht="${height}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, style)).join('')}</row>`;

/** Whether a row stands outside the table of its sheet. */
const isWide = ({ table }: SheetToWrite, index: number): boolean =>
  table !== undefined && (index < table.from || index > table.to);

/** The number of the row of headings, counted from 1. */
const headingOf = ({ table }: SheetToWrite): number => (table?.from ?? 0) + 1;

/** Freezes the heading and the first columns. */
function paneXml(sheet: SheetToWrite): string {
  const [columns, rows] = [sheet.fixedColumns ?? 0, headingOf(sheet)];
  const corner = `topLeftCell="${columnName(columns)}${rows + 1}" state="frozen"`;
  return columns > 0
    ? `<pane xSplit="${columns}" ySplit="${rows}" ${corner} activePane="bottomRight"/>`
    : `<pane ySplit="${rows}" ${corner} activePane="bottomLeft"/>`;
}

function styleOfRow(sheet: SheetToWrite, index: number): number {
  const { headingRows = [], quietRows = [], table } = sheet;
  if (quietRows.includes(index)) return cellStyle.quiet;
  if (!table) return index === 0 || headingRows.includes(index) ? cellStyle.heading : cellStyle.text;
  if (index === table.from) return cellStyle.ruledHeading;
  if (isWide(sheet, index)) return index === 0 ? cellStyle.title : cellStyle.text;
  return cellStyle.ruledText;
}

/** Joins the columns of the rows outside a table. */
function mergesXml(sheet: SheetToWrite): string {
  const last = columnName(sheet.widths.length - 1);
  const wide = sheet.rows.flatMap((_, index) => (isWide(sheet, index) ? [index + 1] : []));
  const cells = wide.map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`);
  return cells.length > 0 ? `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>` : '';
}

/** The lists and hints of the columns. No input is forbidden, because the site reads more spellings than a list holds. */
function validationsXml({ lists = [], hints = [] }: SheetToWrite): string {
  const columns = [...new Set([...lists, ...hints].map(({ column }) => column))];
  const validations = columns.map((column) => {
    const from = lists.find((each) => each.column === column)?.from;
    const words = hints.find((each) => each.column === column)?.words.slice(0, maxHintLetters);
    const list = from === undefined ? '' : `<formula1>${xmlText(from)}</formula1>`;
    const hint = words === undefined ? '' : ` showInputMessage="1" prompt="${xmlText(words)}"`;
    const cells = `${columnName(column)}2:${columnName(column)}${listedRows}`;
    return `<dataValidation${list && ' type="list"'} allowBlank="1"${hint} showErrorMessage="0" sqref="${cells}">${list}</dataValidation>`;
  });
  return validations.length > 0
    ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
    : '';
}

function sheetXml(sheet: SheetToWrite): string {
  const { widths, rows, pagesWide = 1 } = sheet;
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  const whole = [widths.reduce((sum, width) => sum + width, 0)];
  const written = rows.map((row, index) =>
    rowXml(row, index, styleOfRow(sheet, index), heightOf(row, isWide(sheet, index) ? whole : widths)),
  );
  return [
    `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${written.join('')}</sheetData>`,
    mergesXml(sheet),
    validationsXml(sheet),
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="${sheet.table ? 1 : 0}"/>`,
    '</worksheet>',
  ].join('');
}

/** Repeats the heading and the frozen columns on every printed page. */
function printTitles(sheet: SheetToWrite, index: number): string {
  const { name, fixedColumns = 0 } = sheet;
  const [quoted, row] = [`'${name.replaceAll("'", "''")}'`, headingOf(sheet)];
  const columns = fixedColumns > 0 ? `${quoted}!$A:$${columnName(fixedColumns - 1)},` : '';
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${columns}${quoted}!$${row}:$${row}`)}</definedName>`;
}

/** A workbook (.xlsx, ECMA-376) with these sheets. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array<ArrayBuffer> {
  const ids = sheets.map((_, index) => index + 1);
  const parts = ids.map(
    (id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  const names = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const links = ids.map(
    (id) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${parts.join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.join('')}</sheets><definedNames>${sheets.map(printTitles).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships">${links.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}${stylesXml(main)}`,
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // A fixed date, so that the same sheets always give the same bytes.
  return new Uint8Array(zipSync(bytes, { level: 6, mtime: new Date(2026, 0, 1) }));
}
