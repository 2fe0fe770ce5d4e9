/** The end of a quoted cell that begins at `from`: the place of its last quote; -1 when it never ends. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

const isLineEnd = (letter: string | undefined) => letter === '\n' || letter === '\r';

/** One cell and where it ends. Spreadsheets quote what holds a tab or a line break, and nothing else: a quote may be text. */
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

function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const { row, end } = readRow(text, at, separator);
    rows.push(row);
    at = end;
  }
  return rows;
}

/** How far a separator is looked for. */
const lookedAtLetters = 20_000;

/** What parts the first line that is parted at all: tabs before all others, then what parts it most often. */
function separatorOf(text: string): string {
  const parted = ['\t', ';', ','].flatMap((separator) => {
    const counts = readRows(text.slice(0, lookedAtLetters), separator).map((row) => row.length);
    const line = counts.findIndex((count) => count > 1);
    return line < 0 ? [] : [{ separator, line, cells: separator === '\t' ? Infinity : (counts[line] ?? 0) }];
  });
  const [best] = parted.toSorted((a, b) => a.line - b.line || b.cells - a.cells);
  return best?.separator ?? '\t';
}

/**
 * The cells of a table as spreadsheets copy it (tabs) or save it (CSV with commas or semicolons), row by row; cells may hold
 * line breaks and doubled quotes. Empty rows stay, so that rows can be counted. Never throws.
 */
export function readText(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '');
  const [declared, separator] = /^sep=(.)\r?\n/i.exec(plain) ?? [];
  if (declared && separator) return readRows(plain.slice(declared.length), separator);
  return readRows(plain, separatorOf(plain));
}

const tabCell = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as a spreadsheet would copy them: `readText` reads the same cells. */
export const writeTabs = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(tabCell).join('\t')).join('\n');
