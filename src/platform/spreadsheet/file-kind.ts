const saveAs = 'Mở bằng Excel, lưu thành .xlsx rồi chọn lại.';
const copyTable = 'Hãy chép bảng trong đó sang Excel, lưu thành .xlsx rồi chọn lại.';
const chooseTable = 'Hãy chọn tệp bảng .xlsx, .ods hoặc .csv.';

/** Messages about files that are not readable tables. */
export const fileWords = {
  empty: `Tệp trống, không có chữ nào. ${chooseTable}`,
  oldExcel: `Tệp là Excel đời cũ (.xls). ${saveAs}`,
  oldOffice: `Tệp là Excel đời cũ (.xls), Word đời cũ (.doc) hoặc có mật khẩu. ${saveAs}`,
  password: 'Tệp có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.',
  binaryExcel: `Tệp là Excel nhị phân (.xlsb). ${saveAs}`,
  word: `Tệp là văn bản Word, không phải bảng Excel. ${copyTable}`,
  slides: `Tệp là trình chiếu PowerPoint, không phải bảng Excel. ${copyTable}`,
  openText: `Tệp là văn bản OpenDocument, không phải bảng tính. ${copyTable}`,
  numbers: 'Tệp là bảng Numbers của Apple. Mở bằng Numbers, xuất thành .xlsx rồi chọn lại.',
  archive: 'Tệp là tệp nén. Hãy giải nén rồi chọn tệp bảng ở trong.',
  pdf: `Tệp là PDF, không phải bảng Excel. ${copyTable}`,
  picture: `Tệp là ảnh, không phải bảng Excel. Chữ trong ảnh không đọc được: hãy gõ vào mẫu bảng của trang.`,
  richText: `Tệp là văn bản RTF, không phải bảng Excel. ${copyTable}`,
  mail: `Tệp là thư điện tử. Hãy mở thư, tải tệp bảng đính kèm rồi chọn tệp đó.`,
  webArchive: `Tệp là trang web lưu dưới tên bảng. ${saveAs}`,
  page: `Tệp là trang web và không có bảng nào. ${chooseTable}`,
  json: `Tệp là dữ liệu JSON, không phải bảng. ${chooseTable}`,
  shortcut: `Tệp là lối tắt, không có bảng ở trong. Mở bảng, tải về thành .xlsx rồi chọn lại.`,
  xml: `Tệp là dữ liệu XML, không phải bảng. ${chooseTable}`,
  sylk: `Tệp là bảng kiểu SYLK (.slk). ${saveAs}`,
  program: `Tệp không phải bảng. ${chooseTable}`,
  utf32: 'Chữ trong tệp ghi bằng UTF-32, trang không đọc. Hãy lưu thành .xlsx, hoặc CSV UTF-8, rồi chọn lại.',
  letters: 'Không đọc được chữ trong tệp. Hãy lưu thành .xlsx, hoặc CSV UTF-8, rồi chọn lại.',
  broken:
    'Không đọc được tệp này: tệp hỏng, tải chưa đủ, hoặc không phải bảng tính. Hãy mở bằng Excel, lưu thành .xlsx rồi chọn lại.',
  tooLarge:
    'Bảng trong tệp quá lớn nên chưa được đọc. Hãy chép riêng phần cần gửi sang một tệp mới, lưu lại rồi chọn lại.',
  pictures: 'Tệp quá lớn vì có ảnh hoặc tệp nhúng. Hãy xóa ảnh trong bảng, lưu lại rồi chọn lại.',
} as const;

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to)).replace(/[^\x20-\x7e]/g, '.');

/** Whether a compound file of old Office programs has a stream with the given name. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = new Uint8Array([...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function compoundKind(bytes: Uint8Array): keyof typeof fileWords {
  if (hasStream(bytes, 'EncryptedPackage')) return 'password';
  if (hasStream(bytes, 'WordDocument')) return 'word';
  if (hasStream(bytes, 'PowerPoint Document')) return 'slides';
  if (hasStream(bytes, '__substg1.0')) return 'mail';
  return hasStream(bytes, 'Workbook') ? 'oldExcel' : 'oldOffice';
}

/** Marks at the beginning of files, as text of one byte a letter; `.` stands for any. */
const marks: readonly (readonly [RegExp, keyof typeof fileWords])[] = [
  [/^\s*%PDF-/, 'pdf'],
  [/^(\.PNG\.\.|GIF8|BM....\.\.\.\.|II\*\.|MM\.\*|RIFF....WEBP|....ftyp(hei|hev|mif|avif))/s, 'picture'],
  [/^\s*\{\\rtf/, 'richText'],
  [/^(Rar!|7z\.\.')/, 'archive'],
  [/^ID;P/, 'sylk'],
  [/^SQLite format|^MZ|^.ELF/, 'program'],
];

/** The kind of a file that is not a table, by its first bytes; undefined where the file may be a table. */
export function binaryKind(bytes: Uint8Array): keyof typeof fileWords | undefined {
  if (bytes.length === 0) return 'empty';
  const [first, second, third, fourth] = bytes;
  if (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0) return compoundKind(bytes);
  if (first === 0xff && second === 0xd8 && third === 0xff) return 'picture';
  if (first === 0x1f && second === 0x8b) return 'archive';
  // A BIFF file begins with a BOF record: its number, then its length.
  if (
    first === 0x09 &&
    [0, 2, 4, 8].includes(second ?? -1) &&
    [4, 6, 8, 16].includes(third ?? -1) &&
    fourth === 0
  ) {
    return 'oldExcel';
  }
  const head = ascii(bytes, 0, 32);
  return marks.find(([mark]) => mark.test(head))?.[1];
}

/** The kind of an archive that is not a workbook, by the names in the archive. */
export function archiveKind(names: readonly string[]): keyof typeof fileWords {
  const has = (mark: RegExp) => names.some((name) => mark.test(name));
  if (has(/^xl\/workbook\.bin$/)) return 'binaryExcel';
  if (has(/^word\//)) return 'word';
  if (has(/^ppt\//)) return 'slides';
  if (has(/^index\/.*\.iwa$|^index\.zip$/)) return 'numbers';
  if (has(/^content\.xml$/)) return 'openText';
  return has(/\.(xlsx?|xlsm|ods|csv|docx?|pdf|jpe?g|png)$/) ? 'archive' : 'broken';
}

const mailHeading =
  /^(received|return-path|delivered-to|mime-version|message-id|from|date|subject|x-[\w-]+): .*\r?\n[\w-]+:/i;

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The kind of a text that is not a table; undefined where the text may be a table. */
export function textKind(text: string): keyof typeof fileWords | undefined {
  const head = text.slice(0, 2_000);
  if (text.trim() === '') return 'empty';
  if (/^mime-version:[\s\S]*multipart\/related/i.test(head) || /^from: <saved by/i.test(head))
    return 'webArchive';
  if (mailHeading.test(head)) return 'mail';
  if (/^\s*\{"?(url|doc_id)"?:/.test(head) || /^\[InternetShortcut\]/i.test(head)) return 'shortcut';
  if (/^\s*(begin:v(card|calendar)|#!\/|create table|insert into)/i.test(head)) return 'program';
  return isJson(text) ? 'json' : undefined;
}
