import type { QueuedSubmission, Submission } from '../../filing/submission.ts';

/** Types that the schema API can create. https://airtable.com/developers/web/api/field-model */
export type ColumnType =
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

/** A cell as the API accepts it; undefined means empty. */
export type Cell = string | number | boolean | string[] | undefined;

/** What the sync tells staff in a row. */
export interface Told {
  /** Where the story stands on the site; tables of submissions have no such column. */
  onSite?: string | undefined;
  /** What is wrong and what to type; empty when all is well. */
  why?: string | undefined;
  address?: string | undefined;
  /** The `Mã` of the story that came from a nomination. */
  story?: string | undefined;
  /** Private addresses of a draft. */
  preview?: string | undefined;
  confirm?: string | undefined;
  /** What the unit answered: a choice, its words, and when, ISO. */
  answered?: string | undefined;
  unitWords?: string | undefined;
  answeredAt?: string | undefined;
  /** ISO. */
  liveAt?: string | undefined;
  /** What was read or made of a row, in one sentence. */
  summary?: string | undefined;
  /** The private address of the page on which staff check the row. */
  page?: string | undefined;
  /** What two people think of a nomination, once both have written. */
  reviews?: string | undefined;
  /** Which letters went to the unit. */
  letters?: string | undefined;
  /** Of a release: where it stands, what it holds, and how much of it is decided, told and shown. */
  stage?: string | undefined;
  holds?: string | undefined;
  decidedCount?: string | undefined;
  toldCount?: string | undefined;
  shownCount?: string | undefined;
}

/** A column that the code relies on. */
export interface Column {
  name: string;
  type: ColumnType;
  choices?: readonly string[];
  /** Decimal places of a number; 0 by default. */
  precision?: number;
  /** What a submission says here; it is written when the row is new or its answer changed. */
  cell?: (submission: Submission) => Cell;
  /** The same, but every delivery writes it again. */
  isAlways?: true;
  /** What a delivery has to say to staff; each one writes it. A column without `cell` and `note` is written by staff alone. */
  note?: (delivery: QueuedSubmission) => Cell;
  /** The property under which the sync reads the cell back. */
  field?: string;
  /** The cell is read as typed: a pasted table loses its first column where blanks are trimmed. */
  isRaw?: true;
  /** The property of what the sync alone writes here, for staff to read. */
  told?: keyof Told;
  /** One sentence for staff, shown by Airtable beside the name of the column. */
  description?: string;
}

/** What stands beside a column without a sentence of its own. */
export const plainDescription = (name: string): string =>
  `Trang dùng cột này dưới tên “${name}”. Đổi tên được; đừng xóa, đừng đổi kiểu.`;

/** What Airtable shows beside the name of a column. It tells a renamed column from another one where no database remembers it. */
export const descriptionOf = ({ name, description }: Column): string => description ?? plainDescription(name);

/** A table that the code relies on; its first column is the primary one. */
export interface Table {
  name: string;
  /** The column by which rows are upserted. */
  mergeColumn: string;
  columns: readonly Column[];
}
