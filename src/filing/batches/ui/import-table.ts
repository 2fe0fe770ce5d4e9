import { readText } from '../../../platform/spreadsheet/read-text.ts';
import { plainSheet } from '../../../platform/spreadsheet/sheet.ts';
import type { BatchForm } from '../batch-form.ts';
import { hintsOf } from '../headings.ts';
import { readSheets, type SheetTable } from '../read-sheets.ts';
import { unreadable } from '../read-table.ts';
import { mostShown, type TableRows } from './table-rows.ts';

/** The result of pasting a table or choosing a file. */
export interface TableImport {
  /** Message for the sender. */
  said: string;
  /** How the table was understood, if its rows are in the page's table now. */
  understood?: SheetTable;
  /** Restores the page's table as it was before. */
  undo?: () => void;
}

/** Puts a whole table into the page's table. */
function importTable(rows: TableRows, read: SheetTable | { message: string }): TableImport {
  if ('message' in read) return { said: read.message };
  const count = read.rows.length;
  if (count === 0) return { said: 'Không thấy dòng đề cử nào trong bảng này.', understood: read };
  if (count + rows.filled.length > mostShown) {
    return {
      said: `Bảng này có ${count} dòng, nhiều hơn trang chứa được, nên chưa đưa vào. Mỗi lần gửi nhiều nhất 100 dòng: hãy chia nhỏ.`,
    };
  }
  const undo = rows.remember();
  rows.append(read.rows);
  return { said: `Đã đưa ${count} dòng vào bảng.`, understood: read, undo };
}

/**
 * Handles cells pasted into a cell: with headings they are a whole table, without they fill the cells from there on. Undefined
 * for a plain text, which the browser pastes itself.
 */
export function importPaste(
  batch: BatchForm,
  rows: TableRows,
  { target, clipboardData }: ClipboardEvent,
): TableImport | undefined {
  const text = clipboardData?.getData('text/plain') ?? '';
  // A single column has no tabs, but the HTML from a spreadsheet shows that it is a table.
  const isTable = text.includes('\t') || /<table/i.test(clipboardData?.getData('text/html') ?? '');
  if (!isTable || !(target instanceof Element)) return undefined;
  const sheet = plainSheet(readText(text, hintsOf(batch)));
  const tooLong = unreadable(sheet);
  if (tooLong) return { said: tooLong };
  const read = readSheets(batch, [sheet]);
  if ('message' in read || read.hasHeadings) return importTable(rows, read);
  const last = sheet.rows.findLastIndex((line) => line.some((cell) => cell.trim() !== ''));
  const lines = sheet.rows.slice(0, last + 1);
  if (lines.length + rows.all.length > mostShown) {
    return {
      said: `Vừa dán ${lines.length} dòng, nhiều hơn trang chứa được, nên chưa đưa vào. Hãy chia nhỏ.`,
    };
  }
  const undo = rows.remember();
  const beyond = rows.spread(target, lines);
  const lost = beyond > 0 ? ` ${beyond} ô vượt quá cột cuối của bảng nên không dán.` : '';
  return { said: `Đã dán ${lines.length} dòng vào bảng.${lost}`, undo };
}

/** Puts the table of a file into the page's table. */
export async function takeFile(batch: BatchForm, rows: TableRows, file: File): Promise<TableImport> {
  const { readFile } = await import('../../../platform/spreadsheet/read-file.ts');
  const read = readFile(new Uint8Array(await file.arrayBuffer()), hintsOf(batch));
  return read.ok ? importTable(rows, readSheets(batch, read.sheets)) : { said: read.message };
}
