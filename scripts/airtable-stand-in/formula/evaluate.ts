import type { Cell, Field, Row } from '../data/model.ts';
import type { Formula, FunctionName } from './parse.ts';

/** A value inside a formula; `null` is blank, which equals an empty text. */
type Value = string | number | boolean | Date | null;

/** The input of a formula: a row, and the table's columns by name and id. */
export interface Subject {
  row: Row;
  field(idOrName: string): Field | undefined;
}

function cellValue(field: Field | undefined, cell: Cell | undefined): Value {
  if (cell === undefined) return field?.type === 'checkbox' ? false : null;
  if (field?.type === 'dateTime' || field?.type === 'date') return new Date(String(cell));
  if (Array.isArray(cell))
    return cell.map((part) => (typeof part === 'string' ? part : part.filename)).join(', ');
  return cell;
}

const isTrue = (value: Value) => value instanceof Date || Boolean(value);

/** Milliseconds since 1970, or NaN, with which every comparison is false, for anything that is no date. */
function time(value: Value): number {
  if (value instanceof Date) return value.valueOf();
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

/** Both sides as numbers or both as texts, so that they can be compared. */
function comparable(left: Value, right: Value): [number, number] | [string, string] {
  if (left instanceof Date || right instanceof Date) return [time(left), time(right)];
  const texts = typeof left === 'string' || typeof right === 'string' || (left === null && right === null);
  return texts ? [String(left ?? ''), String(right ?? '')] : [Number(left), Number(right)];
}

function compare(sign: (Formula & { kind: 'compare' })['sign'], left: Value, right: Value): boolean {
  const [a, b] = comparable(left, right);
  switch (sign) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
  }
}

function call(name: FunctionName, args: Value[], { row }: Subject): Value {
  const [first = null, second = null] = args;
  switch (name) {
    case 'AND':
      return args.every(isTrue);
    case 'OR':
      return args.some(isTrue);
    case 'NOT':
      return !isTrue(first);
    case 'IS_AFTER':
      return time(first) > time(second);
    case 'IS_BEFORE':
      return time(first) < time(second);
    case 'LAST_MODIFIED_TIME':
      return row.modifiedMs === null ? null : new Date(row.modifiedMs);
    case 'CREATED_TIME':
      return new Date(row.createdMs);
    case 'RECORD_ID':
      return row.id;
    case 'BLANK':
      return null;
  }
}

function evaluate(formula: Formula, subject: Subject): Value {
  switch (formula.kind) {
    case 'literal':
      return formula.value;
    case 'field': {
      const field = subject.field(formula.name);
      return cellValue(field, field && subject.row.cells[field.id]);
    }
    case 'compare':
      return compare(formula.sign, evaluate(formula.left, subject), evaluate(formula.right, subject));
    case 'call': {
      const args = formula.args.map((arg) => evaluate(arg, subject));
      return call(formula.name, args, subject);
    }
  }
}

/** Whether a row passes a filter: the formula's value is not blank, zero, false or an empty text. */
export const passes = (formula: Formula, subject: Subject): boolean => isTrue(evaluate(formula, subject));
