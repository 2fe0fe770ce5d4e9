import { Budget } from './budget.ts';
import { decodeText, encodingOf } from './decode-text.ts';
import { archiveKind, binaryKind, fileWords, textKind } from './file-kind.ts';
import { isHtml, readHtml } from './read-html.ts';
import { isLockedOds, readOds } from './read-ods.ts';
import { xmlEncoding } from './read-part.ts';
import { readText } from './read-text.ts';
import { readWorkbook, TooLargeError, workbookPart } from './read-workbook.ts';
import { isXml2003, readXml2003 } from './read-xml-2003.ts';
import { maxSheetRows, plainSheet, type ReadHints, type Sheet } from './sheet.ts';
import { unreadWords } from './unread.ts';
import { Zip } from './zip.ts';

const megabyte = 1024 * 1024;
/** Size limits of texts and workbooks. Much of a workbook may be pictures, which are not read. */
const maxTextBytes = 2 * megabyte;
const maxWorkbookBytes = 8 * megabyte;

/** The sheets of a file, at least one, or why the file cannot be read and what to do. */
export type SheetFile = { ok: true; sheets: [Sheet, ...Sheet[]] } | { ok: false; message: string };

const refuse = (why: keyof typeof fileWords): SheetFile => ({ ok: false, message: fileWords[why] });

function fileOf(sheets: readonly Sheet[] | undefined, otherwise: keyof typeof fileWords): SheetFile {
  const [first, ...others] = sheets ?? [];
  return first ? { ok: true, sheets: [first, ...others] } : refuse(otherwise);
}

function readArchive(bytes: Uint8Array): SheetFile {
  try {
    const zip = new Zip(bytes);
    if (zip.isLocked) return refuse('password');
    if (bytes.length > maxWorkbookBytes) {
      const pictures = ['xl/media/', 'xl/embeddings/', 'pictures/'].reduce(
        (sum, name) => sum + zip.packedBytes(name),
        0,
      );
      return refuse(pictures > bytes.length / 2 ? 'pictures' : 'tooLarge');
    }
    const budget = new Budget(bytes.length);
    const part = workbookPart(zip, budget);
    const kind = archiveKind(zip.names);
    if (part?.endsWith('.xml') && !/^(word|ppt)\//.test(part)) {
      return fileOf(readWorkbook(zip, part, budget), kind);
    }
    if (kind !== 'openText') return refuse(kind);
    return isLockedOds(zip, budget) ? refuse('password') : fileOf(readOds(zip, budget), 'openText');
  } catch (error) {
    // Any error here means that the visitor's file is broken or too large.
    return refuse(error instanceof TooLargeError ? 'tooLarge' : 'broken');
  }
}

function readTable(text: string, hints: ReadHints): SheetFile {
  const rows = readText(text, hints);
  const table = plainSheet(rows.slice(0, maxSheetRows));
  if (rows.length > maxSheetRows) table.unread = unreadWords.rows('Bảng');
  return { ok: true, sheets: [table] };
}

/** Decodes bytes in the encoding that they reveal or declare. */
function textOf(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  const text = decodeText(bytes, encoding);
  if (text !== undefined || encoding !== 'utf-8') return text;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000));
  if (isXml2003(head)) return decodeText(bytes, xmlEncoding(bytes));
  const [, declared = ''] = isHtml(head) ? (/charset\s*=\s*["']?([\w-]{1,30})/i.exec(head) ?? []) : [];
  return declared === '' ? undefined : decodeText(bytes, declared);
}

/** Reads tables from a file. Recognises the file by its bytes, not by its name. Never throws. */
export function readFile(bytes: Uint8Array, hints: ReadHints = {}): SheetFile {
  const kind = binaryKind(bytes);
  if (kind !== undefined) return refuse(kind);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readArchive(bytes);
  if (bytes.byteLength > maxTextBytes) {
    return { ok: false, message: 'Tệp lớn quá 2 MB. Chia bảng thành nhiều tệp nhỏ hơn.' };
  }
  if (encodingOf(bytes) === 'utf-32') return refuse('utf32');
  const text = textOf(bytes);
  if (text === undefined) return refuse('letters');
  const budget = new Budget(bytes.length);
  if (isXml2003(text)) return fileOf(readXml2003(text, budget), 'xml');
  if (isHtml(text)) return fileOf(readHtml(text, budget), 'page');
  if (/^\s*<\?xml/.test(text)) return refuse('xml');
  const other = textKind(text);
  return other === undefined ? readTable(text, hints) : refuse(other);
}
