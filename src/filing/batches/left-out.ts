/** Why a line of a table is no nominee, in words. */
export const reasons = {
  above: 'ở phía trên hàng tên cột',
  heading: 'hàng tên cột',
  numbering: 'hàng đánh số cột',
  example: 'dòng ví dụ của mẫu',
  hidden: 'dòng đang ẩn; muốn gửi thì bỏ ẩn rồi chọn lại',
  section: 'dòng tên nhóm, tên mục',
  total: 'dòng tổng cộng',
  note: 'dòng ghi chú',
  closing: 'phần ngày tháng, chữ ký cuối bảng',
  'number-only': 'chỉ có số thứ tự',
} as const;

/** Why a line is no nominee. */
export type Reason = keyof typeof reasons;

/** Why a sheet was not read, in words. */
export const sheetReasons = {
  hidden: 'trang tính đang ẩn',
  'no-headings': 'không có hàng tên cột',
  further: 'mỗi lần chỉ đọc một trang tính; muốn gửi thì chọn tệp lần nữa với trang này đứng đầu',
  template: 'hướng dẫn của mẫu',
} as const;

/** Why a sheet was not read. */
type SheetReason = keyof typeof sheetReasons;

/** A line that is no nominee: its number in the file, from 1, and its first words. */
export interface SkippedLine {
  line: number;
  why: Reason;
  text: string;
}

/** A sheet with content that was not read. */
export interface SkippedSheet {
  name: string;
  why: SheetReason;
}

/** What a table held besides nominees and answers. */
export interface LeftOut {
  skipped: readonly SkippedLine[];
  /** Columns with content that belong to no question: by heading, else “cột 7”. */
  ignored: readonly string[];
  sheets: readonly SkippedSheet[];
}

/** Reasons for lines that are part of the table itself: column descriptions and lines of the template. */
const own: readonly Reason[] = ['heading', 'numbering'];

/** The lines that somebody may have meant to file. */
export const linesLeftOut = ({ skipped }: Pick<LeftOut, 'skipped'>): SkippedLine[] =>
  skipped.filter(({ why }) => !own.includes(why));

/** “3–5, 9” */
function ranges(lines: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else parts.push([line, line]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** The most lines that a message quotes; further ones are only counted. */
const mostQuoted = 3;

function quoted(texts: readonly string[]): string {
  const shown = texts.filter((text) => text !== '').slice(0, mostQuoted);
  if (shown.length === 0) return '';
  return ` (${shown.map((text) => `“${text}”`).join(', ')}${texts.length > shown.length ? ', …' : ''})`;
}

/** One sentence for each thing left out, with the reason. */
export function leftOutWords(left: LeftOut): string[] {
  const leftLines = linesLeftOut(left);
  const lines = [...new Set(leftLines.map(({ why }) => why))].map((why) => {
    const all = leftLines.filter((one) => one.why === why);
    return `Dòng ${ranges(all.map(({ line }) => line))}${quoted(all.map(({ text }) => text))}: ${reasons[why]}.`;
  });
  const columns = left.ignored.length > 0 ? [`Cột không đọc: ${left.ignored.join(', ')}.`] : [];
  const sheets = left.sheets.map(({ name, why }) => `Trang tính “${name}” không đọc: ${sheetReasons[why]}.`);
  return [...lines, ...columns, ...sheets];
}
