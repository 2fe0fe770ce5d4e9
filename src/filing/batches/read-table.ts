import { maxColumns, type Sheet } from '../../platform/spreadsheet/sheet.ts';
import type { BatchForm } from './batch-form.ts';
import { isRequired } from './batch-form.ts';
import { classifyLines, type TableShape } from './classify-lines.ts';
import { cutText } from './cut-text.ts';
import { findHeadings } from './find-headings.ts';
import { type TableGrid, gridOf, type Line } from './grid.ts';
import { headingFinder, type Meaning } from './headings.ts';
import { ignoredColumns } from './ignored-columns.ts';
import { linesLeftOut, type SkippedLine } from './left-out.ts';
import { type TableRow, rowsOf } from './rows.ts';
import { exampleMarks } from './template-example.ts';

/** A table that was read. Every line with a word in it is in `rows` or in `skipped`. */
export interface ReadTable {
  rows: TableRow[];
  skipped: SkippedLine[];
  /** Columns with content that no question has: by heading, else “cột 7”. */
  ignored: string[];
  /** What the columns were understood as: the heading of the table, and the field. */
  columns: { heading: string; field: string }[];
  /** Whether the columns are named; else they stand as in the template. */
  hasHeadings: boolean;
  /** Merged cells whose value more than one row got, as `D2`. */
  merged: string[];
  /** Whether it was read without leaving out or interpreting anything that somebody typed. */
  isPlain: boolean;
}

/** Lines of a table with empty ones between its rows; more are refused before they are read. */
const mostLines = 2_000;

/** What to say of a sheet that cannot be read as a whole; undefined of any other. */
export function unreadable({ rows, unread }: Sheet): string | undefined {
  if (unread) return unread;
  if (rows.some((row) => row.slice(maxColumns).some((cell) => cell.trim() !== '')))
    return `Bảng rộng hơn ${maxColumns} cột nên chưa được đọc. Xóa các cột thừa rồi chọn hoặc dán lại.`;
  return rows.length > mostLines
    ? `Bảng dài hơn ${mostLines.toLocaleString('vi')} dòng nên chưa được đọc. Mỗi lần gửi nhiều nhất 100 dòng: hãy chia nhỏ.`
    : undefined;
}

/** Without headings the columns stand as in the template, with or without the number in front. */
function meaningsByOrder(lines: readonly Line[], { columns }: BatchForm): Meaning[] {
  const firsts = lines.map(({ cells }) => cells[0] ?? '');
  const isNumbered = firsts.every((first) => /^\d*$/.test(first) || first === exampleMarks.number);
  const fields = columns.map(({ name }): Meaning => ({ field: name }));
  return isNumbered && firsts.some((first) => first !== '') ? ['number', ...fields] : fields;
}

function shapeOf(form: BatchForm, meanings: readonly (Meaning | undefined)[]): TableShape {
  const columnOf = (field: string) =>
    meanings.findIndex((meaning) => typeof meaning === 'object' && meaning.field === field);
  const [first, ...others] = form.columns;
  const find = headingFinder(form);
  const areSame = (a: Meaning | undefined, b: Meaning | undefined) =>
    typeof a === 'object' && typeof b === 'object' ? a.field === b.field : a === b;
  return {
    number: meanings.indexOf('number'),
    name: columnOf(first?.name ?? ''),
    required: others
      .filter(isRequired)
      .map(({ name }) => columnOf(name))
      .filter((column) => column >= 0),
    isExample: (number, name) => number === exampleMarks.number || name === exampleMarks.name,
    isHeading: ({ cells }) => {
      const known = cells.filter((cell, column) => {
        const meaning = cell === '' ? undefined : find(cell);
        return meaning !== undefined && areSame(meaning, meanings[column]);
      });
      return known.length >= 2 && known.length * 2 > cells.filter((cell) => cell !== '').length;
    },
  };
}

/** The most letters of a line that are said of it. */
const maxSaidLetters = 60;

const said = (why: SkippedLine['why'], { at, cells }: Line): SkippedLine => {
  const words = cells
    .filter((cell) => cell !== '')
    .join(' | ')
    .replace(/\s+/g, ' ');
  return {
    line: at + 1,
    why,
    text: words.length > maxSaidLetters ? `${cutText(words, maxSaidLetters - 1)}…` : words,
  };
};

/** The example of the template and rows that only wait to be filled in are nobody's. */
const isNobodys = ({ why, text }: SkippedLine) =>
  why === 'number-only' || (why === 'example' && text.includes(exampleMarks.name));

function tableOf(form: BatchForm, grid: TableGrid): ReadTable {
  const found = findHeadings(grid, headingFinder(form));
  const [from, to] = found ? [found.from, found.to] : [0, 0];
  const below = grid.lines.slice(to);
  const all = found?.meanings ?? meaningsByOrder(below, form);
  const meanings = all.map((meaning, column) => (grid.isColumnHidden(column) ? undefined : meaning));
  const reasons = classifyLines(grid, below, shapeOf(form, meanings));
  const kept = below.filter((line) => !reasons.has(line));
  const { rows, merged } = rowsOf(form, grid, { lines: kept, top: below[0]?.at ?? 0 }, meanings);
  const skipped = [
    ...grid.lines.slice(0, from).map((line) => said('above', line)),
    ...grid.lines.slice(from, to).map((line) => said('heading', line)),
    ...below.flatMap((line) => {
      const reason = reasons.get(line);
      return reason ? [said(reason, line)] : [];
    }),
  ];
  const ignored = ignoredColumns(form, grid, kept, { names: found?.names ?? [], all, meanings });
  const columns = meanings.flatMap((meaning, column) =>
    typeof meaning === 'object' ? [{ heading: found?.names[column] ?? '', field: meaning.field }] : [],
  );
  const isPlain =
    found !== undefined &&
    to - from === 1 &&
    ignored.length === 0 &&
    merged.length === 0 &&
    linesLeftOut({ skipped }).every(isNobodys);
  return { rows, skipped, ignored, columns, hasHeadings: found !== undefined, merged, isPlain };
}

/**
 * Reads the table of a sheet. Headings may stand in any order, in up to three lines, below other lines, in another case, without
 * tones, or be missing; empty lines are passed over, and what else is no nominee is named with its reason. Never throws.
 */
export const readTable = (form: BatchForm, sheet: Sheet): ReadTable => tableOf(form, gridOf(sheet));
