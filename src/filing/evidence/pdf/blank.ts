import { deflateSync } from 'node:zlib';
import { unfold } from './filters.ts';
import { Tokens } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';
import { nameIn, type PdfDictionary } from './values.ts';

// Parts of a PDF are overwritten in place: a byte more or less would make every offset of the file wrong.

const space = 0x20;

/** Where the dictionary at an offset ends. */
export function endOfDictionary(bytes: Uint8Array, at: number): number {
  const tokens = new Tokens(bytes, at);
  let depth = 0;
  do {
    const kind = tokens.next();
    if (kind === 'end') throw new UnreadablePdf('A dictionary has no end.');
    if (kind === 'dict') depth += 1;
    if (kind === 'dict-end') depth -= 1;
  } while (depth > 0);
  return tokens.end;
}

/** Overwrites every text of the dictionary at an offset with spaces. */
export function blankTexts(bytes: Uint8Array, at: number): void {
  const end = endOfDictionary(bytes, at);
  for (const tokens = new Tokens(bytes, at); tokens.end < end; ) {
    const kind = tokens.next();
    if (kind === 'text' || kind === 'hex') bytes.fill(space, tokens.start + 1, tokens.end - 1);
  }
}

/** How the data of a stream are packed: not at all, in the usual way, or otherwise. */
const packingOf = (dictionary: PdfDictionary): 'plain' | 'flate' | 'other' => {
  if (!dictionary.has('Filter')) return 'plain';
  const filter = dictionary.get('Filter');
  const only = filter?.is === 'list' && filter.items.length === 1 ? filter.items[0] : filter;
  const isFlate = only?.is === 'name' && only.name === 'FlateDecode' && !dictionary.has('DecodeParms');
  return isFlate ? 'flate' : 'other';
};

/** Puts other content into the room of a stream's data. Throws `UnreadablePdf` where it does not fit. */
export function refill(data: Uint8Array, dictionary: PdfDictionary, content: Uint8Array): void {
  const packing = packingOf(dictionary);
  const packed = packing === 'plain' ? content : deflateSync(content, { level: 9 });
  if (packing === 'other' || packed.length > data.length)
    throw new UnreadablePdf('A part with metadata cannot be written anew.');
  data.fill(packing === 'plain' ? space : 0);
  data.set(packed);
}

/** Blanks the objects of these numbers in an object stream; false where it holds none of them. */
export function blankInStream(
  data: Uint8Array,
  dictionary: PdfDictionary,
  numbers: ReadonlySet<number>,
  { first, most }: { first: number; most: number },
): boolean {
  const content = Uint8Array.from(unfold(data, dictionary, most));
  const heads = Buffer.from(content.subarray(0, first)).toString('latin1').trim().split(/\s+/).map(Number);
  const places = heads.flatMap((place, index) =>
    index % 2 === 1 && numbers.has(heads[index - 1] ?? -1) ? [first + place] : [],
  );
  for (const place of places) blankTexts(content, place);
  if (places.length > 0) refill(data, dictionary, content);
  return places.length > 0;
}

/** Whether a stream holds a picture as JPEG. */
export const isJpeg = (dictionary: PdfDictionary): boolean => {
  const filter = dictionary.get('Filter');
  const [only] = filter?.is === 'list' && filter.items.length === 1 ? filter.items : [filter];
  return only?.is === 'name' && only.name === 'DCTDecode';
};

/** Whether a stream holds XMP. */
export const isXmp = (dictionary: PdfDictionary): boolean =>
  nameIn(dictionary, 'Type') === 'Metadata' || nameIn(dictionary, 'Subtype') === 'XML';
