/** Compound words of the plan's titles: a line that ends inside one reads as two words. */
const compounds = [
  'Đồng Nai',
  'cá nhân',
  'chính trị - xã hội',
  'chuyển đổi số',
  'chuyển đổi xanh',
  'công nghệ',
  'doanh nghiệp',
  'địa bàn',
  'đổi mới',
  'đối với',
  'giai đoạn \\d',
  'giải pháp',
  'hàng năm',
  'hình thức',
  'kế hoạch',
  'khen thưởng',
  'khoa học',
  'mặt trận',
  'mục đích',
  'năm \\d{4}',
  'nội dung',
  'phát triển',
  'phong trào',
  'sáng tạo',
  'sơ kết',
  'tiêu chí',
  'tiêu chuẩn',
  'thành phố',
  'thi đua',
  'thời gian',
  'thực hiện',
  'tổ chức',
  'Tổ quốc',
  'tổng kết',
  'trách nhiệm',
  'triển khai',
  'ủy ban',
  'Việt Nam',
  'yêu cầu',
];

/** A number with its symbol, and the word before it: “số 57-NQ/TW”, “số 57”. */
const symbol = String.raw`số \d+(?:[-/]\p{Lu}[\p{L}/-]*)?|\d+[-/]\p{Lu}[\p{L}/-]*`;

const inText = new RegExp(`(${symbol})`, 'giu');
const inTitle = new RegExp(`((?<!\\p{L})(?:${compounds.join('|')})(?!\\p{L})|${symbol})`, 'giu');

/** A run of a text. A `held` run must stay on one line. All runs joined give the unchanged text. */
export interface NoBreakRun {
  readonly text: string;
  readonly held: boolean;
}

/** Cuts a text where lines may end. Numbers of documents stay whole, and in titles also compound words. */
export function noBreakRuns(text: string, kind: 'text' | 'title'): NoBreakRun[] {
  return text
    .split(kind === 'title' ? inTitle : inText)
    .map((run, index) => ({ text: run, held: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}
