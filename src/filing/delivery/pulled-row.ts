import type { RowColumns } from '../row-columns.ts';

/** A row of the back office as pulled: cells by property name, without the empty cells. */
export interface PulledRow {
  recordId: string;
  cells: Record<string, unknown>;
  columns?: RowColumns;
  /** What stands in the columns that the sync alone writes, by property; empty cells as ''. A column that cannot be written has no entry. */
  told?: Readonly<Record<string, string>>;
}

/** A value without what PostgreSQL cannot store: the character NUL, and halves of characters. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storable(part)]));
}

/** A row whose cells can all be stored. */
export const storableRow = <T extends PulledRow>(row: T): T => ({
  ...row,
  cells: Object.fromEntries(Object.entries(row.cells).map(([field, cell]) => [field, storable(cell)])),
});

/** What staff call the column of a property. */
export const nameOfColumn = ({ columns }: Pick<PulledRow, 'columns'>, property: string): string =>
  columns?.names[property] ?? property;

/** Whether the cell of a property can be read. */
export const isAvailable = ({ columns }: Pick<PulledRow, 'columns'>, property: string): boolean =>
  !columns?.unavailable.includes(property);
