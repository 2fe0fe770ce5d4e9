import { fold } from '../search/fold.ts';

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const maxMonthLetters = 40;

const full = (year: string) => (year.length === 2 ? `20${year}` : year);

/**
 * A month as people and spreadsheets write it, as `7/2026`: “07-2026”, “tháng 7 năm 2026”, “1/7/2026” (a day, read as day,
 * month, year), “2026-07-01”, “Jul-26”, “Thg7-26”. Anything else unchanged, for the schema to refuse.
 */
export function readMonth(written: string): string {
  if (written.length > maxMonthLetters) return written;
  const text = fold(written).trim();
  const [, isoYear, isoMonth] = /^(\d{4})[-/.](\d{1,2})([-/.]\d{1,2})?$/.exec(text) ?? [];
  if (isoYear && isoMonth) return `${isoMonth}/${isoYear}`;
  const [, , dayMonth, dayYear] = /^(ngay )?\d{1,2}\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text) ?? [];
  if (dayMonth && dayYear) return `${dayMonth}/${dayYear}`;
  const [, month, year] =
    /^(?:thang|thg|t)?\s*(\d{1,2})\s*(?:[-/.,]|nam)?\s*(\d{4}|(?<=\D)\d\d)$/.exec(text) ?? [];
  if (month && year) return `${month}/${full(year)}`;
  const [, name = '', nameYear] = /^([a-z]{3})[a-z]*[-/ .]+(\d{2}|\d{4})$/.exec(text) ?? [];
  const index = englishMonths.indexOf(name);
  return index >= 0 && nameYear ? `${index + 1}/${full(nameYear)}` : written;
}
