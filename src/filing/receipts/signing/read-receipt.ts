import { isObject } from '../../../platform/json.ts';
import type { ShownSection } from '../../forms/shown-answers.ts';

/** An untrusted statement from a visitor. */
export interface BroughtStatement {
  statement: unknown;
  /** The compact JWS; null where the file says that it is unsigned. */
  signature: string | null;
  answers: readonly ShownSection[];
}

/** An untrusted receipt from a visitor: a whole file, or only a signature. */
export type BroughtReceipt =
  | {
      is: 'file';
      statements: readonly [BroughtStatement, ...BroughtStatement[]];
      /** Whether both copies of the first statement in the file agree. */
      isConsistent: boolean;
    }
  | { is: 'signature'; signature: string };

/** The beginning of every signed receipt, as a file and within a PDF (src/filing/receipts/pdf/attach.ts). */
const begin = /\{\s*"proof":\s*"thi-dua-dong-nai\/bien-nhan"/;

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
const isSection = (value: unknown): value is ShownSection =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'string' &&
  Array.isArray(value[1]) &&
  value[1].every(isPair);

function readOne(value: unknown): BroughtStatement | null {
  if (!isObject(value)) return null;
  const { statement, signature, answers } = value;
  if (!Array.isArray(answers) || !answers.every(isSection)) return null;
  if (typeof signature !== 'string' && signature !== null) return null;
  return { statement, signature, answers };
}

/** Reads a receipt file. The top level repeats the first statement; older files, without a series, have only that one. */
function readFile(json: string): BroughtReceipt | null {
  try {
    const file: unknown = JSON.parse(json);
    const own = readOne(file);
    if (!own || !isObject(file)) return null;
    const { statements = [file] } = file;
    if (!Array.isArray(statements)) return null;
    const [first, ...others] = statements.map(readOne);
    const read = others.filter((one) => one !== null);
    const isConsistent = JSON.stringify(first) === JSON.stringify(own) && read.length === others.length;
    return first ? { is: 'file', statements: [first, ...read], isConsistent } : null;
  } catch {
    return null;
  }
}

/**
 * Finds a signed receipt in a visitor's input: the JSON file, the PDF (its bytes as UTF-8 text), or the signature copied from the
 * PDF, with line breaks. Null when the input holds none.
 */
export function readBroughtReceipt(brought: string): BroughtReceipt | null {
  const start = brought.search(begin);
  if (start >= 0) {
    const [json = ''] = brought.slice(start).split(/\r?\n?endstream/, 1);
    return readFile(json);
  }
  // The signature has 64 bytes in base64url. Ignore text copied after it, such as the foot of the page.
  const signature = /eyJ[\w-]+\.[\w-]+\.[\w-]{86}/.exec(brought.replace(/\s/g, ''))?.[0];
  return signature === undefined ? null : { is: 'signature', signature };
}
