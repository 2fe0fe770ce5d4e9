import { objectStarts } from './objects.ts';
import { UnreadablePdf } from './unreadable.ts';
import { numberOf, type PdfDictionary, readValue } from './values.ts';

/** The packed data of a file's streams, read in file order. */
export class StreamData {
  #bytes: Buffer;
  #left: number;
  /** Offset of the next `endstream` after the last read. */
  #end = -1;
  #lengths: Map<number, number> | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // No writer nests streams, so their total length has a limit.
    this.#left = 2 * bytes.length;
  }

  /** The data from an offset: up to its `Length` or up to `endstream`, whichever is further. */
  of(from: number, dictionary: PdfDictionary): Uint8Array {
    if (this.#end < from) {
      const end = this.#bytes.indexOf('endstream', from);
      this.#end = end < 0 ? this.#bytes.length : end;
    }
    const data = this.#bytes.subarray(from, Math.max(this.#end, from + this.#lengthOf(dictionary)));
    this.#left -= data.length;
    if (this.#left < 0) throw new UnreadablePdf('Its streams lie in each other.');
    return data;
  }

  #lengthOf(dictionary: PdfDictionary): number {
    const length = dictionary.get('Length');
    if (length?.is !== 'reference') return numberOf(dictionary, 'Length') ?? 0;
    this.#lengths ??= this.#allLengths();
    return this.#lengths.get(length.object) ?? 0;
  }

  /** Every object that is a number; the largest value if an object occurs twice. */
  #allLengths(): Map<number, number> {
    const lengths = new Map<number, number>();
    for (const { at, object } of objectStarts(this.#bytes)) {
      if (!/^\s*\d/.test(this.#bytes.toString('latin1', at, at + 12))) continue;
      const value = readValue(this.#bytes, at);
      if (value.is === 'number') lengths.set(object, Math.max(value.number, lengths.get(object) ?? 0));
    }
    return lengths;
  }
}
