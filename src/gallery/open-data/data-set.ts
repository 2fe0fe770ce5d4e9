import { z } from 'zod';
import type { FoundClause } from '../../plan/outline.ts';
import type { Adoption } from '../adoptions/adoption.ts';
import type { Story, WithdrawnStory } from '../story.ts';
import type { DataState } from './data-state.ts';
import type { UnitStanding } from './unit-standing.ts';

/** A value of a data set. A list is an array in JSON and joined by “; ” in tables. */
export type Cell = string | number | boolean | null | readonly string[];

/** Whether a value is a list. */
export const isList = (cell: Cell): cell is readonly string[] => Array.isArray(cell);

/** A value as a cell of a table. */
export const inTable = (cell: Cell): string | number | null => {
  if (isList(cell)) return cell.join('; ');
  return typeof cell === 'boolean' ? String(cell) : cell;
};

const text = z.string().min(1);

/** A column, as the dictionary describes it. */
const columnSchema = z.strictObject({
  /** Member in JSON. Keys are a contract: they may be added, never renamed. */
  key: text,
  /** Heading in CSV and XLSX; as fixed as the key. */
  title: text,
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'datetime', 'uri', 'list']),
  /** What the value says. */
  about: text,
  /** Never empty. */
  required: z.boolean().default(false),
  /** A column of CSV and XLSX alone, whose facts JSON gives in another way. */
  isTableOnly: z.boolean().default(false),
});

/** What a data set is: content/open-data/<id>.json. */
const factsSchema = z.strictObject({
  /** Name in addresses: `/du-lieu/<id>/`, `/api/v1/<id>.json`. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: text,
  /** What a row is and where it comes from. */
  about: text,
  /** What the rows cover: time, place, what is left out. */
  coverage: text,
  /** The page that shows the same to readers. */
  page: text,
  /** Member of the JSON document that holds the rows. */
  member: text,
  /** Keys of the columns that tell rows apart. */
  primaryKey: z.array(text).min(1),
  /** Texts too long for a cell of a spreadsheet: no XLSX is offered. */
  isLongText: z.boolean().default(false),
  columns: z.array(columnSchema).min(1),
});

/** See `columnSchema`; `terms` are the values that occur, with their names. */
export type ColumnFacts = z.infer<typeof columnSchema> & {
  terms?: Readonly<Record<string, string>> | undefined;
};

/** What data sets are made of: the published records of a build, and the plan. */
export interface Sources {
  stories: readonly Story[];
  adoptions: readonly Adoption[];
  /** Stories that were public and no longer are. */
  withdrawn: readonly WithdrawnStory[];
  clauses: readonly FoundClause[];
  /** Where the units stand with what they owe under the plan. */
  standings: readonly UnitStanding[];
  /** The data sets as the last public build knew them. */
  states?: readonly DataState[];
  /** Where the site stands. */
  origin: URL;
}

/** How the value of each column is found in a row. */
export type Reads<Row> = Readonly<Record<string, (row: Row) => Cell>>;

interface Definition<Row> {
  columns: Reads<Row>;
  terms?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  read: (sources: Sources) => readonly Row[];
  /** Further members of a row in JSON, for what no cell can hold. */
  nested?: (row: Row) => object;
  /** Further members of the JSON document. */
  head?: (sources: Sources) => object;
}

/** The dictionary of a data set and the code that reads it name different columns. */
class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
}

/** A data set: one definition from which files, dictionary, schemas and pages are made. Throws where the dictionary does not fit. */
export function defineDataSet<Row>(file: unknown, definition: Definition<Row>) {
  const { columns: described, ...facts } = factsSchema.parse(file);
  const { columns: reads, terms, read, nested, head } = definition;
  const unread = described.filter(({ key }) => !(key in reads)).map(({ key }) => key);
  const undescribed = Object.keys(reads).filter((name) => !described.some(({ key }) => key === name));
  if (unread.length + undescribed.length > 0)
    throw new DictionaryError(
      `content/open-data/${facts.id}.json: ${[...unread, ...undescribed].join(', ')}`,
    );
  return {
    ...facts,
    columns: described.map((column): ColumnFacts => ({ ...column, terms: terms?.[column.key] })),
    /** The rows, each with a cell for every column. */
    rowsOf: (sources: Sources): Cell[][] =>
      read(sources).map((row) => described.map(({ key }) => reads[key]?.(row) ?? null)),
    nestedOf: (sources: Sources): readonly object[] | null => (nested ? read(sources).map(nested) : null),
    headOf: (sources: Sources): object => head?.(sources) ?? {},
  };
}

/** See `defineDataSet`. */
export type DataSet = ReturnType<typeof defineDataSet>;
