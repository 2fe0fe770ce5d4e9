import { strToU8, zipSync } from 'fflate';
import { columnName } from './sheet.ts';
import { isWide, type SheetToWrite } from './sheet-to-write.ts';
import { rowsXml, xmlText } from './written-rows.ts';
import { stylesXml } from './written-styles.ts';

/** Rows in which a template offers lists and hints: one more than may be sent. */
const listedRows = 102;

/** Most letters that a spreadsheet accepts in a hint. */
const maxHintLetters = 255;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

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
  const { widths, pagesWide = 1 } = sheet;
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  const parts = sheet.table?.parts ?? [];
  return [
    `${head}<worksheet xmlns="${main}"><sheetPr>${parts.length > 0 ? '<outlinePr summaryBelow="0"/>' : ''}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>`,
    parts.length > 0 ? '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/>' : '',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rowsXml(sheet)}</sheetData>`,
    mergesXml(sheet),
    validationsXml(sheet),
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="${sheet.table && parts.length === 0 ? 1 : 0}"/>`,
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
