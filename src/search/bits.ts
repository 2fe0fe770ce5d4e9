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
