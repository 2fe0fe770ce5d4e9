import { readMonth as read } from '../../vietnamese/dates.ts';

/** Writes a typed month as `7/2026`; returns other text unchanged, so that the schema refuses it with a reason. */
export function readMonthCell(written: string): string {
  const month = read(written);
  if (!month.ok) return written;
  const [year, number] = month.value.split('-');
  return `${Number(number)}/${year}`;
}
