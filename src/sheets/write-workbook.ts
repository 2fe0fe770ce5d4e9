import { strToU8, zipSync } from 'fflate';

/** A sheet of a workbook: all cells are text, so that no program turns “7/2026” into a day or runs a formula. */
export interface Sheet {
  name: string;
  /** Widths of the columns, in letters. */
  widths: readonly number[];
  /** The first row is the heading: bold, and it stays in view. */
  rows: readonly (readonly string[])[];
  /** Rows, counted from 0, in the quiet style of what is no data. */
  quietRows?: readonly number[];
  /** Columns that offer a list to choose from: the choices stand in a column of another sheet. Other text is still taken. */
  lists?: readonly { column: number; from: string }[];
}

/** What XML cannot hold is left out. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const xmlText = (text: string): string =>
  text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** 0 → A, 26 → AA. */
const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** A spreadsheet takes no longer cell. */
const maxCellLetters = 32_767;
const cutMark = ' … [ô quá dài, phần sau bị cắt]';

const fitting = (cell: string): string =>
  cell.length > maxCellLetters ? cell.slice(0, maxCellLetters - cutMark.length) + cutMark : cell;
/** Rows for which a template offers its lists: one more than may be sent. */
const listedRows = 102;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const rowXml = (row: readonly string[], index: number, style: number): string => {
  const cells = row.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${columnName(column)}${index + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(cell))}</t></is></c>`,
  );
  return `<row r="${index + 1}">${cells.join('')}</row>`;
};

function sheetXml({ widths, rows, quietRows = [], lists = [] }: Sheet): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  const styleOf = (index: number) => {
    if (index === 0) return 2;
    return quietRows.includes(index) ? 3 : 1;
  };
  const validations = lists.map(({ column, from }) => {
    const name = columnName(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${name}2:${name}${listedRows}"><formula1>${xmlText(from)}</formula1></dataValidation>`;
  });
  return [
    `${head}<worksheet xmlns="${main}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index, styleOf(index))).join('')}</sheetData>`,
    lists.length > 0
      ? `<dataValidations count="${lists.length}">${validations.join('')}</dataValidations>`
      : '',
    '</worksheet>',
  ].join('');
}

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
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
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
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships">${links.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // A fixed day, so that the same sheets give the same bytes.
  return new Uint8Array(zipSync(bytes, { level: 6, mtime: new Date(2026, 0, 1) }));
}
