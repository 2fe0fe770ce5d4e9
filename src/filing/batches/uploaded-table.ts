import type { ReadBody } from '../../platform/http/read-body.ts';
import { isObject } from '../../platform/json.ts';
import { readFile } from '../../platform/spreadsheet/read-file.ts';
import { readText, writeTabs } from '../../platform/spreadsheet/read-text.ts';
import { plainSheet } from '../../platform/spreadsheet/sheet.ts';
import type { FieldError } from '../submission.ts';
import { type BatchForm, maxBatchRows } from './batch-form.ts';
import type { FiledRow } from './check-rows.ts';
import { hintsOf } from './headings.ts';
import { plainTable } from './plain-table.ts';
import { readSheets, type SheetTable } from './read-sheets.ts';

/** Name of the field that holds the table as text, as a spreadsheet copies it. */
export const tableField = 'bang';
/** Name of the field that holds the table as a file. */
export const fileField = 'tep';

/** The table of a request: its rows, how it was understood, and its text for the page of the answer. */
export interface UploadedTable {
  rows: FiledRow[];
  /** How the cells were understood; undefined for JSON rows, of which nothing is left out. */
  understood?: SheetTable | undefined;
  text: string;
  /** True if the text holds the rows as read from a file, without what was left out. */
  isReplaced?: boolean;
  errors: FieldError[];
}

/** The most letters of a table that an answer page holds. */
const maxEchoedLetters = 2 * 1024 * 1024;

const refuse = (text: string, field: string, message: string): UploadedTable => ({
  rows: [],
  text: text.length > maxEchoedLetters ? '' : text,
  errors: [{ field, message }],
});

function counted(table: Omit<UploadedTable, 'errors'>): UploadedTable {
  const count = table.rows.length;
  const refused = (message: string): UploadedTable => ({
    ...refuse(table.text, tableField, message),
    understood: table.understood,
    isReplaced: table.isReplaced ?? false,
  });
  if (count === 0) return refused('Bảng chưa có dòng nào. Dán bảng từ Excel hoặc chọn tệp.');
  if (count > maxBatchRows) {
    return refused(
      `Bảng có ${count} dòng, mỗi lần gửi nhiều nhất ${maxBatchRows} dòng. Chưa dòng nào được gửi: để ${count - maxBatchRows} dòng cuối sang lần sau.`,
    );
  }
  if (table.text.length > maxEchoedLetters) {
    return refused(
      'Bảng có quá nhiều chữ (hơn 2 MB). Hãy chia thành nhiều bảng nhỏ hơn; chưa dòng nào được gửi.',
    );
  }
  return { ...table, errors: [] };
}

/** JSON rows: objects by field. */
function fromJson(rows: unknown): UploadedTable {
  if (!Array.isArray(rows) || !rows.every(isObject)) {
    return refuse(
      '',
      tableField,
      '`rows` là một danh sách các dòng, mỗi dòng một đối tượng theo tên trường.',
    );
  }
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells }));
  return counted({ rows: numbered.filter(({ cells }) => Object.keys(cells).length > 0), text: '' });
}

/** Reads a pasted table; the answer page holds it as typed. A file returns as it was read: text lacks what only a file holds. */
function fromText(form: BatchForm, typed: string): UploadedTable {
  const understood = readSheets(form, [plainSheet(readText(typed, hintsOf(form)))]);
  if ('message' in understood) return refuse(typed, tableField, understood.message);
  return counted({ rows: understood.rows, understood, text: typed });
}

async function fromFile(form: BatchForm, file: File): Promise<UploadedTable> {
  const read = readFile(new Uint8Array(await file.arrayBuffer()), hintsOf(form));
  if (!read.ok) return refuse('', fileField, read.message);
  const understood = readSheets(form, read.sheets);
  if ('message' in understood) return refuse('', fileField, understood.message);
  const { rows, isPlain } = understood;
  const sheet = read.sheets.find(({ name }) => name === understood.sheet) ?? read.sheets[0];
  return isPlain
    ? counted({ rows, understood, text: writeTabs(sheet.rows) })
    : counted({ rows, understood, text: plainTable(form, rows), isReplaced: true });
}

/** Reads the table of a request from JSON `rows`, the pasted text or the chosen file. */
export async function filedTable(
  form: BatchForm,
  { answers, pairs, files }: ReadBody,
): Promise<UploadedTable> {
  if (answers.rows !== undefined) return fromJson(answers.rows);
  // The text stays as typed: cleaning would remove an empty first cell.
  const typed = pairs.find(([name]) => name === tableField)?.[1] ?? '';
  const [file] = files;
  if (!file) return fromText(form, typed);
  if (typed.trim() !== '') {
    return refuse(
      typed,
      fileField,
      'Vừa có bảng dán vào, vừa có tệp. Hãy chỉ dùng một cách: xóa bảng trong ô, hoặc không chọn tệp.',
    );
  }
  return fromFile(form, file);
}
