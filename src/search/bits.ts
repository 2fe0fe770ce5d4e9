import { ByteReader, ByteWriter } from './bytes.ts';

/** A set of stories, one bit each. */
export class Bits {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static of(docs: Iterable<number>, stories: number): Bits {
    const bytes = new Uint8Array(Math.ceil(stories / 8));
    for (const doc of docs) bytes[doc >> 3] = (bytes[doc >> 3] ?? 0) | (1 << (doc & 7));
    return new Bits(bytes);
  }

  /** The stories of both sets. */
  and(other: Bits): Bits {
    return new Bits(this.bytes.map((byte, at) => byte & (other.bytes[at] ?? 0)));
  }

  /** The stories of either set. */
  or(other: Bits): Bits {
    return new Bits(this.bytes.map((byte, at) => byte | (other.bytes[at] ?? 0)));
  }

  get isEmpty(): boolean {
    return this.bytes.every((byte) => byte === 0);
  }

  has(doc: number): boolean {
    return ((this.bytes[doc >> 3] ?? 0) & (1 << (doc & 7))) !== 0;
  }

  /** Their numbers, ascending. */
  docs(): number[] {
    const docs: number[] = [];
    for (const [at, byte] of this.bytes.entries()) {
      for (let bit = 0; bit < 8; bit += 1) if (byte & (1 << bit)) docs.push(at * 8 + bit);
    }
    return docs;
  }
}

/** For each spelling of a word, the stories that contain the spelling anywhere. */
export type WordList = Map<string, Bits>;

/** The spellings of one frequent word as bytes. */
export function encodeOften(spellings: ReadonlyMap<string, Bits>): Uint8Array {
  const writer = new ByteWriter().number(spellings.size);
  for (const [form, { bytes }] of spellings) writer.text(form).number(bytes.length).append(bytes);
  return writer.done();
}

/** Decodes what `encodeOften` wrote. */
export function decodeOften(bytes: Uint8Array): WordList {
  const reader = new ByteReader(bytes);
  const spellings: WordList = new Map();
  for (let left = reader.number(); left > 0; left -= 1) {
    const form = reader.text();
    spellings.set(form, new Bits(reader.take(reader.number())));
  }
  return spellings;
}
