import { cleanText } from '../../vietnamese/clean-text.ts';
import type { ColumnType } from './column.ts';
import type { ColumnPlace } from './layout.ts';

/** Cleans text as the forms do: staff paste from Word, and text in NFD. */
const clean = (cell: string): string => cleanText(cell);

/** The choice of the code for a choice as staff see it; the same text where the code does not know it. */
function ownChoice({ choices }: ColumnPlace, text: string): string {
  const found = Object.entries(choices).find(([, { name }]) => name === text);
  return found ? found[0] : text;
}

/** A cell as the code reads it: text is cleaned, and choices have the names that the code knows them by. */
export function readCell(place: ColumnPlace, cell: unknown): unknown {
  if (typeof cell === 'string') return ownChoice(place, clean(cell));
  if (Array.isArray(cell))
    return cell.map((part: unknown) => (typeof part === 'string' ? ownChoice(place, clean(part)) : part));
  return cell;
}

const isText = (cell: unknown) => typeof cell === 'string';
const shapes: Readonly<Partial<Record<ColumnType, (cell: unknown) => boolean>>> = {
  number: (cell) => typeof cell === 'number',
  checkbox: (cell) => cell === true,
  multipleSelects: (cell) => Array.isArray(cell) && cell.every(isText),
  multipleAttachments: (cell) => Array.isArray(cell) && cell.every((part) => !isText(part)),
};

/** Whether a cell is not what its column should hold: a sign that someone changed the column since its schema was read. */
export function isUnexpected(type: ColumnType, { choices }: ColumnPlace, cell: unknown): boolean {
  if (cell === undefined) return false;
  if (!(shapes[type] ?? isText)(cell)) return true;
  if (type !== 'singleSelect' && type !== 'multipleSelects') return false;
  const names = new Set(Object.values(choices).map(({ name }) => name));
  return [cell].flat().some((part) => typeof part === 'string' && !names.has(part));
}
