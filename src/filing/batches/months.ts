import { readMonth as read } from '../../vietnamese/dates.ts';

/** A month as people and spreadsheets write it, as `7/2026`; anything else unchanged, for the schema to refuse with a reason. */
export function readMonthCell(written: string): string {
  const month = read(written);
  if (!month.ok) return written;
  const [year, number] = month.value.split('-');
  return `${Number(number)}/${year}`;
}
