import type { Budget } from '../budget.ts';
import { numberText } from '../number-text.ts';
import { readPart } from '../read-part.ts';
import { numberShower, type ShowNumber, showsDays } from '../show-number.ts';
import { attributesOf } from '../xml-text.ts';
import type { Zip } from '../zip.ts';
import { builtinFormats } from './builtin-formats.ts';

/** Most styles that are read (Excel allows 65,490 cell formats). */
const maxStyles = 66_000;

const formatId = /\snumFmtId\s*=\s*["'](\d{1,6})["']/;

/** How the cells of each style show numbers. */
export class Styles {
  #codes = new Map<number, string>();
  #ids: number[] = [];
  #showers = new Map<number, ShowNumber>();
  #is1904: boolean;

  constructor(is1904: boolean) {
    this.#is1904 = is1904;
  }

  /** Reads the part of a workbook that holds its styles. */
  read(zip: Zip, part: string, budget: Budget): void {
    let isCells = false;
    readPart(zip, part, budget, {
      open: (name, tag) => {
        if (name === 'cellXfs') isCells = true;
        else if (name === 'cellStyleXfs') isCells = false;
        else if (name === 'numFmt' && this.#codes.size < maxStyles) {
          const attributes = attributesOf(tag);
          this.#codes.set(Number(attributes.get('numfmtid')), attributes.get('formatcode') ?? '');
        } else if (name === 'xf' && isCells && this.#ids.length < maxStyles) {
          this.#ids.push(Number(formatId.exec(tag)?.[1] ?? 0));
        }
      },
      text() {},
      close(name) {
        if (name === 'cellXfs') isCells = false;
      },
    });
  }

  #codeOf(style: number): string {
    const id = this.#ids[style] ?? 0;
    return this.#codes.get(id) ?? builtinFormats[id] ?? '';
  }

  /** Shows a number in a style. */
  show(style: number, value: number): string {
    const known = this.#showers.get(style);
    if (known) return known(value);
    const code = this.#codeOf(style);
    const shower = code === '' ? numberText : numberShower(code, this.#is1904);
    this.#showers.set(style, shower);
    return shower(value);
  }

  /** Shows a day counted from 1900, even in a workbook that counts from 1904; undefined in a style without days. */
  showDay(style: number, serial: number): string | undefined {
    const code = this.#codeOf(style);
    return showsDays(code) ? numberShower(code, false)(serial) : undefined;
  }
}
