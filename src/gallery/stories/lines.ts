import { z } from 'zod';
import { correctionSchema, indicatorSchema } from '../story.ts';

/** `Đơn vị tính: %` → `['Đơn vị tính', '%']`. */
const pair = (part: string): [string, string] => {
  const colon = part.indexOf(':');
  return [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
};

/** “12/2027, 640” → the month and the figure; undefined for anything else. */
function readLater(cell: string) {
  const [, month = '', year = '', figure = ''] = /^(\d{1,2})\/(\d{4})\s*[,:=]\s*(.+)$/.exec(cell) ?? [];
  return { month: `${year}-${month.padStart(2, '0')}`, figure };
}

/**
 * “Chỉ số: a · Trước: 1 · Sau: 2 · Đơn vị tính: %”, as a nomination writes it, and where staff add it, “· Đo lại: 12/2027, 3”;
 * undefined for anything else.
 */
export function readIndicator(line: string) {
  const cells = new Map(line.split('·').map(pair));
  const cell = (name: string) => cells.get(name) || null;
  const later = cell('Đo lại');
  return indicatorSchema.safeParse({
    name: cell('Chỉ số'),
    before: cell('Trước'),
    after: cell('Sau'),
    unit: cell('Đơn vị tính'),
    ...(later !== null && { later: readLater(later) }),
  }).data;
}

/** “23/11/2026: Sửa tên đơn vị.”; undefined for anything else. */
export function readCorrection(line: string) {
  const [, day = '', month = '', year = '', text = ''] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4}):\s*(.+)$/.exec(line) ?? [];
  return correctionSchema.safeParse({
    day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    text,
  }).data;
}

/** Reads each line of a cell with `read`. An empty cell has no lines. The error names the unreadable line. */
export const readLines = <T>(read: (line: string) => T | undefined) =>
  z
    .string()
    .nullish()
    .transform((cell, context) =>
      (cell ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .flatMap((line) => {
          const value = read(line);
          if (value === undefined)
            context.addIssue({ code: 'custom', message: `không đọc được dòng “${line}”` });
          return value === undefined ? [] : [value];
        }),
    );
