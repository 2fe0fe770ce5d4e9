import { inflateSync } from 'node:zlib';
import { latin } from './stripped.ts';

/** Why a PDF is not taken. `cut`: it does not end as one; `locked`: it asks for a password; `active`: it starts things. */
export type PdfProblem = 'cut' | 'broken' | 'locked' | 'active';

/** The end mark stands this near to the end; what follows further behind would be another file. */
const tailBytes = 1024;
/** Text of all compressed objects of one file, in bytes: a small file may unfold without end. */
const maxUnfolded = 32 * 1024 * 1024;

/** `/J#61vaScript` is the same name as `/JavaScript`. */
const plainNames = (text: string) =>
  text.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The dictionary of a stream, from the last `obj` before its type to the first letter of its data. */
const objectStream = /\/ObjStm\b[\s\S]{0,400}?stream\r?\n/g;

/** The objects that newer files keep compressed; undefined where they are kept so that they cannot be looked at. */
function compressedObjects(text: string, names: string, bytes: Uint8Array): string | undefined {
  const texts: string[] = [];
  let left = maxUnfolded;
  for (const { index, 0: found } of text.matchAll(objectStream)) {
    const before = text.slice(Math.max(0, index - 400), index);
    const dictionary = before.slice(before.lastIndexOf('obj')) + found;
    if (!/\/FlateDecode\b|\/Fl\b/.test(dictionary) || dictionary.includes('/Predictor')) return undefined;
    try {
      const unfolded = inflateSync(bytes.subarray(index + found.length), { maxOutputLength: left });
      left -= unfolded.length;
      texts.push(latin(unfolded));
    } catch {
      return undefined;
    }
  }
  // One whose name or place is disguised was not looked into.
  return texts.length === (names.match(/\/ObjStm\b/g)?.length ?? 0) ? texts.join('\n') : undefined;
}

/**
 * What is wrong with a PDF; null when it begins and ends as one, opens without a password, and holds no script and nothing
 * that starts a program. Its bytes stay as they are, for it may carry a signature.
 */
export function pdfProblem(bytes: Uint8Array): PdfProblem | null {
  const text = latin(bytes);
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || text.length - end > tailBytes || !text.includes('startxref')) return 'cut';
  if (!/^%PDF-[12]\.\d/.test(text)) return 'broken';
  const names = plainNames(text);
  if (/\/Encrypt\b/.test(names)) return 'locked';
  const compressed = compressedObjects(text, names, bytes);
  if (compressed === undefined) return 'broken';
  return /\/(JavaScript|Launch)\b/.test(`${names}\n${plainNames(compressed)}`) ? 'active' : null;
}
