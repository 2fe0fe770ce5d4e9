import { hintsOf } from '../../filing/batches/headings.ts';
import { leftOutWords } from '../../filing/batches/left-out.ts';
import { isNumberedTitle } from '../../filing/batches/line-words.ts';
import { readSheets } from '../../filing/batches/read-sheets.ts';
import { type ReadTable, readTable, unreadable } from '../../filing/batches/read-table.ts';
import type { SheetRow } from '../../filing/batches/rows.ts';
import { readDocx } from '../../platform/spreadsheet/read-docx.ts';
import { readFile } from '../../platform/spreadsheet/read-file.ts';
import { readText } from '../../platform/spreadsheet/read-text.ts';
import { plainSheet, type Sheet } from '../../platform/spreadsheet/sheet.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';
import { awardOf } from './award-of.ts';
import { partsOfHeading } from './heading-parts.ts';
import { isBareKind } from './kind-of.ts';
import { awardListForm } from './list-form.ts';
import { splitTables } from './split-tables.ts';

/** A row of the list with what stands above it: sheet, section, heading of the column of names. */
export interface ListedRow {
  cells: Readonly<Record<string, string>>;
  /** “Trang tính “Cá nhân”, dòng 14”, or “Dòng 14”. */
  where: string;
  /** Titles that cover the row, the nearest last. */
  titles: readonly string[];
  /** How the table calls the columns of names and of units: either may hold more than its own. */
  nameHeading: string;
  unitHeading: string;
}

/** A list as read: its rows, how the columns were understood, what was left out. Or why it cannot be read. */
export type ReadRows =
  | { ok: true; rows: ListedRow[]; notes: string[]; columns: { heading: string; field: string }[] }
  | { ok: false; message: string };

/** Most names of one decision. */
const mostRows = 3_000;

/** Whether a row holds nothing but the title of a part, in the column of names: “A. Bằng khen…”, “Tập thể”. */
function isTitle({ cells: { name = '', ...others } }: SheetRow): boolean {
  if (name === '' || Object.keys(others).length > 0) return false;
  return isNumberedTitle(name) || isBareKind(name) || awardOf(name) !== null;
}

/** The titles of parts in the column of names of a list without numbers, as lines left out. */
function withTitles(table: ReadTable): ReadTable {
  const titles = table.rows.filter(isTitle);
  return {
    ...table,
    rows: table.rows.filter((row) => !titles.includes(row)),
    skipped: [
      ...table.skipped,
      ...titles.map(({ line, cells }) => ({ line, why: 'section' as const, text: cells.name ?? '' })),
    ].toSorted((one, other) => one.line - other.line),
  };
}

function rowsOf(sheet: Sheet, table: ReadTable, isOnly: boolean): ListedRow[] {
  const sections = table.skipped.filter(({ why }) => why === 'section' || why === 'above');
  const sheetName = sheet.name?.trim() ?? '';
  const place = (line: number) =>
    sheetName === '' || isOnly ? `Dòng ${line}` : `“${sheetName}”, dòng ${line}`;
  const headingOf = (of: string) => table.columns.find(({ field }) => field === of)?.heading ?? '';
  const [nameHeading, unitHeading] = [headingOf('name'), headingOf('unit')];
  return table.rows.map(({ line, cells }) => ({
    cells,
    where: place(line),
    nameHeading,
    unitHeading,
    titles: [sheetName, ...sections.filter((one) => one.line < line).map(({ text }) => text)].filter(Boolean),
  }));
}

/** The number that the list itself says it has, where it says one: “Tổng cộng: 12”. */
function totalWords({ skipped, rows }: ReadTable): string[] {
  const totals = skipped.filter(({ why }) => why === 'total');
  const said = Number(/(\d[\d.]*)\D*$/.exec(totals[0]?.text ?? '')?.[1]?.replaceAll('.', ''));
  if (totals.length !== 1 || !Number.isInteger(said) || said === rows.length) return [];
  return [
    `Danh sách ghi tổng cộng ${said}, trang đọc được ${rows.length} dòng. Xem có dòng nào thiếu hoặc thừa.`,
  ];
}

const hasNames = ({ columns, hasHeadings }: ReadTable) =>
  hasHeadings && columns.some(({ field }) => field === 'name');

/** Where letters of the list are of an old or a wrong encoding, and what to do; null where all can be read. */
function firstGarbled(sheets: readonly Sheet[]): string | null {
  for (const { rows } of sheets)
    for (const [at, row] of rows.entries()) {
      const found = findUnreadable(row.join(' '));
      // A sign of a font, such as a bullet of Word, spoils no name.
      if (found && found.why !== 'private') return `Dòng ${at + 1}: ${found.message}`;
    }
  return null;
}

/** Reads every sheet that has the headings; where none has them, the one that the reader of nominations would choose. */
function readAll(sheets: readonly [Sheet, ...Sheet[]]): ReadRows {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  for (const sheet of shown) {
    const message = unreadable(sheet);
    if (message) return { ok: false, message };
  }
  const garbled = firstGarbled(shown);
  if (garbled !== null) return { ok: false, message: garbled };
  const read = shown.flatMap((whole) =>
    splitTables(whole).map((sheet) => ({
      whole,
      sheet,
      table: withTitles(readTable(awardListForm, sheet)),
    })),
  );
  const listed = read.filter(({ table }) => hasNames(table));
  if (listed.length === 0) return readOne(sheets);
  const isOnly = listed.length === 1;
  const rows = listed.flatMap(({ sheet, table }) => rowsOf(sheet, table, isOnly));
  const notes = listed.flatMap(({ sheet, table }) =>
    [...totalWords(table), ...leftOutWords({ ...table, sheets: [] })].map((note) =>
      isOnly ? note : `“${sheet.name ?? ''}”: ${note}`,
    ),
  );
  const others = sheets.filter((one) => one.rows.length > 0 && !listed.some(({ whole }) => whole === one));
  const unread = others.flatMap(({ name, isHidden }) =>
    name ? [`“${name}” không đọc: ${isHidden ? 'đang ẩn' : 'không có cột tên'}.`] : [],
  );
  const columns = listed.flatMap(({ table }) => table.columns);
  return sized({
    ok: true,
    rows,
    notes: [...new Set([...notes, ...unread])],
    columns: uniqueColumns(columns),
  });
}

function readOne(sheets: readonly [Sheet, ...Sheet[]]): ReadRows {
  const table = readSheets(awardListForm, sheets);
  if ('message' in table) return { ok: false, message: table.message };
  const chosen = sheets.find(({ name }) => name === table.sheet) ?? sheets[0];
  const listed = withTitles(table);
  const byOrder =
    'Không thấy hàng tên cột, nên cột được hiểu theo thứ tự: tên, loại, chức vụ, đơn vị, hình thức, thành tích. Thêm hàng tên cột rồi dán lại nếu chưa đúng.';
  return sized({
    ok: true,
    rows: rowsOf(chosen, listed, true),
    notes: [byOrder, ...totalWords(listed), ...leftOutWords({ ...listed, sheets: table.sheets })],
    columns: table.columns,
  });
}

const uniqueColumns = (columns: readonly { heading: string; field: string }[]) => [
  ...new Map(columns.map((column) => [`${column.field} ${column.heading}`, column])).values(),
];

function sized(read: Extract<ReadRows, { ok: true }>): ReadRows {
  const { length } = read.rows;
  if (length === 0) return { ok: false, message: 'Danh sách chưa có dòng nào có tên.' };
  if (length > mostRows)
    return {
      ok: false,
      message: `Danh sách có ${length} dòng, trang đọc nhiều nhất ${mostRows} dòng một quyết định. Chia ra nhiều hàng của bảng “Quyết định”.`,
    };
  return read;
}

/** One column whose heading and cells hold commas: some line has more of them than the heading. */
function isOneColumn(text: string): boolean {
  if (/[\t"]/.test(text)) return false;
  const [heading = '', ...lines] = text.trim().split(/\r?\n/);
  const commas = (line: string) => line.split(',').length;
  return partsOfHeading(heading).length > 1 && lines.some((line) => commas(line) > commas(heading));
}

/** Reads a list as pasted: cells parted by tabs, commas, semicolons or bars. Never throws. */
export function readPastedList(text: string): ReadRows {
  const told = isOneColumn(text) ? `sep=\t\n${text.trimStart()}` : text;
  return readAll([plainSheet(readText(told, hintsOf(awardListForm)))]);
}

/** Reads a list from a file: .xlsx, .ods, .csv, or the tables of a .docx. Never throws. */
export function readListFile(bytes: Uint8Array): ReadRows {
  const tables = readDocx(bytes);
  if (tables) return readAll(tables);
  const read = readFile(bytes, hintsOf(awardListForm));
  return read.ok ? readAll(read.sheets) : { ok: false, message: read.message };
}
