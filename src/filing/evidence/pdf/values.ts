import { nameOfTokens } from './names.ts';
import { stringBytes } from './strings.ts';
import { Tokens } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';

/** An object of a PDF, with the parts that its structure needs. */
export type PdfValue =
  | { is: 'name'; name: string }
  | { is: 'number'; number: number }
  | { is: 'text'; bytes: Uint8Array }
  | { is: 'reference'; object: number }
  | { is: 'list'; items: PdfValue[] }
  | { is: 'dict'; entries: PdfDictionary }
  | { is: 'other'; word: string };

/** A dictionary without repeated keys: readers differ over which of two counts. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** More than the dictionary of a stream, a trailer or an encryption ever has. */
const maxTokens = 2_000;

class Reader {
  #tokens: Tokens;
  #left = maxTokens;

  constructor(bytes: Uint8Array, from: number) {
    this.#tokens = new Tokens(bytes, from);
  }

  read(): PdfValue {
    return this.#value(this.#next());
  }

  #next() {
    this.#left -= 1;
    if (this.#left < 0) throw new UnreadablePdf('A dictionary of its structure is too long.');
    return this.#tokens.next();
  }

  #value(kind: Tokens['kind']): PdfValue {
    const tokens = this.#tokens;
    if (kind === 'name') return { is: 'name', name: nameOfTokens(tokens) };
    if (kind === 'text' || kind === 'hex') return { is: 'text', bytes: stringBytes(tokens) };
    if (kind === 'list') return { is: 'list', items: this.#until('list-end') };
    if (kind === 'dict') return { is: 'dict', entries: paired(this.#until('dict-end')) };
    const word = tokens.letters(32);
    return /^[+-]?\d+$/.test(word) ? { is: 'number', number: Number(word) } : { is: 'other', word };
  }

  #until(close: Tokens['kind']): PdfValue[] {
    const items: PdfValue[] = [];
    for (let kind = this.#next(); kind !== close; kind = this.#next()) {
      if (kind === 'end') throw new UnreadablePdf('A dictionary of its structure has no end.');
      const value = this.#value(kind);
      if (value.is === 'other' && value.word === 'R') items.push(reference(items.splice(-2)));
      else items.push(value);
    }
    return items;
  }
}

function reference([object]: readonly PdfValue[]): PdfValue {
  return object?.is === 'number' ? { is: 'reference', object: object.number } : { is: 'other', word: 'R' };
}

function paired(items: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at < items.length; at += 2) {
    const [key, value] = [items[at], items[at + 1]];
    if (key?.is !== 'name' || !value || entries.has(key.name))
      throw new UnreadablePdf('A dictionary of its structure has no clear keys.');
    entries.set(key.name, value);
  }
  return entries;
}

/** Reads the object at an offset; throws `UnreadablePdf` if readers could read it in two ways. */
export const readValue = (bytes: Uint8Array, from: number): PdfValue => new Reader(bytes, from).read();

/** Reads the dictionary at an offset. */
export function readDictionary(bytes: Uint8Array, from: number): PdfDictionary {
  const value = readValue(bytes, from);
  if (value.is !== 'dict') throw new UnreadablePdf('Where a dictionary should be there is none.');
  return value.entries;
}

/** The whole number of a key. */
export function numberOf(dictionary: PdfDictionary, key: string): number | undefined {
  const value = dictionary.get(key);
  return value?.is === 'number' ? value.number : undefined;
}

/** The name of a key. */
export function nameIn(dictionary: PdfDictionary, key: string): string | undefined {
  const value = dictionary.get(key);
  return value?.is === 'name' ? value.name : undefined;
}
