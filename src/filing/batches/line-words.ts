/** Words that mark lines without a nominee. They never decide alone: the line's position and its other cells count too. */

const start = (pattern: string) => new RegExp(`^(?:${pattern})`, 'iu');
const whole = (pattern: string) => new RegExp(`^(?:${pattern})[\\s.:,;]*$`, 'iu');

/** A Roman number or a capital letter that numbers a section. */
const sectionNumber = /^(?:[IVX]{1,6}|[A-E])[.)]?$/u;
/** Such a number before the title of a section. */
const numberedTitle = /^(?:[IVX]{1,6}|[A-E])\s?[.)\-–:]\s+\p{L}/u;

const total = [
  whole('tổng|tổng cộng|tổng số|cộng|tong|tong cong|tong so|cong'),
  start('(?:tổng(?: cộng| số)?|cộng|tong(?: cong| so)?|cong)\\s*[:(=–-]'),
  start('(?:tổng(?: cộng| số)?|cộng|tong(?: cong| so)?|cong)\\s*(?:là|la|có|co|gồm|gom)?\\s*:?\\s*\\d'),
  start('(?:tổng cộng|tổng số|tong cong|tong so)\\s.*[\\d:(]'),
];

const note = [
  start('(?:ghi chú|ghi chu|lưu ý|luu y|chú thích|chu thich|chú ý|chu y)\\s*(?:[:(.]|$)'),
  start('(?:danh sách|danh sach|bảng|bang)\\s+(?:này|nay|trên|tren|gồm|gom|có|co|ấn định|an dinh)(?:\\s|:)'),
  start('ấn định danh sách|an dinh danh sach'),
  /^\(?\*+\)?\s*\S/u,
  /\.\/\.?\s*$/u,
];

const placeAndDate =
  /ngày\s*(?:\d{1,2}|[.…_\s]*)\s*tháng\s*(?:\d{1,2}|[.…_\s]*)\s*năm|ngay\s*(?:\d{1,2}|[.…_\s]*)\s*thang\s*(?:\d{1,2}|[.…_\s]*)\s*nam/iu;

const office =
  '(?:quyền |q\\. ?)?(?:phó )?(?:tổng )?(?:thủ trưởng|giám đốc|chủ tịch|hiệu trưởng|trưởng phòng|trưởng ban|chánh văn phòng|bí thư|cục trưởng|chi cục trưởng|kế toán trưởng)';
const signature = [
  whole(
    'người lập(?: biểu| bảng| danh sách)?|nguoi lap(?: bieu| bang| danh sach)?|người tổng hợp|cán bộ lập biểu|người kiểm tra',
  ),
  whole(`${office}(?: (?:đơn vị|cơ quan|cơ quan, đơn vị))?`),
  whole('thu truong(?: don vi| co quan)?|giam doc|chu tich|hieu truong'),
  start('xác nhận của |đại diện (?:lãnh đạo|đơn vị)|lãnh đạo (?:cơ quan|đơn vị)'),
  start('(?:t/m|tm|kt|tl|tuq)[.\\s]+\\p{Lu}'),
  start('\\(\\s*(?:ký|ky|đã ký|da ky|chữ ký)'),
  start('(?:ký tên|ký và ghi|ky ten|ký, ghi)'),
  start('nơi nhận|noi nhan'),
];

/** No such line is longer. */
const maxLetters = 300;

const fits = (patterns: readonly RegExp[], text: string) =>
  text.length <= maxLetters && patterns.some((pattern) => pattern.test(text));

/** “I”, “A.” in the column of numbers. */
export const isSectionNumber = (text: string): boolean => sectionNumber.test(text);

/** “I. Khối trường học”. */
export const isNumberedTitle = (text: string): boolean =>
  text.length <= maxLetters && numberedTitle.test(text);

/** “Tổng cộng: 12 người”; “Tổng Văn A” is a person. */
export const isTotal = (text: string): boolean => fits(total, text);

/** “Danh sách này có 01 đồng chí./.”; “Danh Sáng” is a person. */
export const isNote = (text: string): boolean => fits(note, text);

/** “Đồng Nai, ngày 01 tháng 12 năm 2026”, “NGƯỜI LẬP BIỂU”, “(Ký, ghi rõ họ tên)”. */
export const isClosing = (text: string): boolean =>
  fits([placeAndDate, ...signature], text.replace(/\s+/g, ' ').trim());

/** A text all in capitals or all in brackets, as titles of signatures are. */
export const isTitled = (text: string): boolean =>
  text.length <= 80 && (/^\(.*\)$/u.test(text) || (text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)));

/** `1`, `(2)`, `C`, `(4)=(2)+(3)`: numbers of columns below their headings. */
export const isColumnNumber = (text: string): boolean =>
  text.length <= 20 && /^[([]?(?:\d{1,2}|\p{Lu})[)\].]?(?:\s*=\s*[\d()+\-x*/:\s]+)?$/u.test(text);
