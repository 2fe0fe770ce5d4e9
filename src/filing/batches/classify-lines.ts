import type { Line, TableGrid } from './grid.ts';
import type { Reason } from './left-out.ts';
import {
  isClosing,
  isColumnNumber,
  isNote,
  isNumberedTitle,
  isSectionNumber,
  isTitled,
  isTotal,
} from './line-words.ts';

/** The columns and marks by which a nominee's line is recognised. */
export interface TableShape {
  /** The column of numbers, and that of names; -1 where there is none. */
  number: number;
  name: number;
  /** The other required columns. */
  required: readonly number[];
  /** The columns by which a line is a nominee's where none is required. */
  others: readonly number[];
  /** Whether a line is the template's own example. */
  isExample: (number: string, name: string) => boolean;
  /** Whether a line repeats the headings. */
  isHeading: (line: Line) => boolean;
}

/** The content of a line and its place. */
interface Facts {
  line: Line;
  number: string;
  name: string;
  /** Filled cells besides the number. */
  filled: string[];
  /** How many of the required columns are filled. */
  required: number;
  /** Whether it says enough about somebody in a table that requires nothing but a name. */
  saysMore: boolean;
  /** The first words of the line. */
  text: string;
  isAcross: boolean;
}

function factsOf(grid: TableGrid, shape: TableShape, line: Line): Facts {
  const { number, name, required, others } = shape;
  const { at, cells } = line;
  const filled = cells.filter((cell, column) => cell !== '' && column !== number);
  const own = required.filter((column) => (cells[column] ?? '') !== '');
  const isAcross = cells.some((cell, column) => {
    const merge = cell === '' ? undefined : grid.mergeAt(at, column);
    if (!merge || merge.columns < 2) return false;
    return required.some((each) => each > merge.column && each < merge.column + merge.columns);
  });
  return {
    line,
    number: cells[number] ?? '',
    name: cells[name] ?? '',
    filled,
    required: own.length,
    saysMore:
      required.length === 0 &&
      others.length > 0 &&
      others.filter((column) => (cells[column] ?? '') !== '').length >= Math.min(2, others.length),
    text: cells.find((cell) => cell !== '') ?? '',
    isAcross,
  };
}

/** True if the line has a number in the table. A numbered line is a nominee, whatever its words. */
const isNumbered = ({ number }: Facts) => /^\(?\d{1,4}[.)]?$/.test(number);

const isNominee = (facts: Facts) =>
  facts.name !== '' &&
  (facts.required >= 2 || isNumbered(facts) || (facts.saysMore && !isClosing(facts.name)));

/** How many cells a signature block fills in a line. */
const mostSigning = 3;
const isSparse = ({ filled, required }: Facts) => filled.length <= mostSigning && required <= 2;

function isNumbering(line: Line, { name }: TableShape): boolean {
  const filled = line.cells.filter((cell) => cell !== '');
  if (filled.length < 3 || !filled.every(isColumnNumber) || !isColumnNumber(line.cells[name] ?? ''))
    return false;
  const figures = filled.flatMap((cell) => /^[([]?(\d+)/.exec(cell)?.[1] ?? []).map(Number);
  return figures.every((figure, index) => index === 0 || figure > (figures[index - 1] ?? 0));
}

/** Classifies a line by its words. It fills no required column but the first, or one cell spans the columns. */
function bareReason(facts: Facts, hasNominees: boolean): Reason | undefined {
  const { number, name, text, isAcross } = facts;
  const words = isSectionNumber(number) && name !== '' ? name : text;
  if (isTotal(text) || isTotal(name)) return 'total';
  if (isNote(text) || isNote(name)) return 'note';
  if (isAcross) return isClosing(words) ? 'closing' : 'section';
  const isTitle = isSectionNumber(number) || isNumberedTitle(text);
  return isTitle && hasNominees ? 'section' : undefined;
}

/** Reason `closing` for lines below the last nominee: place, date, signatures and sparse lines after them. */
function closingReason(facts: Facts, isClosed: boolean): Reason | undefined {
  if (!isSparse(facts)) return undefined;
  const cells = facts.line.cells.filter((cell) => cell !== '');
  const isNameless = facts.name === '' && facts.number === '' && cells.length <= 2 && cells.every(isTitled);
  return isClosed || cells.some(isClosing) || isNameless ? 'closing' : undefined;
}

/**
 * Finds the lines below the headings that are no nominees, with the reason. All other lines are kept as rows, with their mistakes.
 * The words of a line never decide alone: its position and its filled cells must fit too.
 */
export function classifyLines(grid: TableGrid, lines: readonly Line[], shape: TableShape): Map<Line, Reason> {
  const all = lines.map((line) => factsOf(grid, shape, line));
  const isShown = ({ line }: Facts) => !grid.isHidden(line.at);
  const last = all.findLastIndex((facts) => isShown(facts) && isNominee(facts));
  let isClosed = false;
  const reasonOf = (facts: Facts, index: number): Reason | undefined => {
    if (!isShown(facts)) return 'hidden';
    if (shape.isExample(facts.number, facts.name)) return 'example';
    if (shape.isHeading(facts.line)) return 'heading';
    if (isNumbering(facts.line, shape)) return 'numbering';
    if (isNumbered(facts)) return facts.filled.length === 0 ? 'number-only' : undefined;
    const bare = facts.required === 0 || facts.isAcross ? bareReason(facts, last >= 0) : undefined;
    const closing = bare === undefined && index > last ? closingReason(facts, isClosed) : undefined;
    isClosed ||= closing === 'closing' || bare === 'closing';
    return bare ?? closing;
  };
  return new Map(
    all.flatMap((facts, index): [Line, Reason][] => {
      const reason = reasonOf(facts, index);
      return reason ? [[facts.line, reason]] : [];
    }),
  );
}
