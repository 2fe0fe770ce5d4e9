import type { Line, TableGrid } from './grid.ts';
import type { FindMeaning, Meaning } from './headings.ts';

/** The heading: one to three lines that name the columns. */
export interface Headings {
  /** Index of the first and past the last of them among the lines. */
  from: number;
  to: number;
  /** The heading of each column as the table writes it. */
  names: string[];
  meanings: (Meaning | undefined)[];
}

/** Headings are looked for in so many lines that are not empty; a state document has a head above them. */
const headingWithin = 30;
const mostHeadingLines = 3;

const fieldOf = (meaning: Meaning): string => (typeof meaning === 'object' ? meaning.field : meaning);

/** The lines of a heading. A group title counts for each column that it covers. */
class Block {
  readonly #grid: TableGrid;
  readonly #lines: readonly Line[];
  readonly #find: FindMeaning;
  readonly width: number;

  constructor(grid: TableGrid, lines: readonly Line[], find: FindMeaning) {
    this.#grid = grid;
    this.#lines = lines;
    this.#find = find;
    this.width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  }

  /** The column where the text over a column begins; a group title begins further left. */
  #start(line: number, column: number): number {
    const { at = 0, cells = [] } = this.#lines[line] ?? {};
    if ((cells[column] ?? '') !== '') return column;
    if (this.#grid.isMergedAcross(at)) return this.#grid.mergeAt(at, column)?.column ?? column;
    // Copied text does not show merges: a title covers the empty cells beside it that are filled in the line below.
    const below = this.#lines[line + 1]?.cells ?? [];
    let start = column;
    while (start > 0 && (cells[start] ?? '') === '' && (below[start] ?? '') !== '') start -= 1;
    return (cells[start] ?? '') !== '' && (below[start] ?? '') !== '' ? start : column;
  }

  /** The text at a place; empty if a merge that begins above the block covers the place. */
  #shown(line: number, column: number): string {
    const { at = 0 } = this.#lines[line] ?? {};
    const merge = this.#grid.mergeAt(at, column);
    return merge && merge.row < (this.#lines[0]?.at ?? 0) ? '' : this.#grid.shownAt(at, column);
  }

  /** The texts over a column, from the top. */
  parts(column: number): string[] {
    const texts = this.#lines.map((_, line) => this.#shown(line, this.#start(line, column)));
    return texts.filter((text, index) => text !== '' && text !== texts[index - 1]);
  }

  /** Whether a column is under a title that also covers other columns. */
  isGrouped(column: number): boolean {
    return this.#lines.some(
      (_, line) =>
        this.#start(line, column) !== column ||
        (column + 1 < this.width && this.#start(line, column + 1) === column),
    );
  }

  /** The meaning of a column: by its own words, else by its words and the title above, in either order. */
  meaning(column: number): Meaning | undefined {
    const parts = this.parts(column);
    const backwards = [...parts].reverse();
    const [last = '', above = ''] = backwards;
    const tries = [last, `${above} ${last}`, `${last} ${above}`, parts.join(' '), backwards.join(' ')];
    for (const words of tries) {
      const meaning = words.trim() === '' ? undefined : this.#find(words);
      if (meaning) return meaning;
    }
    return undefined;
  }
}

/** Keeps the first column of each meaning; a second one is not read. */
function onceEach(meanings: readonly (Meaning | undefined)[]): (Meaning | undefined)[] {
  const seen = new Set<string>();
  return meanings.map((meaning) => {
    if (meaning === undefined || seen.has(fieldOf(meaning))) return undefined;
    seen.add(fieldOf(meaning));
    return meaning;
  });
}

/**
 * Whether a line continues the heading above: each of its cells is under a group title or completes a known heading together with
 * the words above. A nominee's line has a cell under a heading that is complete already.
 */
function goesOn(grid: TableGrid, above: readonly Line[], line: Line, find: FindMeaning): boolean {
  const before = new Block(grid, above, find);
  const after = new Block(grid, [...above, line], find);
  return line.cells.every((cell, column) => {
    if (cell === '') return true;
    if (before.meaning(column) !== undefined && !after.isGrouped(column)) return false;
    return (
      after.isGrouped(column) || (before.parts(column).length > 0 && after.meaning(column) !== undefined)
    );
  });
}

/** Gives the meaning of a group title to its only column without a known heading, unless another column has that meaning. */
function byTitle(block: Block, own: readonly (Meaning | undefined)[], find: FindMeaning) {
  const titles = own.map((meaning, column) => {
    const [title = '', ...below] = block.parts(column);
    return meaning === undefined && below.length > 0 ? title : '';
  });
  const taken = new Set(own.flatMap((meaning) => (meaning ? [fieldOf(meaning)] : [])));
  return own.map((meaning, column) => {
    const title = titles[column] ?? '';
    if (meaning || title === '' || titles.filter((each) => each === title).length > 1) return meaning;
    const found = find(title);
    return found && !taken.has(fieldOf(found)) ? found : undefined;
  });
}

function headingsOf(grid: TableGrid, from: number, to: number, find: FindMeaning) {
  const block = new Block(grid, grid.lines.slice(from, to), find);
  const columns = Array.from({ length: block.width }, (_, column) => column);
  const names = columns.map((column) => block.parts(column).join(' – '));
  const own = onceEach(columns.map((column) => block.meaning(column)));
  const meanings = byTitle(block, own, find);
  const known = meanings.filter((meaning) => meaning !== undefined).length;
  const filled = names.filter((name) => name !== '').length;
  return { from, to, names, meanings, known: known >= Math.min(2, filled) ? known : 0 };
}

/** Finds the lines that name the most columns, and how many they name. Undefined if no line names any. */
export function findHeadings(grid: TableGrid, find: FindMeaning): (Headings & { known: number }) | undefined {
  const found = grid.lines.slice(0, headingWithin).flatMap((_, from) => {
    const blocks = [headingsOf(grid, from, from + 1, find)];
    for (let to = from + 2; to <= Math.min(from + mostHeadingLines, grid.lines.length); to += 1) {
      const [line] = grid.lines.slice(to - 1, to);
      if (!line || !goesOn(grid, grid.lines.slice(from, to - 1), line, find)) break;
      blocks.push(headingsOf(grid, from, to, find));
    }
    return blocks;
  });
  const [best] = found.sort(
    (a, b) => b.known - a.known || a.to - a.from - (b.to - b.from) || a.from - b.from,
  );
  return best && best.known > 0 ? best : undefined;
}
