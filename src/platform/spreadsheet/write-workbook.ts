import { strToU8, zipSync } from 'fflate';
import { columnName, maxCellLetters } from './sheet.ts';

/** A sheet of a workbook: all cells are text, so that no program turns “7/2026” into a day or runs a formula. */
export interface SheetToWrite {
  name: string;
  /** Widths of the columns, in letters. */
  widths: readonly number[];
  /** The first row is the heading: bold and frozen. */
  rows: readonly (readonly string[])[];
  /** More rows in the style of the heading, counted from 0. */
  headingRows?: readonly number[];
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
const heightOf = (row: readonly string[], widths: readonly number[]): number =>
  Math.min(
    highestRow,
    linePoints * Math.max(1, ...row.map((cell, column) => linesOf(cell, widths[column] ?? 10))),
  );

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const rowXml = (row: readonly string[], index: number, style: number, height: number): string => {
  const cells = row.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${columnName(column)}${index + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(cell))}</t></is></c>`,
  );
  return `<row r="${index + 1}" ht="${height}">${cells.join('')}</row>`;
};

/** Freezes the first row and the first columns. */
function paneXml(columns: number): string {
  const corner = `topLeftCell="${columnName(columns)}2" state="frozen"`;
  return columns > 0
    ? `<pane xSplit="${columns}" ySplit="1" ${corner} activePane="bottomRight"/>`
    : `<pane ySplit="1" ${corner} activePane="bottomLeft"/>`;
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
  const { widths, rows, headingRows = [], quietRows = [], fixedColumns = 0, pagesWide = 1 } = sheet;
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  const styleOf = (index: number) => {
    if (index === 0 || headingRows.includes(index)) return 2;
    return quietRows.includes(index) ? 3 : 1;
  };
  return [
    `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${paneXml(fixedColumns)}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index, styleOf(index), heightOf(row, widths))).join('')}</sheetData>`,
    validationsXml(sheet),
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('');
}

/** Repeats the heading and the frozen columns on every printed page. */
const printTitles = ({ name, fixedColumns = 0 }: SheetToWrite, index: number): string => {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const columns = fixedColumns > 0 ? `${quoted}!$A:$${columnName(fixedColumns - 1)},` : '';
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${columns}${quoted}!$1:$1`)}</definedName>`;
};

/** Styles: 0 none, 1 text, 2 heading, 3 quiet. `@` is the format of text. */
const styles = [
  `${head}<styleSheet xmlns="${main}">`,
  '<fonts count="3"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font><font><i/><sz val="11"/><color rgb="FF4B554E"/><name val="Arial"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3ECE2"/></patternFill></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">',
  '<xf fontId="0" xfId="0"/>',
  ...['fontId="0" fillId="0"', 'fontId="1" fillId="2"', 'fontId="2" fillId="0"'].map(
    (style) =>
      `<xf numFmtId="49" ${style} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  ),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

/** A workbook (.xlsx, ECMA-376) with these sheets. Every cell is text. */
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
    'xl/styles.xml': styles,
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // A fixed date, so that the same sheets always give the same bytes.
  return new Uint8Array(zipSync(bytes, { level: 6, mtime: new Date(2026, 0, 1) }));
}
