import type { ReadHints } from '../../platform/spreadsheet/sheet.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { TableForm } from './batch-form.ts';

/** Headings of the columns that the table has besides the questions. */
export const tableHeadings = { number: 'TT', faults: 'Cần sửa' } as const;

/** What a column holds: a field, the row's number, or the result column of our corrected workbook. */
export type Meaning = { field: string } | keyof typeof tableHeadings;

/** Finds the meaning of a heading. */
export type FindMeaning = (heading: string) => Meaning | undefined;

/** Usual headings of official lists, by field. */
const usualHeadings: Readonly<Record<string, readonly string[]>> = {
  'Họ và tên người được đề cử': ['Họ và tên', 'Họ tên', 'Họ, tên'],
  'Tên tập thể được đề cử': ['Tên tập thể', 'Tập thể được đề cử'],
  'Tên mô hình, giải pháp': ['Tên mô hình', 'Tên giải pháp'],
  'Chức danh hoặc nghề nghiệp': ['Chức danh, nghề nghiệp', 'Chức danh', 'Nghề nghiệp'],
  'Số người trong tập thể': ['Số người'],
};

/** Longer than any heading. */
const maxHeadingLetters = 200;

/** Folds a heading: without marks of required columns, notes in brackets, case, tones and signs. */
const headingKey = (text: string): string =>
  fold(text)
    .replace(/\((khong )?bat buoc\)|\*/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Finds the column of a heading: by the question, its short name or the field's name. */
export function headingFinder({ columns, fieldOf }: TableForm): FindMeaning {
  const meanings = new Map<string, Meaning>([
    ['tt', 'number'],
    ['stt', 'number'],
    ['so tt', 'number'],
    ['so thu tu', 'number'],
    ['thu tu', 'number'],
    ['can sua', 'faults'],
  ]);
  type Column = (typeof columns)[number];
  const namings: ((column: Column) => readonly string[])[] = [
    ({ name }) => [name],
    ({ view, alsoCalled }) => alsoCalled ?? usualHeadings[view.label] ?? [],
    ({ view }) => [view.heading ?? view.label],
    ({ view }) => [view.label],
  ];
  for (const namesOf of namings) {
    for (const column of columns) {
      for (const name of namesOf(column)) meanings.set(headingKey(name), { field: column.name });
    }
  }
  return (heading) => {
    if (heading.length > maxHeadingLetters) return undefined;
    const field = fieldOf?.(heading);
    return meanings.get(headingKey(heading)) ?? (field === undefined ? undefined : { field });
  };
}

/** Hints that help to split a pasted text into columns: the headings of the form. */
export const hintsOf = (form: TableForm): ReadHints => {
  const find = headingFinder(form);
  return { isHeading: (cell) => find(cell) !== undefined };
};
