import { pdfStart } from '../file-kind.ts';
import { latin } from '../photo/stripped.ts';
import { inspect } from './inspect.ts';
import { isSpace } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';

/**
 * Why a PDF is refused. `cut`: its end is missing; `broken`: a part cannot be read; `locked`: it needs a password or uses an
 * unknown encryption; `active`: it can do more than be read; `share`: a link in it leads to another machine of the network.
 */
export type PdfProblem = 'cut' | 'broken' | 'locked' | 'active' | 'share';

/** The most bytes that gateways add after the end of a file, without padding. */
const maxTailBytes = 4096;

/** Padding: spaces and ends of lines, zeros among them, the end of a file (1A), erased memory (FF). */
const isPadding = (byte: number | undefined) => isSpace(byte) || byte === 0x1a || byte === 0xff;

/** Marks of programs and archives, which are read from their end. Text of a gateway has no control characters. */
const isOtherFile = (tail: Uint8Array) =>
  /^\s*(MZ|PK|Rar!|7z)/.test(latin(tail)) || tail.some((byte) => byte < 0x20 && !isPadding(byte));

/** True if the file is complete: only padding and a little text follow its end mark. */
function isWhole(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('%%EOF');
  let last = bytes.length;
  while (last > end && isPadding(bytes[last - 1])) last -= 1;
  return end >= 0 && last - end <= maxTailBytes && !isOtherFile(bytes.subarray(end + 5, last));
}

/**
 * What is wrong with a PDF; null when it begins and ends as one, opens without a password, and none of its objects runs,
 * opens, fetches or sends anything or carries a file. Its bytes stay as they are, for it may carry a signature. It is no
 * scanner for malware: what a reader's own faults make of a picture or a font is not looked for.
 */
export function pdfProblem(bytes: Uint8Array): PdfProblem | null {
  if (!isWhole(bytes)) return 'cut';
  if (!/^%PDF-[12]\.\d/.test(latin(bytes.subarray(Math.max(0, pdfStart(bytes)), pdfStart(bytes) + 8))))
    return 'broken';
  try {
    const inspected = inspect(bytes);
    if (inspected === 'sound') return null;
    return inspected === 'empty' ? 'cut' : inspected;
  } catch (error) {
    if (error instanceof UnreadablePdf) return 'broken';
    throw error;
  }
}
