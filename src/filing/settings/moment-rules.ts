import { holidays } from '../../vocabulary/holidays.ts';
import type { Moment } from '../../vocabulary/owner-settings.ts';
import { daysAhead, noticeWorkingDays } from '../../vocabulary/stop-notice.ts';
import { forms } from '../definitions/registry.ts';
import { nameOfColumn, type PulledRow } from '../delivery/pulled-row.ts';
import { dayOf, instantOf, listOf, type ReadRow, textOf } from './cells.ts';

/** Choices of `Loại` in `Mốc thời gian`. */
export const momentNames = {
  'nhan-phieu': 'Nhận phiếu',
  'cong-khai': 'Mốc công khai',
  ngung: 'Ngừng dịch vụ',
  'ngung-gap': 'Ngừng khẩn cấp',
  nghi: 'Ngày nghỉ',
} as const satisfies Record<Moment['kind'], string>;

const kinds = ['nhan-phieu', 'cong-khai', 'ngung', 'ngung-gap', 'nghi'] as const;

/** What the words of a row say, where the kind wants words. */
const wantedWords: Readonly<Partial<Record<Moment['kind'], string>>> = {
  'nhan-phieu': 'khi phiếu đóng, đơn vị làm gì',
  ngung: 'việc gì tạm ngừng',
  'ngung-gap': 'việc gì tạm ngừng',
};

/** Choices of `Phiếu` in `Mốc thời gian`. */
export const formNames: readonly string[] = forms.map(({ title }) => title);

/** The movement's years (Kế hoạch 113/KH-UBND, V.1). */
const [firstYear, lastYear] = [2026, 2030] as const;

const least = 10;
const most = 400;

/** Reads a row of `Mốc thời gian`. A row that is not ticked sets nothing. */
export function readMoment(row: PulledRow): ReadRow {
  if (row.cells.applies !== true) return { is: 'nothing' };
  const at = (property: string, wrong: string) => `Cột “${nameOfColumn(row, property)}”: ${wrong}`;
  const kind = kinds.find((one) => momentNames[one] === row.cells.kind);
  const [name, words] = [textOf(row, 'name'), textOf(row, 'words')];
  const [from, until, announced] = [instantOf(row, 'from'), instantOf(row, 'until'), dayOf(row, 'announced')];
  const ids = forms.filter(({ title }) => listOf(row, 'forms').includes(title)).map(({ id }) => id);
  const wrong: string[] = [];
  if (!kind) wrong.push(at('kind', `chọn một trong: ${Object.values(momentNames).join(', ')}.`));
  if (name === '') wrong.push(at('name', 'còn trống. Ghi tên mốc, ví dụ “Nhận đề cử đợt 1 năm 2027”.'));
  if (!from) wrong.push(at('from', 'còn trống. Ghi ngày giờ bắt đầu.'));
  if (!until)
    wrong.push(at('until', 'còn trống. Ghi ngày giờ kết thúc; nghỉ một ngày thì ghi cùng ngày đó.'));
  if (from && until && until < from) wrong.push(at('until', 'trước lúc bắt đầu. Ghi lúc sau lúc bắt đầu.'));
  if (kind === 'nhan-phieu' && ids.length === 0) wrong.push(at('forms', 'chọn ít nhất một phiếu.'));
  const wanted = kind && wantedWords[kind];
  if (wanted !== undefined && (words.length < least || words.length > most))
    wrong.push(at('words', `ghi một câu từ ${least} đến ${most} ký tự: ${wanted}.`));
  if (kind === 'ngung' && from && (!announced || daysAhead(announced, from, holidays()) < noticeWorkingDays))
    wrong.push(
      at(
        'announced',
        `ghi ngày bắt đầu thông báo, trước lúc ngừng ít nhất ${noticeWorkingDays} ngày làm việc (Nghị định 224/2026/NĐ-CP, Điều 13).`,
      ),
    );
  const written = textOf(row, 'year');
  const year = written === '' ? null : Number(written);
  if (year !== null && !(Number.isInteger(year) && year >= firstYear && year <= lastYear))
    wrong.push(at('year', `ghi một năm từ ${firstYear} đến ${lastYear}, hoặc để trống.`));
  if (!kind || !from || !until || wrong.length > 0) return { is: 'wrong', wrong };
  return { is: 'set', value: { is: 'moment', kind, name, forms: ids, from, until, words, announced, year } };
}
