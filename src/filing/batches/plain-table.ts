import { writeTabs } from '../../platform/spreadsheet/read-text.ts';
import type { BatchForm } from './batch-form.ts';
import { tableHeadings } from './headings.ts';

/** Writes rows as a text table with the form's headings, one line a row; reading it gives the same rows and leaves nothing out. */
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
