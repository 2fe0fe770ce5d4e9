import { z } from 'zod';

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

const optionsSchema = z.looseObject({
  choices: z.array(z.object({ id: z.string(), name: z.string(), color: z.string() })).exactOptional(),
  linkedTableId: z.string().exactOptional(),
  max: z.number().exactOptional(),
});

/** A field's options as the schema API shows them; which keys stand depends on the type. */
export type FieldOptions = z.infer<typeof optionsSchema>;

/** Reads options from the base's file. */
export const readOptions = (value: unknown): FieldOptions => optionsSchema.parse(value);

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

const attachmentSchema = z.object({
  id: z.string(),
  url: z.string(),
  filename: z.string(),
  /** Only uploaded files have a size and a type. */
  size: z.number().exactOptional(),
  type: z.string().exactOptional(),
});

/** A file in an attachment cell. The stand-in does not fetch files that lie elsewhere. */
export type Attachment = z.infer<typeof attachmentSchema>;

const cellSchema = z.union([
  z.string(),
  z.number(),
  z.literal(true),
  z.array(z.string()),
  z.array(attachmentSchema),
]);

/** What a cell holds; an empty cell and an unticked checkbox are not stored at all. */
export type Cell = z.infer<typeof cellSchema>;

const cellsSchema = z.record(z.string(), cellSchema);

/** Reads a row's cells, by field id, from the base's file. */
export const readCells = (value: unknown): Record<string, Cell> => cellsSchema.parse(value);

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
