/** Callbacks of a scanner. Names come without prefix. */
export interface XmlReader {
  /** An element begins. With `isEmpty` the element also ends, and no `close` follows. */
  open(name: string, tag: string, isEmpty: boolean): void;
  /** Text between tags, with undecoded entities. May come in several pieces. */
  text(text: string): void;
  close(name: string): void;
  /** Whether reading on would not help. */
  readonly isDone?: boolean;
}

/** Longest tag that is accepted. */
const maxTagLetters = 100_000;

const [greater, less, slash, double, single, colon, bang, question] = [62, 60, 47, 34, 39, 58, 33, 63];

/** Skipped parts: comments, instructions, declarations. Entities from declarations are never expanded. */
const skipped = [
  { begins: '<!--', ends: '-->' },
  { begins: '<?', ends: '?>' },
  { begins: '<!', ends: '>' },
] as const;
const rawText = { begins: '<![CDATA[', ends: ']]>' } as const;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Position of the end of a tag, outside of attribute values; -1 while the tag is incomplete. */
function endOfTag(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === greater) return at;
    if (code === double || code === single) {
      at = text.indexOf(code === double ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** The name in a tag, from the letter after `<` or `</`, without prefix. */
function nameIn(text: string, from: number, end: number): string {
  let start = from;
  let at = from;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === colon) start = at + 1;
    else if (code <= 32 || code === slash) break;
  }
  return text.slice(start, at);
}

/** Reads XML in pieces, once from left to right. Lenient: never throws, and does not check nesting. */
export class XmlScanner {
  #reader: XmlReader;
  #rest = '';
  /** The characters that end the part being skipped. */
  #skipTo = '';

  constructor(reader: XmlReader) {
    this.#reader = reader;
  }

  /** False when the text cannot be XML; the scanner then reads nothing more. */
  push(piece: string): boolean {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length && this.#reader.isDone !== true) {
      const next = this.#skipTo ? this.#skip(text, at) : this.#step(text, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    return this.#rest.length <= maxTagLetters;
  }

  #skip(text: string, at: number): number {
    const end = text.indexOf(this.#skipTo, at);
    if (end < 0)
      return Math.max(at, text.length - this.#skipTo.length + 1) > at
        ? text.length - this.#skipTo.length + 1
        : -1;
    const next = end + this.#skipTo.length;
    this.#skipTo = '';
    return next;
  }

  /** Reads a text or a tag. Returns where the next one begins, or -1 while the current one is incomplete. */
  #step(text: string, at: number): number {
    if (text.charCodeAt(at) !== less) {
      const tag = text.indexOf('<', at);
      this.#reader.text(tag < 0 ? text.slice(at) : text.slice(at, tag));
      return tag < 0 ? text.length : tag;
    }
    const second = text.charCodeAt(at + 1);
    if (second === bang || second === question) return this.#special(text, at);
    const end = endOfTag(text, at);
    if (end < 0) return -1;
    if (second === slash) {
      this.#reader.close(nameIn(text, at + 2, end));
    } else {
      const isEmpty = text.charCodeAt(end - 1) === slash;
      this.#reader.open(nameIn(text, at + 1, end), text.slice(at, end), isEmpty);
    }
    return end + 1;
  }

  #special(text: string, at: number): number {
    if (text.length - at < rawText.begins.length) return -1;
    if (text.startsWith(rawText.begins, at)) {
      const end = text.indexOf(rawText.ends, at);
      if (end < 0) return -1;
      this.#reader.text(escaped(text.slice(at + rawText.begins.length, end)));
      return end + rawText.ends.length;
    }
    const found = skipped.find(({ begins }) => text.startsWith(begins, at));
    this.#skipTo = found?.ends ?? '>';
    return at + (found?.begins.length ?? 2);
  }
}
