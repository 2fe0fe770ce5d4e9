import type { QueuedSubmission } from '../../filing/submission.ts';

/** Types that the schema API can create. https://airtable.com/developers/web/api/field-model */
type ColumnType =
  | 'singleLineText'
  | 'multilineText'
  | 'richText'
  | 'email'
  | 'phoneNumber'
  | 'url'
  | 'number'
  | 'date'
  | 'dateTime'
  | 'checkbox'
  | 'singleSelect'
  | 'multipleSelects'
  | 'multipleAttachments';

/** A cell as the API takes it; undefined is an empty one. */
export type Cell = string | number | boolean | string[] | undefined;

/** A column that the code relies on. */
export interface Column {
  name: string;
  type: ColumnType;
  choices?: readonly string[];
  /** Places behind the comma of a number; none where it is left out. */
  precision?: number;
  /** What a delivery writes into it; without, only staff write it. */
  cell?: (submission: QueuedSubmission) => Cell;
  /** It is written with every delivery; others when the row is new, or their answers changed since it was written. */
  isAlways?: true;
  /** The field of the code under which its cell is read back. */
  field?: string;
}

/** A table that the code relies on; its first column is the primary one. */
export interface Table {
  name: string;
  /** The column by which rows are upserted. */
  mergeColumn: string;
  columns: readonly Column[];
}
