import { isSpace } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';

/** Where an object begins: behind `12 0 obj`, or a trailer behind `trailer`. */
export interface ObjectStart {
  at: number;
  /** Number and generation of the object; 0 if unknown, and for a trailer. */
  object: number;
  generation: number;
}

/** Limit for object marks; only a file made to keep its reader busy has more. */
const maxMarks = 100_000;
/** The most bytes of a comment between the numbers and the mark; no writer uses longer ones. */
const maxCommentBytes = 200;

const maxSpaceBytes = 16;
const maxDigits = 10;

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** True if a number, or a comment that may follow a number, ends before this offset. */
function followsNumber(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before < maxCommentBytes && isSpace(bytes[before])) before -= 1;
  if (isDigit(bytes[before])) return true;
  if (before === at - 1 || !/[\r\n]/.test(bytes.toString('latin1', before + 1, at))) return false;
  const line = bytes.toString('latin1', Math.max(0, before - maxCommentBytes), before + 1);
  return /%[^\r\n]*$/.test(line.slice(Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\r')) + 1));
}

/** The number that ends before an offset, and where it begins; undefined if there is none. */
function numberBefore(bytes: Buffer, at: number): { number: number; from: number } | undefined {
  let end = at;
  while (end > 0 && at - end < maxSpaceBytes && isSpace(bytes[end - 1])) end -= 1;
  let from = end;
  while (from > 0 && end - from < maxDigits && isDigit(bytes[from - 1])) from -= 1;
  return from < end ? { number: Number(bytes.toString('latin1', from, end)), from } : undefined;
}

function numbersBefore(bytes: Buffer, at: number): { object: number; generation: number } {
  const generation = numberBefore(bytes, at);
  const object = generation && numberBefore(bytes, generation.from);
  return { object: object?.number ?? 0, generation: generation?.number ?? 0 };
}

/**
 * Every offset where a reader can find an object (ISO 32000-1, 7.3.10), even within the data of a stream: offset tables (xref)
 * may point anywhere, and readers that rebuild them look for the same marks.
 */
export function* objectStarts(file: Uint8Array): Generator<ObjectStart> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let marks = 0;
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    // Skip `endobj` and other words that contain the mark.
    if (!isSpace(bytes[at - 1]) && !isDigit(bytes[at - 1])) continue;
    marks += 1;
    if (marks > maxMarks) throw new UnreadablePdf('It has too many objects.');
    if (followsNumber(bytes, at)) yield { at: at + 3, ...numbersBefore(bytes, at) };
  }
  for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7)) {
    marks += 1;
    if (marks > maxMarks) throw new UnreadablePdf('It has too many trailers.');
    yield { at: at + 7, object: 0, generation: 0 };
  }
}
