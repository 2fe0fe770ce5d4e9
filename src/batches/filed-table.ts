import type { ReadBody } from '../http/read-body.ts';
import type { FieldError } from '../schemas/submission.ts';
import { readFile } from '../sheets/read-file.ts';
import { readText, writeTabs } from '../sheets/read-text.ts';
import { type BatchForm, maxRows } from './batch-form.ts';
import type { FiledRow } from './check-rows.ts';
import { readTable, tooManyLines } from './read-table.ts';

/** Name of the field that holds the table as text, as a spreadsheet copies it. */
export const tableField = 'bang';
/** Name of the field that holds it as a file. */
export const fileField = 'tep';

/** The table of a request: its rows, what was not read of it, and the same as text, to put back on the page. */
export interface FiledTable {
  rows: FiledRow[];
  ignored: string[];
  text: string;
  errors: FieldError[];
}

const refuse = (text: string, field: string, message: string): FiledTable => ({
  rows: [],
  ignored: [],
  text,
  errors: [{ field, message }],
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function counted(table: Omit<FiledTable, 'errors'>): FiledTable {
  const count = table.rows.length;
  if (count === 0) {
    return refuse(table.text, tableField, 'Bảng chưa có dòng nào. Dán bảng từ Excel hoặc chọn tệp.');
  }
  if (count > maxRows) {
    const message = `Bảng có ${count} dòng, mỗi lần gửi nhiều nhất ${maxRows} dòng. Chưa dòng nào được gửi: để ${count - maxRows} dòng cuối sang lần sau.`;
    return refuse(table.text, tableField, message);
  }
  return { ...table, errors: [] };
}

/** Rows of a program: objects by field. */
function fromJson(rows: unknown): FiledTable {
  if (!Array.isArray(rows) || !rows.every(isObject)) {
    return refuse(
      '',
      tableField,
      '`rows` là một danh sách các dòng, mỗi dòng một đối tượng theo tên trường.',
    );
  }
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells }));
  return counted({
    rows: numbered.filter(({ cells }) => Object.keys(cells).length > 0),
    ignored: [],
    text: '',
  });
}

function fromCells(form: BatchForm, cells: readonly (readonly string[])[], text: string): FiledTable {
  const message = tooManyLines(cells);
  return message ? refuse(text, tableField, message) : counted({ ...readTable(form, cells), text });
}

/** The table in a request, from `rows` of JSON, the text that was pasted or the file that was chosen. */
export async function filedTable(form: BatchForm, { answers, pairs, files }: ReadBody): Promise<FiledTable> {
  if (answers.rows !== undefined) return fromJson(answers.rows);
  // As typed: a cleaned text has lost an empty first cell.
  const typed = pairs.find(([name]) => name === tableField)?.[1] ?? '';
  const [file] = files;
  if (!file) return fromCells(form, readText(typed), typed);
  const read = readFile(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return refuse(typed, fileField, read.message);
  if (typed.trim() !== '') {
    return refuse(
      typed,
      fileField,
      'Vừa có bảng dán vào, vừa có tệp. Hãy chỉ dùng một cách: xóa bảng trong ô, hoặc không chọn tệp.',
    );
  }
  const [{ rows }] = read.sheets;
  return fromCells(form, rows, writeTabs(rows));
}
