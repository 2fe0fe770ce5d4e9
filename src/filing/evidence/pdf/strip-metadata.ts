import { stripJpeg } from '../photo/jpeg.ts';
import { blankInStream, blankTexts, endOfDictionary, isJpeg, isXmp, refill } from './blank.ts';
import { type ObjectStart, objectStarts } from './objects.ts';
import { type PdfProblem, pdfProblem } from './problem.ts';
import { Tokens } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';
import { nameIn, numberOf, type PdfDictionary, readDictionary } from './values.ts';

/** The most bytes of an unpacked object stream. */
const maxUnfoldedBytes = 8 * 1024 * 1024;

/** A PDF without what its programs and pictures tell of people and machines, or why it was refused. */
export type StrippedPdf = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; problem: PdfProblem };

interface Part extends ObjectStart {
  dictionary: PdfDictionary;
  /** The data of its stream, as a view of the file; null for an object without one. */
  data: Uint8Array | null;
}

/** The data of the stream behind a dictionary: as many bytes as it says, else up to its end mark. */
function dataBehind(file: Buffer, at: number, dictionary: PdfDictionary): Uint8Array | null {
  const tokens = new Tokens(file, endOfDictionary(file, at));
  if (tokens.next() !== 'word' || tokens.letters(6) !== 'stream') return null;
  const mark = /^[ \t]*(\r\n|\n|\r)/.exec(file.toString('latin1', tokens.start + 6, tokens.start + 40));
  const from = tokens.start + 6 + (mark?.[0].length ?? 0);
  const end = file.indexOf('endstream', from);
  if (end < 0) return null;
  const length = numberOf(dictionary, 'Length');
  return file.subarray(from, length !== undefined && from + length <= end ? from + length : end);
}

/** The objects with a dictionary. Those that cannot be read hold no metadata that a reader could find either. */
function partsOf(file: Buffer): Part[] {
  return [...objectStarts(file)].flatMap((start) => {
    if (new Tokens(file, start.at).next() !== 'dict') return [];
    try {
      const dictionary = readDictionary(file, start.at);
      return [{ ...start, dictionary, data: dataBehind(file, start.at, dictionary) }];
    } catch (error) {
      if (error instanceof UnreadablePdf) return [];
      throw error;
    }
  });
}

/** Numbers of the objects that say who made the file, when, and with what. */
function infoNumbers(parts: readonly Part[]): Set<number> {
  const infos = parts.flatMap(({ dictionary }) =>
    dictionary.has('Root') ? (dictionary.get('Info') ?? []) : [],
  );
  if (infos.some(({ is }) => is !== 'reference'))
    throw new UnreadablePdf('It tells of its maker out of place.');
  return new Set(infos.flatMap((info) => (info.is === 'reference' ? [info.object] : [])));
}

function stripPart(
  { at, object, dictionary, data }: Part,
  file: Uint8Array,
  infos: ReadonlySet<number>,
): void {
  if (infos.has(object)) blankTexts(file, at);
  if (!data) return;
  if (isXmp(dictionary)) refill(data, dictionary, new Uint8Array());
  else if (nameIn(dictionary, 'Type') === 'ObjStm')
    blankInStream(data, dictionary, infos, {
      first: numberOf(dictionary, 'First') ?? 0,
      most: maxUnfoldedBytes,
    });
  else if (isJpeg(dictionary)) {
    const picture = stripJpeg(data);
    if (!picture.ok || picture.bytes.length > data.length)
      throw new UnreadablePdf('A picture in it cannot be read.');
    data.fill(0);
    data.set(picture.bytes);
  }
}

/**
 * Takes author, programs, times, XMP and the metadata of photographs out of a PDF: in place, so that its offsets stay right. A file
 * with a digital signature stays as it is: the signature says who signed, and one changed byte would break it.
 */
export function stripPdf(given: Uint8Array): StrippedPdf {
  const problem = pdfProblem(given);
  if (problem) return { ok: false, problem };
  const bytes = new Uint8Array(given);
  const file = Buffer.from(bytes.buffer);
  if (file.includes('/ByteRange')) return { ok: true, bytes };
  try {
    const parts = partsOf(file);
    if (parts.some(({ dictionary }) => dictionary.has('Root') && dictionary.has('Encrypt')))
      return { ok: false, problem: 'locked' };
    const infos = infoNumbers(parts);
    for (const part of parts) stripPart(part, bytes, infos);
    const after = pdfProblem(bytes);
    return after ? { ok: false, problem: after } : { ok: true, bytes };
  } catch (error) {
    if (error instanceof UnreadablePdf) return { ok: false, problem: 'broken' };
    throw error;
  }
}
