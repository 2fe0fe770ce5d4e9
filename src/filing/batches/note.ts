import { z } from 'zod';
import { type LeftOut, leftOutWords, linesLeftOut, reasons, sheetReasons } from './left-out.ts';

/** Name of the hidden field that carries the note of what was left out from one page to the next request. */
export const noteField = 'boQua';

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  z.string().transform((key, context): Key => {
    for (const each in words) if (each === key) return each;
    context.addIssue('There is no such reason.');
    return z.NEVER;
  });

const line = z.number().int().positive().max(1_000_000);
const name = z.string().max(200);

const noteSchema = z.object({
  sheet: name.optional(),
  skipped: z
    .array(z.object({ line, why: keysOf(reasons) }))
    .max(2_000)
    .default([]),
  ignored: z.array(name).max(30).default([]),
  sheets: z
    .array(z.object({ name, why: keysOf(sheetReasons) }))
    .max(200)
    .default([]),
  /** Rows that repeat an earlier row of the table. */
  duplicates: z
    .array(z.object({ row: line, of: line }))
    .max(100)
    .default([]),
});

/** What a table left out, stored for the page that lists its codes. It holds no text of a row. */
export type Note = z.infer<typeof noteSchema>;

/** A note without content. */
export const emptyNote: Note = { skipped: [], ignored: [], sheets: [], duplicates: [] };

/** The note of a table that was read. */
export const noteOf = (understood: (LeftOut & { sheet?: string | undefined }) | undefined): Note =>
  understood
    ? {
        ...emptyNote,
        ...(understood.sheet !== undefined && { sheet: understood.sheet }),
        skipped: linesLeftOut(understood)
          .filter(({ why }) => why !== 'number-only')
          .map(({ line: at, why }) => ({ line: at, why })),
        ignored: [...understood.ignored],
        sheets: understood.sheets.filter(({ why }) => why !== 'template'),
      }
    : emptyNote;

/** Reads a note from the hidden field or the store; returns the empty note for anything invalid. */
export function readNote(value: unknown): Note {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return noteSchema.safeParse(read).data ?? emptyNote;
  } catch {
    return emptyNote;
  }
}

/** Joins two notes. */
export const joinNotes = (a: Note, b: Note): Note => ({
  ...a,
  ...b,
  skipped: [...a.skipped, ...b.skipped],
  ignored: [...new Set([...a.ignored, ...b.ignored])],
  sheets: [...a.sheets, ...b.sheets],
  duplicates: [...a.duplicates, ...b.duplicates],
});

/** Whether a note has no content. */
export const isEmptyNote = ({ skipped, ignored, sheets, duplicates }: Note): boolean =>
  [skipped, ignored, sheets, duplicates].every((list) => list.length === 0);

/** The sentences of a note. */
export function noteWords({ duplicates, ...left }: Note): string[] {
  const skipped = left.skipped.map((each) => ({ ...each, text: '' }));
  return [
    ...leftOutWords({ ...left, skipped }),
    ...duplicates.map(
      ({ row, of }) => `Dòng ${row} trùng hoàn toàn với dòng ${of} của bảng: chỉ thành một hồ sơ.`,
    ),
  ];
}
