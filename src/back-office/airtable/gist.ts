import { createHash } from 'node:crypto';
import type { ColumnPlace } from './layout.ts';
import { readCell } from './read-cell.ts';

/** What a cell says, without blanks and the order of choices. */
export function gist(place: ColumnPlace, cell: unknown): string {
  const read = readCell(place, cell);
  if (read === undefined || read === null || read === false || read === '') return '';
  if (Array.isArray(read)) return JSON.stringify(read.map(String).toSorted());
  return String(read).replace(/\s+/g, ' ').trim();
}

/** Tells whether a cell still says what it said, without keeping its words. */
export const digestOf = (said: string): string => createHash('sha256').update(said).digest('hex');
