import { momentOf, serialOf } from '../days.ts';
import { uncalculated } from '../error-text.ts';
import type { Grid } from '../grid.ts';
import { maxColumns } from '../sheet.ts';
import type { XmlReader } from '../xml.ts';
import { attributesOf, isOn, readEntities, readEscapes } from '../xml-text.ts';
import { RichText } from './strings.ts';
import type { Styles } from './styles.ts';

/** What the sheets of a workbook share. */
export interface Book {
  strings: readonly string[];
  styles: Styles;
}

/** B7 → row 6, column 1; -1 for a missing row or column. */
function placeOf(written: string): { row: number; column: number } {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{0,4})\$?(\d{0,8})$/i.exec(written) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

const reference = /\sr\s*=\s*["']([^"']{0,20})["']/;
const hiddenRow = /\s(?:hidden\s*=\s*["'](?:1|true|on)|ht\s*=\s*["']0*(?:\.0*)?)["']/;

/** The reference in a row or cell tag. Fast, because a sheet may hold a million tags, nearly all written alike. */
function referenceIn(tag: string): string {
  const at = tag.indexOf(' r="');
  if (at >= 0) return tag.slice(at + 4, tag.indexOf('"', at + 4));
  return tag.includes('=') ? (reference.exec(tag)?.[1] ?? '') : '';
}

/** Most letters of a value, counted in the source, with entities and escapes. */
const maxValueLetters = 400_000;

/** Reads a worksheet (ECMA-376 part 1, 18.3) into a grid. A row or column number that goes back is read as the next number. */
export class SheetReader implements XmlReader {
  #grid: Grid;
  #book: Book;
  #row = -1;
  #column = -1;
  #columnTags = 0;
  #tag = '';
  #value = '';
  #isValue = false;
  #hasFormula = false;
  #inline: RichText;

  constructor(grid: Grid, book: Book) {
    this.#grid = grid;
    this.#book = book;
    this.#inline = new RichText();
  }

  /** The current row, counted from 0. */
  get row(): number {
    return this.#row;
  }

  get isDone(): boolean {
    return this.#grid.isDone;
  }

  open(name: string, tag: string, isEmpty: boolean): void {
    switch (name) {
      case 'c':
        this.#openCell(tag);
        break;
      case 'row':
        this.#openRow(tag);
        break;
      case 'v':
        this.#isValue = !isEmpty;
        break;
      case 'f':
        this.#hasFormula = true;
        break;
      case 'col':
        this.#columnTags += 1;
        if (this.#columnTags <= maxColumns) this.#hideColumns(tag);
        break;
      case 'mergeCell':
        if (this.#grid.takesMerges) this.#merge(attributesOf(tag).get('ref') ?? '');
        break;
      default:
        this.#inline.open(name, isEmpty);
    }
  }

  text(text: string): void {
    if (this.#isValue && this.#value.length < maxValueLetters) this.#value += text;
    this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else this.#inline.close(name);
  }

  #openRow(tag: string): void {
    const number = Number(referenceIn(tag)) - 1;
    this.#row = number > this.#row ? number : this.#row + 1;
    this.#column = -1;
    if ((tag.includes('hidden') || tag.includes('ht=')) && hiddenRow.test(tag)) this.#grid.hideRow(this.#row);
  }

  #openCell(tag: string): void {
    this.#tag = tag;
    this.#value = '';
    this.#isValue = false;
    this.#hasFormula = false;
    const { column } = placeOf(referenceIn(tag));
    this.#column = column >= 0 ? column : this.#column + 1;
  }

  #closeCell(): void {
    const text = this.#cellText();
    if (text !== '') this.#grid.put(Math.max(0, this.#row), this.#column, text);
  }

  #cellText(): string {
    const attributes = attributesOf(this.#tag);
    const inline = this.#inline.take();
    const type = attributes.get('t') ?? 'n';
    if (type === 'inlineStr') return inline;
    const value = readEntities(this.#value);
    if (value === '' && inline === '') return this.#hasFormula && type === 'n' ? uncalculated : '';
    if (type === 's') return this.#sharedText(Number(value));
    if (type === 'b') return isOn(value.trim()) ? 'có' : 'không';
    const style = Number(attributes.get('s') ?? 0);
    if (type === 'd') return this.#dayText(value, style);
    if (type !== 'n') return readEscapes(value) || inline;
    const number = Number(value);
    return value.trim() === '' || Number.isNaN(number)
      ? value || inline
      : this.#book.styles.show(style, number);
  }

  /** A cell stored as a date, shown in its style if the style shows days. */
  #dayText(value: string, style: number): string {
    const serial = serialOf(value);
    if (serial === undefined) return value;
    const moment = momentOf(serial, false);
    const plain = moment ? [moment.day, moment.time].filter(Boolean).join(' ') : value;
    return this.#book.styles.showDay(style, serial) ?? plain;
  }

  #sharedText(index: number): string {
    const text = this.#book.strings[index];
    if (text === undefined) this.#grid.miss('broken');
    return text ?? '';
  }

  #hideColumns(tag: string): void {
    const attributes = attributesOf(tag);
    const isHidden = isOn(attributes.get('hidden')) || Number(attributes.get('width') ?? 1) === 0;
    if (isHidden)
      this.#grid.hideColumns(Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1);
  }

  #merge(area: string): void {
    const [from = '', to = ''] = area.split(':', 2);
    const [start, end] = [placeOf(from), placeOf(to)];
    if (start.row < 0 || start.column < 0) return;
    const [rows, columns] = [end.row - start.row + 1, end.column - start.column + 1];
    this.#grid.merge({ ...start, rows, columns });
  }
}
