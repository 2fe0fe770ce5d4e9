import type { Budget } from '../budget.ts';
import { readPart } from '../read-part.ts';
import { maxCellLetters } from '../sheet.ts';
import { readEntities, readEscapes } from '../xml-text.ts';
import type { Zip } from '../zip.ts';

/** Most letters of a cell in the source, where entities and escapes take several letters. */
const maxWrittenLetters = maxCellLetters * 10;

/** Collects the text runs of one cell or shared string, without pronunciation hints (`rPh`). */
export class RichText {
  #written = '';
  #isText = false;
  #pronounced = 0;

  open(name: string, isEmpty: boolean): void {
    if (isEmpty) return;
    if (name === 'rPh') this.#pronounced += 1;
    else if (name === 't') this.#isText = true;
  }

  text(text: string): void {
    if (this.#isText && this.#pronounced === 0 && this.#written.length < maxWrittenLetters)
      this.#written += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#pronounced = Math.max(0, this.#pronounced - 1);
    else if (name === 't') this.#isText = false;
  }

  /** Returns the text and resets the collector. A text beyond the limit of a cell is cut one letter above the limit. */
  take(): string {
    const text = readEscapes(readEntities(this.#written));
    this.#written = '';
    this.#isText = false;
    this.#pronounced = 0;
    return text.length > maxCellLetters ? text.slice(0, maxCellLetters + 1) : text;
  }
}

/** Limits of shared strings and of their letters. */
const maxStrings = 300_000;
const maxLetters = 8_000_000;

/** The shared strings. Undefined when they exceed the limits or the part is not XML. */
export function readStrings(zip: Zip, part: string, budget: Budget): string[] | undefined {
  const strings: string[] = [];
  const text = new RichText();
  let letters = 0;
  let isWithin = true;
  const take = () => {
    const string = text.take();
    letters += string.length;
    isWithin = strings.push(string) < maxStrings && letters < maxLetters;
  };
  const end = readPart(zip, part, budget, {
    open(name, _tag, isEmpty) {
      if (name === 'si' && isEmpty) take();
      else text.open(name, isEmpty);
    },
    text: (piece) => text.text(piece),
    close(name) {
      if (name === 'si') take();
      else text.close(name);
    },
    get isDone() {
      return !isWithin;
    },
  });
  return end === 'read' && isWithin ? strings : undefined;
}
