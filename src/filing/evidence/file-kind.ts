import type { FiledFile } from '../definitions/files-field.ts';

/** Bytes of ASCII text. */
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const pictures = [
  { kind: 'jpeg', mark: [0xff, 0xd8, 0xff] },
  { kind: 'png', mark: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
] as const;

/** How far behind its first byte a PDF may begin: scanners and mail gateways put marks and text of their own before it. */
export const pdfHeadBytes = 1024;
/** First bytes of programs, archives and web pages. Such a file is no PDF, whatever follows. */
const foreign = [
  ...['MZ', 'PK', '\x7fELF', 'GIF8', 'Rar!', '7z', '#!', '<'].map(ascii),
  [0xd0, 0xcf, 0x11, 0xe0],
  ...pictures.map(({ mark }) => mark),
];

const startsWith = (bytes: Uint8Array, mark: readonly number[], at = 0) =>
  mark.every((byte, index) => bytes[at + index] === byte);

/** Index of `%PDF-` in the first 1,024 bytes; -1 if it is missing. */
export function pdfStart(bytes: Uint8Array): number {
  const mark = ascii('%PDF-');
  const head = bytes.subarray(0, pdfHeadBytes + mark.length);
  return head.findIndex((_, at) => startsWith(head, mark, at));
}

/**
 * The kind of a file by its first bytes, never by its name; null for anything but the three kinds that forms accept. No library
 * is needed for three marks: `checkFile` reads the whole file afterwards.
 */
export function kindOf(bytes: Uint8Array): FiledFile['kind'] | null {
  const picture = pictures.find(({ mark }) => startsWith(bytes, mark))?.kind;
  if (picture) return picture;
  const start = bytes.findIndex((byte) => byte > 0x20);
  const isForeign = foreign.some((mark) => startsWith(bytes, mark, Math.max(0, start)));
  return !isForeign && pdfStart(bytes) >= 0 ? 'pdf' : null;
}

/** True for the picture format of one maker's telephones, which the back office cannot open. */
export const isHeic = (bytes: Uint8Array): boolean =>
  startsWith(bytes, ascii('ftyp'), 4) &&
  ['heic', 'heix', 'hevc', 'mif1', 'msf1'].some((brand) => startsWith(bytes, ascii(brand), 8));

/** True for Word and Excel, old (OLE) and new (ZIP). */
const isOffice = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]) || startsWith(bytes, ascii('PK\x03\x04'));

/** Tells the sender what to do with a file of another kind. */
export function otherKindText(head: Uint8Array): string {
  if (isHeic(head))
    return 'Ảnh dạng HEIC chưa mở được ở mọi máy. Trên iPhone, chọn Cài đặt › Camera › Định dạng › Tương thích nhất rồi chụp lại; hoặc lưu ảnh thành JPEG rồi chọn lại.';
  if (isOffice(head))
    return 'Chỉ nhận tệp PDF, ảnh JPEG hoặc PNG. Với tệp Word, Excel: mở tệp, chọn Lưu thành PDF rồi chọn tệp PDF đó.';
  return 'Chỉ nhận tệp PDF, ảnh JPEG hoặc PNG; nội dung tệp này là loại khác, dù tên thế nào.';
}

/** Media types for the back office. */
export const mediaTypes: Readonly<Record<FiledFile['kind'], string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
