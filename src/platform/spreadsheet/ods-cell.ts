import { momentOf, serialOf } from './days.ts';
import { isErrorText } from './error-text.ts';
import { digitsOf, isHuge, numberText, roundedDigits } from './number-text.ts';
import { maxCellLetters } from './sheet.ts';
import { TextCell } from './text-cell.ts';
import { attributesOf, readEntities } from './xml-text.ts';

/** Most spaces that one element may stand for. */
const maxSpaces = 200;
/** Most decimals that are read from the shown text. */
const maxDecimals = 6;

const tidy = (line: string) =>
  readEntities(line.replace(/[ \t\r\n]+/g, ' '))
    .replace(/^ | $/g, '')
    .replace(/[\ue000-\ue001]/g, (mark) => (mark === '\ue000' ? ' ' : '\t'));

const bare = (shown: string) => shown.replace(/\D/g, '').replace(/^0+(?=\d)/, '');

/** The value, rounded to the shown decimals; unchanged where the shown text is not a plain number. */
function rounded(value: number, shown: string): string {
  if (isHuge(value)) return numberText(value);
  for (let decimals = 0; decimals <= maxDecimals; decimals += 1) {
    const digits = roundedDigits(value, decimals);
    if (bare(digits) === bare(shown))
      return `${value < 0 && /[1-9]/.test(digits) ? '-' : ''}${digits}`.replace('.', ',');
  }
  return numberText(value);
}

/** A number as shown, with leading zeros and units but without thousands separators. */
function numberShown(value: number, shown: string): string {
  const isPlain = /^-?[\d.,\s\u00a0]*$/.test(shown) && !/^-?0\d/.test(shown);
  return isPlain ? rounded(value, shown) : shown;
}

/** A cell of an OpenDocument spreadsheet during reading. */
export class OdsCell {
  /** Number of columns that hold this cell. */
  readonly repeat: number;
  #attributes: ReadonlyMap<string, string>;
  #text: TextCell;
  #paragraphs = 0;
  #isParagraph = false;

  constructor(attributes: ReadonlyMap<string, string>) {
    this.#attributes = attributes;
    this.#text = new TextCell(maxCellLetters * 8);
    this.repeat = Math.max(1, Math.trunc(Number(attributes.get('number-columns-repeated') ?? 1)) || 1);
  }

  open(name: string, tag: string): void {
    if (name === 'p' || name === 'h') {
      if (this.#paragraphs > 0) this.#text.breakLine();
      this.#paragraphs += 1;
      this.#isParagraph = true;
    } else if (name === 'line-break') this.#text.breakLine();
    else if (name === 'tab') this.#text.add('\ue001');
    else if (name === 's') {
      this.#text.add(
        '\ue000'.repeat(Math.min(maxSpaces, Math.max(1, Number(attributesOf(tag).get('c') ?? 1) || 1))),
      );
    }
  }

  text(text: string): void {
    if (this.#isParagraph) this.#text.add(text);
  }

  close(name: string): void {
    if (name === 'p' || name === 'h') this.#isParagraph = false;
  }

  /** The text of the cell as a person sees it. */
  get shown(): string {
    const shown = this.#text.take(tidy);
    const of = (name: string) => this.#attributes.get(name);
    if (isErrorText(shown)) return shown;
    const value = Number(of('value') ?? Number.NaN);
    switch (of('value-type')) {
      case 'percentage':
        return Number.isNaN(value) ? shown : `${rounded(Number((value * 100).toPrecision(15)), shown)}%`;
      case 'float':
      case 'currency':
        return Number.isNaN(value) ? shown : numberShown(value, shown || digitsOf(value));
      case 'date':
        return this.#day(of('date-value') ?? '', shown);
      case 'boolean':
        return of('boolean-value') === 'true' ? 'có' : 'không';
      default:
        return shown;
    }
  }

  #day(iso: string, shown: string): string {
    const serial = serialOf(iso);
    const moment = serial === undefined ? undefined : momentOf(serial, false);
    if (!moment) return shown || iso;
    // A time that the cell does not show was not typed.
    return moment.time !== '' && shown.includes(':') ? `${moment.day} ${moment.time}` : moment.day;
  }
}
