import { maxColumns, type Sheet } from '../../platform/spreadsheet/sheet.ts';
import type { TableForm } from './batch-form.ts';
import { isRequired } from './batch-form.ts';
import { classifyLines, type TableShape } from './classify-lines.ts';
import { cutText } from './cut-text.ts';
import { findHeadings } from './find-headings.ts';
import { gridOf, type Line, type TableGrid } from './grid.ts';
import { headingFinder, type Meaning } from './headings.ts';
import { ignoredColumns } from './ignored-columns.ts';
import { linesLeftOut, type SkippedLine } from './left-out.ts';
import { rowsOf, type SheetRow } from './rows.ts';
import { exampleMarks } from './template-example.ts';

/** A table that was read. Every line with a word in it is in `rows` or in `skipped`. */
export interface ReadTable {
  rows: SheetRow[];
  skipped: SkippedLine[];
  /** Columns with content that belong to no question: by heading, else “cột 7”. */
  ignored: string[];
  /** How each column was understood: the table's heading and the field. */
  columns: { heading: string; field: string }[];
  /** True if the table names its columns; otherwise they are in the order of the template. */
  hasHeadings: boolean;
  /** Merged cells whose value several rows got, such as `D2`. */
  merged: string[];
  /** True if nothing that somebody typed was left out or interpreted. */
  isPlain: boolean;
}

/** The most lines of a table, empty ones included; a longer table is refused before it is read. */
const mostLines = 2_000;

/** Message for a sheet that cannot be read as a whole; undefined for any other. */
export function unreadable({ rows, unread }: Sheet): string | undefined {
  if (unread) return unread;
  if (rows.some((row) => row.slice(maxColumns).some((cell) => cell.trim() !== '')))
    return `Bảng rộng hơn ${maxColumns} cột nên chưa được đọc. Xóa các cột thừa rồi chọn hoặc dán lại.`;
  return rows.length > mostLines
    ? `Bảng dài hơn ${mostLines.toLocaleString('vi')} dòng nên chưa được đọc. Mỗi lần gửi nhiều nhất 100 dòng: hãy chia nhỏ.`
    : undefined;
}

/** The columns of a table without headings: those of the template, with or without the number first. */
function meaningsByOrder(lines: readonly Line[], { columns }: TableForm): Meaning[] {
  const firsts = lines.map(({ cells }) => cells[0] ?? '');
  const isNumbered = firsts.every((first) => /^\d*$/.test(first) || first === exampleMarks.number);
  const fields = columns.map(({ name }): Meaning => ({ field: name }));
  return isNumbered && firsts.some((first) => first !== '') ? ['number', ...fields] : fields;
}

function shapeOf(form: TableForm, meanings: readonly (Meaning | undefined)[]): TableShape {
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
    others: others.map(({ name }) => columnOf(name)).filter((column) => column >= 0),
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

/** The most letters that are quoted of a line. */
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

/** Leaves out the template's example and rows that nobody filled in. */
const isNobodys = ({ why, text }: SkippedLine) =>
  why === 'number-only' || (why === 'example' && text.includes(exampleMarks.name));

function tableOf(form: TableForm, grid: TableGrid): ReadTable {
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
 * Reads the table of a sheet. Headings may have any order and case, take up to three lines, stand below other lines, lack tones, or
 * be missing. Empty lines are skipped; every other line that is no nominee is named with a reason. Never throws.
 */
export const readTable = (form: TableForm, sheet: Sheet): ReadTable => tableOf(form, gridOf(sheet));
