import { fold } from '../search/fold.ts';
import { type FieldView, viewOf } from '../schemas/forms/view.ts';
import { findChoice, numbered, wordsOfChoice } from './choices.ts';
import { readMonth } from './months.ts';

/** A cell as the answer that the form's schema checks, or what is wrong with it. */
export type CellAnswer = { ok: true; answer: unknown } | { ok: false; message: string };

const answer = (value: unknown): CellAnswer => ({ ok: true, answer: value });
const refuse = (message: string): CellAnswer => ({ ok: false, message });

/** What stands in a cell of the template's example where words are asked for. */
export const placeholderOf = ({ label }: FieldView): string => `[${label}]`;

/** More choices are too many for a message. */
const mostNamed = 6;

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

/** Nobody means more; a hostile cell would hold the others up. */
const mostParts = 60;

/** Choices apart by semicolons or lines; by commas where each part is a choice, for names hold commas, too. */
function readSome(view: FieldView, typed: string, group?: string): CellAnswer {
  const picked: string[] = [];
  if (typed.split(/[;\n,+&]/, mostParts + 1).length > mostParts) return unknownChoice(view, typed, group);
  for (const part of typed.split(/[;\n]/).filter((words) => words.trim() !== '')) {
    const whole = findChoice(view, part, group);
    const pieces = whole ? [whole] : part.split(/[,+&]/).map((piece) => findChoice(view, piece, group));
    for (const piece of pieces) {
      if (!piece) return unknownChoice(view, part.trim(), group);
      picked.push(piece.value);
    }
  }
  return answer(picked);
}

const yes = ['co', 'x', 'v', 'yes', 'true', '1', 'dong y', '✓', '✔', 'on'];
const no = ['khong', 'no', 'false', '0', '-', 'khong dong y', 'chua'];

function readTick(typed: string): CellAnswer {
  const words = fold(typed).trim();
  if (yes.includes(words)) return answer('on');
  return no.includes(words) ? answer(undefined) : refuse('Ghi “Có”, hoặc để trống nếu không.');
}

/** A row a line, its parts apart by `|`; the address of a page may stand alone. */
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
 * Reads a cell, cleaned and not empty, as people write it: choices by number or name, months and numbers in any usual
 * spelling. `group` is the answer on which the choices depend.
 */
export function readCell(view: FieldView, typed: string, group?: string): CellAnswer {
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
      return answer(readMonth(typed));
    case 'number':
      return answer(typed.endsWith('%') ? typed.slice(0, -1).trimEnd() : typed);
    case 'textarea':
      return answer(typed);
    default:
      return answer(inOneLine(typed));
  }
}
