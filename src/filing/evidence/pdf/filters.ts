import { inflateSync } from 'node:zlib';
import { runLengths, unpackLzw } from './old-filters.ts';
import { undoPredictor } from './predictor.ts';
import { isSpace } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';
import { numberOf, type PdfDictionary, type PdfValue } from './values.ts';

/** Decodes one filter; throws if the result has more than `most` bytes. */
type Filter = (bytes: Uint8Array, most: number, parameters: PdfDictionary) => Uint8Array;

const bounded = (bytes: Uint8Array, most: number): Uint8Array => {
  if (bytes.length > most) throw new UnreadablePdf('It unfolds to too much.');
  return bytes;
};

function hexadecimal(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0x3e);
  const text = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('latin1');
  const digits = text.replace(/[\0\s]/g, '');
  if (/[^\da-f]/i.test(digits)) throw new UnreadablePdf('A stream in hexadecimal has other signs.');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

const [firstOf85, zeroOf85, tilde] = [0x21, 0x7a, 0x7e];

function base85(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(Math.min(most + 4, bytes.length * 4));
  let [at, count, value] = [0, 0, 0];
  const write = (bytesOfGroup: number) => {
    for (let shift = 0; shift < bytesOfGroup; shift += 1)
      out[at + shift] = (value / 256 ** (3 - shift)) & 255;
    at += bytesOfGroup;
    [count, value] = [0, 0];
    if (at > most) throw new UnreadablePdf('It unfolds to too much.');
  };
  for (const byte of bytes) {
    if (byte === tilde) break;
    if (isSpace(byte)) continue;
    if (byte === zeroOf85 && count === 0) write(4);
    else if (byte < firstOf85 || byte > firstOf85 + 84)
      throw new UnreadablePdf('A stream in base 85 has other signs.');
    else {
      value = value * 85 + byte - firstOf85;
      count += 1;
      if (count === 5) write(4);
    }
  }
  if (count > 1) {
    for (let missing = count; missing < 5; missing += 1) value = value * 85 + 84;
    write(count - 1);
  }
  return out.subarray(0, at);
}

function inflate(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    throw new UnreadablePdf('A compressed stream cannot be unfolded.', { cause });
  }
}

const filters: Readonly<Record<string, Filter>> = {
  FlateDecode: (bytes, most, parameters) => undoPredictor(inflate(bytes, most), parameters),
  LZWDecode: (bytes, most, parameters) =>
    undoPredictor(unpackLzw(bytes, most, numberOf(parameters, 'EarlyChange') ?? 1), parameters),
  ASCIIHexDecode: hexadecimal,
  ASCII85Decode: base85,
  RunLengthDecode: runLengths,
};
const shortNames: Readonly<Record<string, string>> = {
  ...{ Fl: 'FlateDecode', LZW: 'LZWDecode', AHx: 'ASCIIHexDecode' },
  ...{ A85: 'ASCII85Decode', RL: 'RunLengthDecode' },
};

const noParameters: PdfDictionary = new Map();

function listed(value: PdfValue | undefined): readonly PdfValue[] {
  if (value?.is === 'list') return value.items;
  return value ? [value] : [];
}

/**
 * Decodes all filters of a stream (ISO 32000-1, 7.4), with at most `most` bytes at every step. Throws `UnreadablePdf` for an
 * unknown filter, for data that readers could decode in two ways, and for too much data.
 */
export function unfold(data: Uint8Array, dictionary: PdfDictionary, most: number): Uint8Array {
  // External files, and short keys that only some readers accept: no writer uses them here.
  if (dictionary.has('F') || dictionary.has('DP'))
    throw new UnreadablePdf('A stream says twice how it is packed.');
  const names = listed(dictionary.get('Filter'));
  const parameters = listed(dictionary.get('DecodeParms'));
  if (names.length > 8) throw new UnreadablePdf('A stream is packed too often.');
  const unfolded = names.reduce<Uint8Array>((bytes, named, index) => {
    const name = named.is === 'name' ? named.name : '';
    const filter = filters[shortNames[name] ?? name];
    if (!filter) throw new UnreadablePdf('A stream is packed in an unknown way.');
    const own = parameters[index];
    if (own && own.is !== 'dict' && !(own.is === 'other' && own.word === 'null'))
      throw new UnreadablePdf('A stream hides how it is packed.');
    return bounded(filter(bytes, most, own?.is === 'dict' ? own.entries : noParameters), most);
  }, data);
  return bounded(unfolded, most);
}
