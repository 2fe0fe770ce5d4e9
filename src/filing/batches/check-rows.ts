import { isErrorText } from '../../platform/spreadsheet/error-text.ts';
import { mistakesIn } from '../forms/field-errors.ts';
import type { FieldError } from '../submission.ts';
import type { BatchForm } from './batch-form.ts';
import { errorText, parseCell } from './read-cell.ts';

/** A row as it was filed: cells as people write them, or answers in the types of the form's schema. */
export interface FiledRow {
  number: number;
  cells: Readonly<Record<string, unknown>>;
  /** Address of each cell in the file, by field, if known. */
  addresses?: Readonly<Record<string, string>>;
}

/** All answers of a valid row, or every mistake in the row. */
export type CheckedRow =
  | { ok: true; number: number; answers: Record<string, unknown> }
  | { ok: false; number: number; errors: FieldError[] };

/** Reads the cells of a row as answers and collects the mistakes that only cells can have. */
function readCells({ columns }: BatchForm, { cells, addresses = {} }: FiledRow) {
  const answers: Record<string, unknown> = {};
  const mistakes = new Map<string, string>();
  for (const { name, view } of columns) {
    const cell = cells[name];
    const leading = view.follows === undefined ? undefined : answers[view.follows];
    const group = typeof leading === 'string' ? leading : undefined;
    const read =
      typeof cell === 'string' ? parseCell(view, cell, group) : { ok: true as const, answer: cell };
    if (read.ok) answers[name] = read.answer;
    else if (typeof cell === 'string' && isErrorText(cell))
      mistakes.set(name, errorText(cell, addresses[name]));
    else mistakes.set(name, read.message);
  }
  return { answers, mistakes };
}

/** Reports a mistake in one line of a cell as a mistake of the whole cell. */
function inCell({ field, message }: FieldError): FieldError {
  const [name = field, row] = field.split('.');
  return row === undefined
    ? { field, message }
    : { field: name, message: `Dòng ${Number(row) + 1} trong ô: ${message}` };
}

const onlyOf = (answers: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, answers[name]]));

/** Every mistake in the answers given once for all rows. */
export function checkShared({ form, shared }: BatchForm, filed: Record<string, unknown>): FieldError[] {
  const checked = form.schema.safeParse(onlyOf(filed, shared));
  if (checked.success) return [];
  return mistakesIn(form, checked.error.issues).filter(({ field }) => shared.includes(field));
}

/** Checks one row together with the answers given once, which must be valid. */
export function checkRow(batch: BatchForm, shared: Record<string, unknown>, row: FiledRow): CheckedRow {
  const { number } = row;
  const { answers, mistakes } = readCells(batch, row);
  const checked = batch.form.schema.safeParse({ ...onlyOf(shared, batch.shared), ...answers });
  if (checked.success && mistakes.size === 0) return { ok: true, number, answers: checked.data };
  const found = checked.success ? [] : mistakesIn(batch.form, checked.error.issues).map(inCell);
  // A cell that cannot be read has its own message; the schema's is left out.
  const all = new Map([
    ...found.map(({ field, message }): [string, string] => [field, message]),
    ...mistakes,
  ]);
  const errors = batch.columns.flatMap(({ name }) => {
    const message = all.get(name);
    return message === undefined ? [] : [{ field: name, message }];
  });
  return { ok: false, number, errors };
}
