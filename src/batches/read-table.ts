import { cleanText } from '../http/clean.ts';
import { fold } from '../search/fold.ts';
import type { BatchForm } from './batch-form.ts';
import { headingFinder, type Meaning } from './headings.ts';

/** A row of the table: what it is called by, and its cells by field, cleaned, none of them empty. */
export interface TableRow {
  number: number;
  cells: Readonly<Record<string, string>>;
}

/** A table that was read. Every row with a word in it is in `rows` or in `skipped`. */
export interface Table {
  rows: TableRow[];
  /** Rows that are no nominee: what stands above the headings, the example. */
  skipped: { line: number; why: 'above' | 'heading' | 'example' }[];
  /** Columns with content that no question has: by heading, else “cột 7”. */
  ignored: string[];
}

/** Lines of a table with empty ones between its rows; more are refused before they are read. */
const mostLines = 2_000;

/** What to say of a text that has more lines than a table of ours; undefined where it has not. */
export const tooManyLines = (cells: readonly unknown[]): string | undefined =>
  cells.length > mostLines
    ? `Bảng dài hơn ${mostLines.toLocaleString('vi')} dòng nên chưa được đọc. Mỗi lần gửi nhiều nhất 100 dòng: hãy chia nhỏ.`
    : undefined;

/** A heading stands among the first lines that are not empty. */
const headingWithin = 8;

const isEmpty = (row: readonly string[]) => row.every((cell) => cell === '');

type Find = (heading: string) => Meaning | undefined;

/** The row that names the columns: the one with most of them, two at least or all that it holds. */
function findHeadings(grid: readonly string[][], find: Find): number {
  const matches = grid.slice(0, headingWithin).map((row) => {
    const filled = row.filter((cell) => cell !== '');
    const known = filled.filter((cell) => find(cell) !== undefined).length;
    return known >= Math.min(2, filled.length) ? known : 0;
  });
  const most = Math.max(0, ...matches);
  return most === 0 ? -1 : matches.indexOf(most);
}

const isExample = (cell: string) => fold(cell).startsWith('vi du');

/** Without headings the columns stand as in the template, with or without the number in front. */
function meaningsByOrder(rows: readonly string[][], { columns }: BatchForm): (Meaning | undefined)[] {
  const isNumbered = rows.every(([first = '']) => /^\d*$/.test(first) || isExample(first));
  const fields = columns.map(({ name }): Meaning => ({ field: name }));
  return isNumbered && rows.some(([first]) => first) ? ['number', ...fields] : fields;
}

/** Each field once: a second column of a name is not read. */
function meaningsByHeading(headings: readonly string[], find: Find): (Meaning | undefined)[] {
  const seen = new Set<string>();
  return headings.map((heading) => {
    const meaning = heading === '' ? undefined : find(heading);
    const name = typeof meaning === 'object' ? meaning.field : meaning;
    if (name === undefined || seen.has(name)) return undefined;
    seen.add(name);
    return meaning;
  });
}

/** Where a field stands; -1 where the table has no column of it. */
const columnOf = (meanings: readonly (Meaning | undefined)[], field: string | undefined): number =>
  meanings.findIndex((meaning) => typeof meaning === 'object' && meaning.field === field);

/** The numbers that the table itself gives, where they name its rows; else they are counted. */
function numbersOf(typed: readonly string[]): number[] {
  const own = typed.map(Number);
  const areNames = typed.every((text) => /^[1-9]\d{0,4}$/.test(text)) && new Set(own).size === own.length;
  return areNames ? own : typed.map((_, index) => index + 1);
}

/** More are not worth a person's reading. */
const mostIgnored = 20;

function ignoredIn(
  rows: readonly string[][],
  headings: readonly string[],
  meanings: readonly (Meaning | undefined)[],
): string[] {
  const ignored = new Set<number>();
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      if (cell !== '' && meanings[index] === undefined && ignored.size < mostIgnored) ignored.add(index);
    }
  }
  return [...ignored]
    .sort((a, b) => a - b)
    .map((index) => (headings[index] ? `“${headings[index].slice(0, 60)}”` : `cột ${index + 1}`));
}

/**
 * Reads the cells of a table. Headings may stand in any order, below other lines, in another case, without tones, or be
 * missing; empty rows are left out, the example is skipped. Never throws.
 */
export function readTable(form: BatchForm, cells: readonly (readonly string[])[]): Table {
  const lines = cells
    .map((row, index) => ({ line: index + 1, row: row.map(cleanText) }))
    .filter(({ row }) => !isEmpty(row));
  const find = headingFinder(form);
  const grid = lines.map(({ row }) => row);
  const at = findHeadings(grid, find);
  const headings = grid[at] ?? [];
  const below = lines.slice(at + 1);
  const meanings =
    at >= 0
      ? meaningsByHeading(headings, find)
      : meaningsByOrder(
          below.map(({ row }) => row),
          form,
        );
  const numberOf = (row: readonly string[]) => row[meanings.indexOf('number')] ?? '';
  const hasWords = (row: readonly string[]) =>
    row.some((cell, index) => cell !== '' && meanings[index] !== 'number');
  const first = columnOf(meanings, form.columns[0]?.name);
  const isShown = (row: readonly string[]) => isExample(numberOf(row)) || isExample(row[first] ?? '');
  const kept = below.filter(({ row }) => !isShown(row) && hasWords(row));
  const numbers = numbersOf(kept.map(({ row }) => numberOf(row)));
  const named = (row: readonly string[]) =>
    meanings.flatMap((meaning, index): [string, string][] => {
      const cell = row[index] ?? '';
      return typeof meaning === 'object' && cell !== '' ? [[meaning.field, cell]] : [];
    });
  return {
    rows: kept.map(({ row }, index) => ({
      number: numbers[index] ?? index + 1,
      cells: Object.fromEntries(named(row)),
    })),
    skipped: [
      ...lines.slice(0, Math.max(0, at)).map(({ line }) => ({ line, why: 'above' as const })),
      ...lines.slice(at, at + 1).map(({ line }) => ({ line, why: 'heading' as const })),
      ...below.filter(({ row }) => isShown(row)).map(({ line }) => ({ line, why: 'example' as const })),
    ],
    ignored: ignoredIn(
      kept.map(({ row }) => row),
      headings,
      meanings,
    ),
  };
}
