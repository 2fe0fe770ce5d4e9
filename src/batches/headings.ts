import { fold } from '../search/fold.ts';
import type { BatchForm } from './batch-form.ts';

/** Headings of the columns that the table has besides the questions. */
export const tableHeadings = { number: 'TT', faults: 'Cần sửa' } as const;

/** What a column of the table holds: a field, the number of the row, or what was said of it. */
export type Meaning = { field: string } | keyof typeof tableHeadings;

/** Marks of what must be filled in, notes in brackets, case, tones and signs do not count. */
const headingKey = (text: string): string =>
  fold(text)
    .replace(/\((khong )?bat buoc\)|\*/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The column of a given heading: by the question, its short name or the field's own name. */
export function headingFinder({ columns }: BatchForm): (heading: string) => Meaning | undefined {
  const meanings = new Map<string, Meaning>([
    ['tt', 'number'],
    ['stt', 'number'],
    ['so tt', 'number'],
    ['so thu tu', 'number'],
    ['can sua', 'faults'],
  ]);
  for (const nameOf of [
    ({ name }: { name: string }) => name,
    ({ view }: (typeof columns)[number]) => view.heading ?? view.label,
    ({ view }: (typeof columns)[number]) => view.label,
  ]) {
    for (const column of columns) meanings.set(headingKey(nameOf(column)), { field: column.name });
  }
  return (heading) => meanings.get(headingKey(heading));
}
