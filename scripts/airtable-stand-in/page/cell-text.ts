import type { Cell, Field } from '../data/model.ts';

const vietnam = 7 * 60 * 60 * 1000;

const date = (cell: string) => cell.split('-').toReversed().join('/');

/** A moment as people in Vietnam write it: `14:05 22/11/2026`. */
export function momentText(iso: string): string {
  const local = localMinute(iso);
  return `${local.slice(11)} ${date(local.slice(0, 10))}`;
}

/** A moment in Vietnam's time as a `datetime-local` input takes it, to the minute. */
function localMinute(iso: string): string {
  return new Date(Date.parse(iso) + vietnam).toISOString().slice(0, 16);
}

/** The text of a cell, in lines. */
export function cellLines(field: Field, cell: Cell): string[] {
  if (Array.isArray(cell)) return cell.map((part) => (typeof part === 'string' ? part : part.url));
  if (cell === true) return ['Có'];
  if (typeof cell === 'number') return [String(cell).replace('.', ',')];
  if (field.type === 'date') return [date(String(cell))];
  if (field.type === 'dateTime') return [momentText(String(cell))];
  return [String(cell)];
}

/** The initial form values of a cell: what its inputs would send unchanged. */
export function formValues(field: Field, cell: Cell | undefined): string[] {
  if (cell === undefined) return [];
  if (cell === true) return ['co'];
  if (field.type === 'dateTime') return [localMinute(String(cell))];
  if (field.type === 'multipleSelects') return Array.isArray(cell) ? cell.map(String) : [];
  return [cellLinesForEditing(cell)];
}

function cellLinesForEditing(cell: Cell): string {
  if (!Array.isArray(cell)) return String(cell).replaceAll('\r\n', '\n');
  return cell.map((part) => (typeof part === 'string' ? part : part.url)).join('\n');
}
