import { writeTabs } from '../../platform/spreadsheet/read-text.ts';
import type { BatchForm } from './batch-form.ts';
import { tableHeadings } from './headings.ts';

/** Rows as a table of text that is read as the same rows, with nothing to leave out: the form's own headings, one line a row. */
export function plainTable(
  { columns }: BatchForm,
  rows: readonly { number: number; cells: Readonly<Record<string, string>> }[],
): string {
  const headings = [tableHeadings.number, ...columns.map(({ heading }) => heading)];
  const lines = rows.map(({ number, cells }) => [
    String(number),
    ...columns.map(({ name }) => cells[name] ?? ''),
  ]);
  return lines.length > 0 ? writeTabs([headings, ...lines]) : '';
}
