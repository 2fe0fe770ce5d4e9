import { readText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { plainSheet, type ReadHints, type Sheet } from './sheet.ts';

/** Largest file that is read. */
const maxSheetBytes = 2 * 1024 * 1024;

/** The sheets of a file, one at least, or why it cannot be read and what to do. */
export type SheetFile = { ok: true; sheets: [Sheet, ...Sheet[]] } | { ok: false; message: string };

const refuse = (message: string): SheetFile => ({ ok: false, message });
const begins = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);

/** Text as spreadsheets save it: UTF-8, or UTF-16 where the mark says so (“Unicode Text”). */
function decode(bytes: Uint8Array): string | undefined {
  const label = begins(bytes, 0xff, 0xfe) ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads a table from the bytes of a file, by what they are and not by the file's name. Never throws. */
export function readFile(bytes: Uint8Array, hints: ReadHints = {}): SheetFile {
  if (bytes.byteLength > maxSheetBytes) return refuse('Tệp lớn quá 2 MB. Chia bảng thành nhiều tệp nhỏ hơn.');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return refuse(
      'Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.',
    );
  }
  if (begins(bytes, 0x50, 0x4b)) {
    const rows = readWorkbook(bytes);
    return rows
      ? { ok: true, sheets: [plainSheet(rows)] }
      : refuse('Không đọc được tệp này. Hãy dùng tệp .xlsx lưu từ mẫu của trang.');
  }
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) {
    return refuse('Không đọc được chữ trong tệp. Hãy lưu thành .xlsx, hoặc CSV UTF-8, rồi chọn lại.');
  }
  return { ok: true, sheets: [plainSheet(readText(text, hints))] };
}
