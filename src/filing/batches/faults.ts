import type { FieldError } from '../submission.ts';
import type { BatchForm } from './batch-form.ts';
import { tableField } from './uploaded-table.ts';

/** The mistakes of a row, each with its column. */
export function rowMistakes({ columns }: BatchForm, errors: readonly FieldError[]): string[] {
  return errors.map(({ field, message }) => {
    const column = columns.find(({ name }) => name === field);
    const isNamed = !column || message.includes(column.view.label) || message.includes(column.heading);
    return isNamed ? message : `${column.heading}: ${message}`;
  });
}

/** The mistakes of a row as mistakes of the page, which names a cell `bang.3.name`. */
export function pageErrors(form: BatchForm, row: number, errors: readonly FieldError[]): FieldError[] {
  const faults = rowMistakes(form, errors);
  return errors.map(({ field }, index) => ({
    field: [tableField, row, ...(field ? [field] : [])].join('.'),
    message: `Dòng ${row}: ${faults[index] ?? ''}`,
  }));
}
