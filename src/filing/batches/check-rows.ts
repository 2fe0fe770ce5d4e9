import { mistakesIn } from '../forms/field-errors.ts';
import type { FieldError } from '../submission.ts';
import type { BatchForm } from './batch-form.ts';
import { isErrorText } from '../../platform/spreadsheet/error-text.ts';
import { errorText, readCell } from './read-cell.ts';

/** A row with what was filed in it: text as people write it, or answers as the form's schema takes them. */
export interface FiledRow {
  number: number;
  cells: Readonly<Record<string, unknown>>;
  /** Where cells stand in the file, by field, if that is known. */
  addresses?: Readonly<Record<string, string>>;
}

/** A row that can be stored, with all answers of its filing, or every mistake in it. */
export type CheckedRow =
  | { ok: true; number: number; answers: Record<string, unknown> }
  | { ok: false; number: number; errors: FieldError[] };

/** The cells of a row as answers, and the mistakes that only a cell can have. */
function readCells({ columns }: BatchForm, { cells, addresses = {} }: FiledRow) {
  const answers: Record<string, unknown> = {};
  const mistakes = new Map<string, string>();
  for (const { name, view } of columns) {
    const cell = cells[name];
    const leading = view.follows === undefined ? undefined : answers[view.follows];
    const group = typeof leading === 'string' ? leading : undefined;
    const read = typeof cell === 'string' ? readCell(view, cell, group) : { ok: true as const, answer: cell };
    if (read.ok) answers[name] = read.answer;
    else if (typeof cell === 'string' && isErrorText(cell))
      mistakes.set(name, errorText(cell, addresses[name]));
    else mistakes.set(name, read.message);
  }
  return { answers, mistakes };
}

/** A mistake in a row of a cell is one of the cell. */
function inCell({ field, message }: FieldError): FieldError {
  const [name = field, row] = field.split('.');
  return row === undefined
    ? { field, message }
    : { field: name, message: `Dòng ${Number(row) + 1} trong ô: ${message}` };
}

const onlyOf = (answers: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, answers[name]]));

/** Every mistake in the answers that are given once for all rows. */
export function checkShared({ form, shared }: BatchForm, filed: Record<string, unknown>): FieldError[] {
  const checked = form.schema.safeParse(onlyOf(filed, shared));
  if (checked.success) return [];
  return mistakesIn(form, checked.error.issues).filter(({ field }) => shared.includes(field));
}

/** Checks one row together with what is given once, which is right. */
export function checkRow(batch: BatchForm, shared: Record<string, unknown>, row: FiledRow): CheckedRow {
  const { number } = row;
  const { answers, mistakes } = readCells(batch, row);
  const checked = batch.form.schema.safeParse({ ...onlyOf(shared, batch.shared), ...answers });
  if (checked.success && mistakes.size === 0) return { ok: true, number, answers: checked.data };
  const found = checked.success ? [] : mistakesIn(batch.form, checked.error.issues).map(inCell);
  // What a cell cannot mean is said in its own words.
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
