import { z } from 'zod';
import type { OwnerRow } from '../../vocabulary/owner-settings.ts';
import type { PulledRow } from '../delivery/pulled-row.ts';

/** What a row sets: a value, with what staff are told of it; nothing; or what is wrong with it, in words for staff. */
export type ReadRow =
  | { is: 'set'; value: OwnerRow; told?: string[] }
  | { is: 'nothing' }
  | { is: 'wrong'; wrong: string[] };

/** The text of a cell without blanks around it; empty for an empty cell. */
export function textOf({ cells }: PulledRow, property: string): string {
  const cell = cells[property];
  return typeof cell === 'number' ? String(cell) : z.string().trim().catch('').parse(cell);
}

/** The chosen words of a cell. */
export const listOf = ({ cells }: PulledRow, property: string): string[] =>
  [cells[property]].flat().filter((part) => typeof part === 'string');

/** The instant of a cell with day and time; null for an empty or unreadable one. */
export function instantOf(row: PulledRow, property: string): Date | null {
  const instant = new Date(textOf(row, property));
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** The day of a cell, `YYYY-MM-DD`; null for an empty or unreadable one. */
export const dayOf = (row: PulledRow, property: string): string | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(textOf(row, property))?.[0] ?? null;

/** Whether a text still has a slot, a place in brackets that somebody must fill in. */
export const isUnfilled = (text: string): boolean => /\[\s*điền/iu.test(text);
