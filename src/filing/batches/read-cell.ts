import { isErrorText } from '../../platform/spreadsheet/error-text.ts';
import { type FieldView, viewOf } from '../definitions/view.ts';
import { tickWords } from './choice-aliases.ts';
import { numbered, wordsOfChoice } from './choices.ts';
import { findChoice } from './find-choice.ts';
import { readMonthCell } from './months.ts';
import { comparableWords, isSameWords } from './same-words.ts';

/** The answer in a cell, for the form's schema to check, or the cell's fault. */
export type CellAnswer = { ok: true; answer: unknown } | { ok: false; message: string };

const answer = (value: unknown): CellAnswer => ({ ok: true, answer: value });
const refuse = (message: string): CellAnswer => ({ ok: false, message });

/** Marks a text cell of the template's example. */
export const placeholderOf = ({ label }: FieldView): string => `[${label}]`;

/** Message for a cell with a formula error; names the cell's address if the file has one. */
export const errorText = (typed: string, address?: string): string =>
  `${address ? `Ô ${address}` : 'Ô này'} có lỗi công thức (${typed.trim().slice(0, 40)}). Sửa trong Excel, hoặc gõ lại câu trả lời.`;

/** The most choices that a message lists. */
const mostNamed = 8;

function unknownChoice(view: FieldView, typed: string, group?: string): CellAnswer {
  const offered = numbered(view).filter(({ choice }) => group === undefined || choice.when === group);
  const names = offered.map(({ choice, number }) => `${number} (${wordsOfChoice(choice)})`);
  const choices = names.length > mostNamed ? 'xem danh sách ở trang “Cách điền” của mẫu' : names.join(', ');
  return refuse(`“${typed.slice(0, 60)}” không có trong danh sách. Ghi số hoặc tên: ${choices}.`);
}

function readOne(view: FieldView, typed: string): CellAnswer {
  const choice = findChoice(view, typed);
  return choice ? answer(choice.value) : unknownChoice(view, typed);
}

/** The most parts of a cell that are read; bounds the work that a hostile cell can cause. */
const mostParts = 60;

/** Splits choices at semicolons and lines, and at commas only if each part is a choice: names may hold commas. */
function readSome(view: FieldView, typed: string, group?: string): CellAnswer {
  const picked: string[] = [];
  if (typed.split(/[;\n,+&]/, mostParts + 1).length > mostParts) return unknownChoice(view, typed, group);
  for (const part of typed.split(/[;\n]/).filter((words) => words.trim() !== '')) {
    const whole = findChoice(view, part, group);
    const each = part.split(/[,+&]/).map((piece) => findChoice(view, piece, group));
    const pieces = each.flatMap((piece) => (piece ? [piece] : []));
    const areAll = pieces.length === each.length;
    // “1,1,2” may be one number or three.
    const isDoubtful = whole !== undefined && areAll && pieces.some((piece) => piece !== whole);
    if (isDoubtful || !(whole || areAll)) return unknownChoice(view, part.trim(), group);
    picked.push(...(whole ? [whole] : pieces).map(({ value }) => value));
  }
  return answer(picked);
}

/** Signs for a ticked box; a dash means unticked. */
const tick = /^[✓✔√☑]$/u;
const dash = /^[-–—]$/u;

function readTick(typed: string): CellAnswer {
  const said = comparableWords(typed);
  const isOneOf = (words: readonly string[]) =>
    words.some((word) => isSameWords(said, comparableWords(word)));
  if (tick.test(typed) || isOneOf(tickWords.yes)) return answer('on');
  if (dash.test(typed) || isOneOf(tickWords.no)) return answer(undefined);
  return refuse(`“${typed.slice(0, 60)}” không rõ là có hay không. Ghi “Có”, hoặc để trống nếu không.`);
}

/** Reads one entry a line, its parts separated by `|`; a page address may stand alone. */
function readRows({ columns = {} }: FieldView, typed: string): CellAnswer {
  const fields = Object.entries(columns).map(([name, schema]) => ({ name, view: viewOf(schema) }));
  const address = fields.find(({ view }) => view.control === 'url')?.name;
  const rows: Record<string, string>[] = [];
  for (const [index, line] of typed.split('\n', mostParts).entries()) {
    const parts = line.split('|').map((part) => part.trim());
    if (parts.length > fields.length) {
      const order = fields.map(({ view }) => view.label).join(' | ');
      return refuse(`Dòng ${index + 1} trong ô có quá nhiều phần. Viết: ${order}.`);
    }
    const isAddress = parts.length === 1 && address !== undefined && /^https?:/i.test(line.trim());
    const named = parts.map((part, place) => [isAddress ? address : (fields[place]?.name ?? ''), part]);
    rows.push(Object.fromEntries(named.filter(([, part]) => part !== '')));
  }
  return answer(rows);
}

const inOneLine = (typed: string): string =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/**
 * Reads a cleaned cell that is not empty. People write choices by number or name, and months and numbers in any usual spelling.
 * `group` is the answer on which the choices depend.
 */
export function parseCell(view: FieldView, typed: string, group?: string): CellAnswer {
  if (isErrorText(typed)) return refuse(errorText(typed));
  if (typed === placeholderOf(view)) return refuse('Ô này còn chữ ví dụ của mẫu. Hãy ghi câu trả lời.');
  switch (view.control) {
    case 'select':
    case 'radios':
      return readOne(view, typed);
    case 'checks':
      return readSome(view, typed, group);
    case 'tick':
      return readTick(typed);
    case 'rows':
      return readRows(view, typed);
    case 'month':
      return answer(readMonthCell(typed));
    case 'number':
      // Only a share may have a percent sign; for other questions a percentage is no valid number.
      return answer(view.label.includes('%') && typed.endsWith('%') ? typed.slice(0, -1).trimEnd() : typed);
    case 'textarea':
      return answer(typed);
    default:
      return answer(inOneLine(typed));
  }
}
