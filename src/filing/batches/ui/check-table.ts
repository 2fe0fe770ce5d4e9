import { cleanAnswer, cleanText } from '../../../vietnamese/clean-text.ts';
import type { FieldError } from '../../submission.ts';
import type { BatchForm } from '../batch-form.ts';
import { maxBatchRows } from '../batch-form.ts';
import { checkRow, checkShared } from '../check-rows.ts';
import { pageErrors } from '../faults.ts';
import type { TableRow } from '../rows.ts';
import { tableField } from '../uploaded-table.ts';

/** The answers given once, cleaned as the server cleans them. */
export function sharedAnswers(form: HTMLFormElement): Record<string, unknown> {
  const answers = [...new FormData(form)]
    .filter(([name, value]) => name !== tableField && typeof value === 'string')
    .map(([name, value]) => [name, cleanAnswer(value)]);
  return Object.fromEntries(answers);
}

const cleaned = ({ number, cells }: TableRow): TableRow => ({
  number,
  cells: Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cleanText(cell)])),
});

/** The mistakes in the answers given once and in each row; the server finds them with the same code. */
export interface TableCheck {
  shared: FieldError[];
  rows: FieldError[];
  /** Number of rows without mistakes. */
  right: number;
}

/** The mistakes of one row. */
export function mistakesOfRow(
  batch: BatchForm,
  shared: Record<string, unknown>,
  row: TableRow,
): FieldError[] {
  const checked = checkRow(batch, shared, cleaned(row));
  return checked.ok ? [] : checked.errors;
}

/** Checks a whole table; no rows or too many are a mistake of the table. */
export function checkTable(batch: BatchForm, form: HTMLFormElement, rows: readonly TableRow[]): TableCheck {
  const answers = sharedAnswers(form);
  const shared = checkShared(batch, answers);
  if (rows.length === 0) {
    shared.push({
      field: tableField,
      message: 'Bảng chưa có dòng nào. Gõ vào bảng, dán từ Excel hoặc chọn tệp.',
    });
  }
  if (rows.length > maxBatchRows) {
    const message = `Bảng có ${rows.length} dòng, mỗi lần gửi nhiều nhất ${maxBatchRows} dòng. Chưa dòng nào được gửi: để ${rows.length - maxBatchRows} dòng sang lần sau.`;
    shared.push({ field: tableField, message });
  }
  const mistakes = rows.map((row) => ({ row, errors: mistakesOfRow(batch, answers, row) }));
  return {
    shared,
    rows: mistakes.flatMap(({ row, errors }) => pageErrors(batch, row.number, errors)),
    right: mistakes.filter(({ errors }) => errors.length === 0).length,
  };
}
