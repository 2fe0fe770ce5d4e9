import { fold } from './fold.ts';
import { cannotRead, type Read, read } from './read.ts';

/** Longest text that can be a date. */
const maxLength = 60;

const englishMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];
const monthWords = [
  'mot',
  'hai',
  'ba',
  'tu',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
  'muoi mot',
  'muoi hai',
];

const byName = (name: string): number =>
  name.length < 3 ? 0 : englishMonths.findIndex((month) => month.startsWith(name)) + 1;
const byWords = (words: string): number => (words === 'bon' ? 4 : monthWords.indexOf(words) + 1);

/** Normalises a date for comparison: lower case, no marks, single spaces, no full stop at the end. */
const plain = (written: string): string =>
  fold(written)
    .replace(/[\s\p{Dash}]+/gu, (gap) => (gap.trim() === '' ? ' ' : '-'))
    .trim()
    .replace(/[.,;]$/, '');

const noYear = 'cần đủ bốn chữ số của năm';

/** A year of this century and a month, as `YYYY-MM`. */
function monthOf(year: string, month: number): Read<string> {
  if (!/^20\d\d$/.test(year)) return cannotRead(year.length < 4 ? noYear : 'có năm ngoài thế kỷ này');
  return month >= 1 && month <= 12
    ? read(`${year}-${String(month).padStart(2, '0')}`)
    : cannotRead(`có tháng ${month}, không có trong lịch`);
}

function dayOf(year: string, month: number, day: number): Read<string> {
  const inMonth = monthOf(year, month);
  if (!inMonth.ok) return inMonth;
  const date = `${inMonth.value}-${String(day).padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
  return isDay ? read(date) : cannotRead('là một ngày không có trong lịch');
}

/** Reads a whole day from a text normalised by `plain`; undefined for any other notation. */
function readPlainDay(text: string): Read<string> | undefined {
  const [, isoYear = '', isoMonth, isoDay] =
    /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})(?:[t ][\d:.]+z?)?$/.exec(text) ?? [];
  if (isoMonth && isoDay) return dayOf(isoYear, Number(isoMonth), Number(isoDay));
  const [, day, month, year = ''] =
    /^(?:ngay )?(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{2}|\d{4})$/.exec(text) ??
    /^(?:ngay )?(\d{1,2}),? ?thang ?(\d{1,2}),? ?nam ?(\d{2}|\d{4})$/.exec(text) ??
    [];
  return day && month ? dayOf(year, Number(month), Number(day)) : undefined;
}

/** Tells what an unreadable month lacks. */
function whyNoMonth(text: string): string {
  if (/^(?:quy|q) ?(?:\d|[ivx]+)\b/.test(text)) return 'là một quý; hãy ghi tháng';
  if (/^(?:nam )?\d{4}$/.test(text)) return 'mới có năm, cần cả tháng';
  if (/^(?:thang|thg|t)? ?\d{1,2}$/.test(text)) return 'mới có tháng, cần cả năm';
  if (/^(?:thang ?)?\d{1,2} ?[-/.] ?\d{2}$/.test(text)) return noYear;
  return 'chưa đúng dạng tháng/năm';
}

/**
 * A month of this century as people and spreadsheets write it, as `YYYY-MM`: “10/2026”, “10-2026”, “2026-10”, “tháng 10 năm 2026”,
 * “tháng mười năm 2026”, “T10/2026”, “Thg10-26”, “Oct-26”. Also accepts a day, in the order day, month, year: “1/10/2026”.
 */
export function readMonth(written: string): Read<string> {
  if (written.length > maxLength) return cannotRead('chưa đúng dạng tháng/năm');
  const text = plain(written);
  const day = readPlainDay(text);
  if (day) return day.ok ? read(day.value.slice(0, 7)) : day;
  const [, isoYear, isoMonth] = /^(\d{4}) ?[-/.] ?(\d{1,2})$/.exec(text) ?? [];
  if (isoYear && isoMonth) return monthOf(isoYear, Number(isoMonth));
  const [, month, year] =
    /^(?:thang|thg|t)?\.? ?(\d{1,2}) ?(?:[-/.,]|,? ?nam) ?(\d{4})$/.exec(text) ??
    /^(?:thang|thg|t)?\.? ?(\d{1,2}) (\d{4})$/.exec(text) ??
    [];
  if (month && year) return monthOf(year, Number(month));
  const [, shortMonth, shortYear] = /^(?:thang|thg|t)\.? ?(\d{1,2}) ?[-/. ] ?(\d{2})$/.exec(text) ?? [];
  if (shortMonth && shortYear) return monthOf(`20${shortYear}`, Number(shortMonth));
  const [, words = '', wordsYear] = /^thang ([a-z]+(?: [a-z]+)?),? nam (\d{4})$/.exec(text) ?? [];
  if (wordsYear && byWords(words) > 0) return monthOf(wordsYear, byWords(words));
  const [, name = '', nameYear = ''] = /^([a-z]{3,9})[-/ .,]{1,3}(\d{2}|\d{4})$/.exec(text) ?? [];
  if (byName(name) > 0) return monthOf(nameYear.length === 2 ? `20${nameYear}` : nameYear, byName(name));
  return cannotRead(whyNoMonth(text));
}

/** A day of this century, day before month, as `YYYY-MM-DD`: “24/6/2026”, “24.6.2026”, “ngày 24 tháng 6 năm 2026”, “2026-06-24”. */
export function readDay(written: string): Read<string> {
  if (written.length > maxLength) return cannotRead('chưa đúng dạng ngày/tháng/năm');
  const text = plain(written);
  const day = readPlainDay(text);
  if (day) return day;
  return cannotRead(
    readMonth(written).ok ? 'mới có tháng và năm, cần cả ngày' : 'chưa đúng dạng ngày/tháng/năm',
  );
}
