/** Kinds of tokens (ISO 32000-1, 7.2 and 7.3). Numbers and keywords are words. */
export type TokenKind = 'end' | 'name' | 'text' | 'hex' | 'dict' | 'dict-end' | 'list' | 'list-end' | 'word';

const classes = new Uint8Array(256);
for (const space of [0, 9, 10, 12, 13, 32]) classes[space] = 1;
for (const letter of '()<>[]{}/%') classes[letter.charCodeAt(0)] = 2;

/** True for bytes that separate tokens. */
export const isSpace = (byte: number | undefined): boolean => byte !== undefined && classes[byte] === 1;
const isRegular = (byte: number | undefined) => byte !== undefined && classes[byte] === 0;

const [openParen, closeParen, backslash, percent, slash, less, greater] = [...'()\\%/<>'].map((letter) =>
  letter.charCodeAt(0),
);
const [openBracket, closeBracket] = [0x5b, 0x5d];

/**
 * Reads tokens one after another. A file has millions, so the reader makes no object for each: its fields describe the current
 * token until the next is read. Every byte is read once.
 */
export class Tokens {
  kind: TokenKind = 'end';
  /** Offsets of the token's first byte and of the byte after its last. */
  start = 0;
  end: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, from: number) {
    this.bytes = bytes;
    this.end = from;
  }

  next(): TokenKind {
    this.#skipSpace();
    this.start = this.end;
    this.kind = this.#read();
    return this.kind;
  }

  /** The token as text of at most so many letters. */
  letters(most: number): string {
    return String.fromCharCode(...this.bytes.subarray(this.start, Math.min(this.end, this.start + most)));
  }

  #skipSpace(): void {
    const { bytes } = this;
    for (; this.end < bytes.length; this.end += 1) {
      if (isSpace(bytes[this.end])) continue;
      if (bytes[this.end] !== percent) return;
      while (this.end < bytes.length && bytes[this.end] !== 10 && bytes[this.end] !== 13) this.end += 1;
    }
  }

  #read(): TokenKind {
    const { bytes, start } = this;
    if (start >= bytes.length) return 'end';
    const [first, second] = [bytes[start], bytes[start + 1]];
    this.end = start + 1;
    if (first === openParen) return this.#readText();
    if (first === openBracket) return 'list';
    if (first === closeBracket) return 'list-end';
    if (first === less || first === greater) {
      if (second === first) {
        this.end = start + 2;
        return first === less ? 'dict' : 'dict-end';
      }
      return first === less ? this.#readHex() : 'word';
    }
    if (first !== slash && !isRegular(first)) return 'word';
    while (isRegular(bytes[this.end])) this.end += 1;
    return first === slash ? 'name' : 'word';
  }

  #readText(): TokenKind {
    const { bytes } = this;
    for (let depth = 1; depth > 0 && this.end < bytes.length; this.end += 1) {
      const byte = bytes[this.end];
      if (byte === backslash) this.end += 1;
      else if (byte === openParen) depth += 1;
      else if (byte === closeParen) depth -= 1;
    }
    this.end = Math.min(this.end, bytes.length);
    return 'text';
  }

  #readHex(): TokenKind {
    const close = this.bytes.indexOf(greater ?? 0, this.end);
    this.end = close < 0 ? this.bytes.length : close + 1;
    return 'hex';
  }
}
