import type { Cell, Row } from '../data/model.ts';

/** A formula that the stand-in does not know. */
export class FormulaError extends Error {
  override name = 'FormulaError';
}

/** The input of a filter: a row, and its cell below a column's name or id. */
interface Subject {
  row: Row;
  cell(nameOrId: string): Cell | undefined;
}

/** A `filterByFormula`: the columns that it names, as written between braces, and the rows that it lets through. */
export interface Filter {
  columns: string[];
  passes(subject: Subject): boolean;
}

type Read = (subject: Subject) => string | boolean;

const marks = /\s*(?:\{((?:\\.|[^}\\])+)\}|(["'])((?:\\.|(?!\2)[^\\])*)\2|([A-Z_]+)(?=\()|([(),=]))/y;
const unescaped = (text: string) => text.replace(/\\(.)/gs, '$1');
const textOf = (cell: Cell | undefined) => (Array.isArray(cell) ? cell.join(', ') : String(cell ?? ''));
const isoTime = (ms: number | null) => (ms === null ? '' : new Date(ms).toISOString());
const milliseconds = (value: string | boolean) => Date.parse(String(value));

/** The functions that the sync sends, and `NOT`, with how many arguments they take. */
const functions: Record<string, { least: number; most: number; value: (args: Read[]) => Read }> = {
  OR: { least: 1, most: Infinity, value: (args) => (row) => args.some((read) => Boolean(read(row))) },
  AND: { least: 1, most: Infinity, value: (args) => (row) => args.every((read) => Boolean(read(row))) },
  NOT: {
    least: 1,
    most: 1,
    value:
      ([read]) =>
      (row) =>
        !read?.(row),
  },
  IS_AFTER: {
    least: 2,
    most: 2,
    value: (args) => (row) => {
      const [later = Number.NaN, earlier = Number.NaN] = args.map((read) => milliseconds(read(row)));
      return later > earlier;
    },
  },
  LAST_MODIFIED_TIME: { least: 0, most: 0, value: () => (subject) => isoTime(subject.row.modifiedMs) },
  CREATED_TIME: { least: 0, most: 0, value: () => (subject) => isoTime(subject.row.createdMs) },
  RECORD_ID: { least: 0, most: 0, value: () => (subject) => subject.row.id },
};

/**
 * Reads a `filterByFormula` of the part of Airtable's language that the sync sends: texts, columns, `=`, and seven functions.
 *
 * @throws FormulaError for anything else
 */
export function readFilter(source: string): Filter {
  const columns: string[] = [];
  let position = 0;

  function next(): RegExpExecArray {
    marks.lastIndex = position;
    const mark = marks.exec(source);
    if (!mark) throw new FormulaError(`Cannot read the formula at character ${position + 1}`);
    position = marks.lastIndex;
    return mark;
  }

  function follows(sign: string): boolean {
    const rest = /^\s*(.)/s.exec(source.slice(position));
    if (rest?.[1] !== sign) return false;
    position += rest[0].length;
    return true;
  }

  function call(name: string): Read {
    const known = functions[name];
    if (!known || !follows('(')) throw new FormulaError(`Unknown function ${name}`);
    const args: Read[] = [];
    while (!follows(')')) {
      if (args.length > 0 && !follows(',')) throw new FormulaError('Expected a comma');
      args.push(expression());
    }
    if (args.length < known.least || args.length > known.most)
      throw new FormulaError(`Wrong arguments for ${name}`);
    return known.value(args);
  }

  function operand(): Read {
    const [, column, , text, name] = next();
    if (name !== undefined) return call(name);
    if (text !== undefined) return () => unescaped(text);
    if (column === undefined) throw new FormulaError('Expected a column, a text or a function');
    const key = unescaped(column);
    columns.push(key);
    return ({ cell }) => textOf(cell(key));
  }

  function expression(): Read {
    const left = operand();
    if (!follows('=')) return left;
    const right = operand();
    return (row) => left(row) === right(row);
  }

  const value = expression();
  if (source.slice(position).trim() !== '')
    throw new FormulaError('Something follows the end of the formula');
  return { columns, passes: (subject) => Boolean(value(subject)) };
}
