import { nextToken, type Token } from './tokens.ts';

/** A formula that the stand-in cannot read. The stand-in knows a subset of Airtable's language. */
export class FormulaError extends Error {
  override name = 'FormulaError';
}

const comparisons = ['=', '!=', '<', '>', '<=', '>='] as const;
type Comparison = (typeof comparisons)[number];

const functions = {
  AND: [1, Number.POSITIVE_INFINITY],
  OR: [1, Number.POSITIVE_INFINITY],
  NOT: [1, 1],
  IS_AFTER: [2, 2],
  IS_BEFORE: [2, 2],
  LAST_MODIFIED_TIME: [0, 0],
  CREATED_TIME: [0, 0],
  RECORD_ID: [0, 0],
  BLANK: [0, 0],
} as const;
/** The functions of the subset. */
export type FunctionName = keyof typeof functions;
const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);

/** A parsed formula. `field` holds a column's name or id, as written between braces. */
export type Formula =
  | { kind: 'literal'; value: string | number }
  | { kind: 'field'; name: string }
  | { kind: 'call'; name: FunctionName; args: Formula[] }
  | { kind: 'compare'; sign: Comparison; left: Formula; right: Formula };

/**
 * Reads a `filterByFormula`.
 *
 * @throws FormulaError when it is not in the subset
 */
export function parseFormula(source: string): Formula {
  let position = 0;
  let token = read();

  function read(): Token {
    const next = nextToken(source, position);
    if (!next) throw new FormulaError(`Cannot read the formula at character ${position + 1}`);
    position = next.end;
    return next;
  }

  function advance() {
    token = read();
  }

  function take(mark: string) {
    if (token.kind !== 'mark' || token.text !== mark) throw new FormulaError(`Expected ${mark}`);
    advance();
  }

  function call(name: string): Formula {
    const known = name.toUpperCase();
    if (!isFunction(known)) throw new FormulaError(`Unknown function ${name}`);
    take('(');
    const args: Formula[] = [];
    while (!(token.kind === 'mark' && token.text === ')')) {
      if (args.length > 0) take(',');
      args.push(expression());
    }
    take(')');
    const [least, most] = functions[known];
    if (args.length < least || args.length > most) throw new FormulaError(`Wrong arguments for ${known}`);
    return { kind: 'call', name: known, args };
  }

  function value(): Formula {
    const { kind, text } = token;
    if (kind === 'mark') {
      take('(');
      const inner = expression();
      take(')');
      return inner;
    }
    if (kind === 'end') throw new FormulaError('The formula ends too early');
    advance();
    if (kind === 'word') return call(text);
    if (kind === 'field') return { kind: 'field', name: text };
    return { kind: 'literal', value: kind === 'number' ? Number(text) : text };
  }

  function expression(): Formula {
    let left = value();
    for (;;) {
      const { kind, text } = token;
      const sign = kind === 'mark' ? comparisons.find((known) => known === text) : undefined;
      if (!sign) return left;
      advance();
      left = { kind: 'compare', sign, left, right: value() };
    }
  }

  const formula = expression();
  if (token.kind !== 'end') throw new FormulaError('Something follows the end of the formula');
  return formula;
}

/** The columns that a formula names. */
export function fieldsIn(formula: Formula): string[] {
  switch (formula.kind) {
    case 'field':
      return [formula.name];
    case 'call':
      return formula.args.flatMap(fieldsIn);
    case 'compare':
      return [formula.left, formula.right].flatMap(fieldsIn);
    default:
      return [];
  }
}
