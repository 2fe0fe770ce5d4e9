import { maxSheetRows, type ReadHints } from './sheet.ts';

/** Position of the closing quote of a cell that begins at `from`; -1 when there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

const isLineEnd = (letter: string | undefined) => letter === '\n' || letter === '\r';

/** One cell and its end. Spreadsheets quote only cells with a tab or a line break, so a quote may also be text. */
function readCell(text: string, from: number, separator: string): { cell: string; end: number } {
  if (text[from] === '"') {
    const last = closingQuote(text, from);
    const next = text[last + 1];
    if (last >= 0 && (next === undefined || next === separator || isLineEnd(next))) {
      return { cell: text.slice(from + 1, last).replaceAll('""', '"'), end: last + 1 };
    }
  }
  let end = from;
  while (end < text.length && text[end] !== separator && !isLineEnd(text[end])) end += 1;
  return { cell: text.slice(from, end), end };
}

function readRow(text: string, from: number, separator: string): { row: string[]; end: number } {
  const row: string[] = [];
  for (let at = from; ; at += 1) {
    const { cell, end } = readCell(text, at, separator);
    row.push(cell);
    at = end;
    if (text[at] === separator) continue;
    return { row, end: text.startsWith('\r\n', at) ? at + 2 : at + 1 };
  }
}

/** Reads rows, at most one more than a sheet may have. */
function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length && rows.length <= maxSheetRows; ) {
    const { row, end } = readRow(text, at, separator);
    rows.push(row);
    at = end;
  }
  return rows;
}

/** Letters that are examined to find the separator. */
const lookedAtLetters = 20_000;
/** Longest heading. */
const maxHeadingLetters = 300;

/** How a separator would split the first lines. */
interface Parted {
  separator: string;
  /** The first line that the separator splits; Infinity when it splits none. */
  line: number;
  /** The most known headings in one line. */
  headings: number;
  /** How much the lines resemble a table: number of cells in lines with equally many cells. */
  evenness: number;
}

function part(text: string, separator: string, isHeading: (cell: string) => boolean): Parted {
  const rows = readRows(text.slice(0, lookedAtLetters), separator);
  // A line with tabs is parted by them: its commas are inside of its headings.
  const known = rows.map((row) =>
    separator !== '\t' && row.some((cell) => cell.includes('\t'))
      ? 0
      : row.filter((cell) => cell.length <= maxHeadingLetters && isHeading(cell)).length,
  );
  const even = new Map<number, number>();
  for (const { length } of rows) even.set(length, (even.get(length) ?? 0) + length - 1);
  const line = rows.findIndex((row) => row.length > 1);
  return {
    separator,
    line: line < 0 ? Infinity : line,
    headings: Math.max(0, ...known),
    evenness: Math.max(0, ...even.values()),
  };
}

/** The separator with the most known headings; else a tab, if the first split line has one; else the most even one. */
function separatorOf(text: string, { isHeading = () => false }: ReadHints): string {
  const parted = ['\t', ';', ',', '|'].map((separator) => part(text, separator, isHeading));
  const most = Math.max(...parted.map(({ headings }) => headings));
  const able = parted.filter(({ headings }) => headings === most);
  const first = Math.min(...able.map(({ line }) => line));
  const tabs = able.find(({ separator, line }) => separator === '\t' && line === first);
  if (tabs) return tabs.separator;
  const evenest = Math.max(...able.map(({ evenness }) => evenness));
  return able.find(({ evenness }) => evenness === evenest)?.separator ?? '\t';
}

/**
 * The cells of a table as spreadsheets copy it (tabs) or save it (CSV with commas, semicolons or bars), row by row. Cells may
 * hold line breaks and doubled quotes. Empty rows stay, so that row numbers match. Reads at most one row more than `maxRows`.
 * Never throws.
 */
export function readText(text: string, hints: ReadHints = {}): string[][] {
  const plain = text.replace(/^\ufeff/, '');
  const [declared, separator] = /^sep=(.)\r?\n/i.exec(plain) ?? [];
  if (declared && separator) return readRows(plain.slice(declared.length), separator);
  return readRows(plain, separatorOf(plain, hints));
}

const tabCell = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows in the format in which a spreadsheet copies them. `readText` reads the same cells back. */
export const writeTabs = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(tabCell).join('\t')).join('\n');
