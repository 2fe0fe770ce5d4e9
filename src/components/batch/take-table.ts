import type { BatchForm } from '../../batches/batch-form.ts';
import { readTable, tooManyLines } from '../../batches/read-table.ts';
import { readText } from '../../sheets/read-text.ts';
import { mostShown, type TableRows } from './table-rows.ts';

/** Puts a whole table into the page's. Returns what to say of it. */
function takeTable(batch: BatchForm, rows: TableRows, cells: readonly (readonly string[])[]): string {
  const tooLong = tooManyLines(cells);
  if (tooLong) return tooLong;
  const table = readTable(batch, cells);
  const count = table.rows.length;
  if (count === 0) return 'Không thấy dòng đề cử nào trong bảng này.';
  if (count + rows.filled.length > mostShown) {
    return `Bảng này có ${count} dòng, nhiều hơn trang chứa được, nên chưa đưa vào. Mỗi lần gửi nhiều nhất 100 dòng: hãy chia nhỏ.`;
  }
  rows.append(table.rows);
  const example = table.skipped.some(({ why }) => why === 'example') ? ' Dòng ví dụ được bỏ qua.' : '';
  const above = table.skipped.filter(({ why }) => why === 'above').length;
  const left = above > 0 ? ` ${above} dòng phía trên hàng tên cột không đưa vào.` : '';
  const ignored = table.ignored.length > 0 ? ` Không đọc: ${table.ignored.join(', ')}.` : '';
  return `Đã đưa ${count} dòng vào bảng.${example}${left}${ignored}`;
}

/**
 * Takes what is pasted into a cell when it is more than a text: with column names a whole table, else cells that spread from
 * there. Undefined for a text, which the browser pastes itself.
 */
export function takePaste(
  batch: BatchForm,
  rows: TableRows,
  { target, clipboardData }: ClipboardEvent,
): string | undefined {
  const text = clipboardData?.getData('text/plain') ?? '';
  // A column alone has no tabs; a spreadsheet then says in HTML that it is a table.
  const isTable = text.includes('\t') || /<table/i.test(clipboardData?.getData('text/html') ?? '');
  if (!isTable || !(target instanceof Element)) return undefined;
  const cells = readText(text);
  const tooLong = tooManyLines(cells);
  if (tooLong) return tooLong;
  if (readTable(batch, cells).skipped.some(({ why }) => why === 'heading'))
    return takeTable(batch, rows, cells);
  const last = cells.findLastIndex((line) => line.some((cell) => cell.trim() !== ''));
  const lines = cells.slice(0, last + 1);
  if (lines.length + rows.all.length > mostShown) {
    return `Vừa dán ${lines.length} dòng, nhiều hơn trang chứa được, nên chưa đưa vào. Hãy chia nhỏ.`;
  }
  rows.spread(target, lines);
  return `Đã dán ${lines.length} dòng vào bảng.`;
}

/** Puts the table of a file into the page's. Returns what to say of it. */
export async function takeFile(batch: BatchForm, rows: TableRows, file: File): Promise<string> {
  const { readFile } = await import('../../sheets/read-file.ts');
  const read = readFile(new Uint8Array(await file.arrayBuffer()));
  return read.ok ? takeTable(batch, rows, read.sheets[0].rows) : read.message;
}
