/** The field types that Airtable's schema API can create (airtable.md, “Schema”). */
const fieldTypes = [
  'singleLineText',
  'multilineText',
  'richText',
  'email',
  'url',
  'phoneNumber',
  'number',
  'percent',
  'date',
  'dateTime',
  'checkbox',
  'singleSelect',
  'multipleSelects',
  'multipleAttachments',
  'multipleRecordLinks',
  'rating',
  'duration',
] as const;

/** Types that Airtable computes. The API cannot create them, but staff can turn a column into one. */
const computedTypes = ['multipleLookupValues', 'formula'] as const;

/** A field type that the stand-in knows. */
export type FieldType = (typeof fieldTypes)[number] | (typeof computedTypes)[number];

/** Whether a value names a field type that the stand-in knows. */
export const isFieldType = (value: unknown): value is FieldType =>
  [...fieldTypes, ...computedTypes].some((type) => type === value);

/** Whether nobody can write into a column of this type. */
export const isComputed = (type: FieldType): boolean => computedTypes.some((computed) => computed === type);

/** An option of a select field. */
export interface Choice {
  id: string;
  name: string;
  color: string;
}

/** A field's options as the schema API shows them; which keys stand depends on the type. */
export interface FieldOptions {
  choices?: Choice[];
  linkedTableId?: string;
  max?: number;
  [key: string]: unknown;
}

/** A column. */
export interface Field {
  id: string;
  name: string;
  type: FieldType;
  description?: string;
  options?: FieldOptions;
}

/** A table with its columns in order; the first created is the primary one. */
export interface Table {
  id: string;
  name: string;
  description?: string;
  primaryFieldId: string;
  fields: Field[];
  views: { id: string; name: string; type: 'grid' }[];
}

/** A file in an attachment cell: the address of one elsewhere, which is not fetched, or of one that was uploaded here. */
export interface Attachment {
  id: string;
  url: string;
  filename: string;
  /** Of one that was uploaded. */
  size?: number;
  type?: string;
}

/** What a cell holds; an empty cell and an unticked checkbox are not stored at all. */
export type Cell = string | number | true | string[] | Attachment[];

/** Whether the parts of a cell are files. */
export const isAttachments = (cell: string[] | Attachment[]): cell is Attachment[] =>
  typeof cell[0] === 'object';

/** A row: cells by field id, times in milliseconds since 1970. */
export interface Row {
  id: string;
  createdMs: number;
  /** Null until someone edits the row after it was made. */
  modifiedMs: number | null;
  cells: Record<string, Cell>;
}
