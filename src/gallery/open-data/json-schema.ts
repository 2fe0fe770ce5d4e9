import { surenessLevels } from '../stories/sureness.ts';
import { dataPaths } from './catalogue.ts';
import type { ColumnFacts, DataSet } from './data-set.ts';

const text = { type: 'string' };
const orNull = { type: ['string', 'null'] };

/** Figures before and after, each with how sure it is. */
const indicators = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'before', 'after', 'unit', 'change', 'sureness'],
    properties: {
      name: text,
      before: orNull,
      after: orNull,
      unit: orNull,
      change: orNull,
      sureness: { enum: surenessLevels.map(({ id }) => id) },
      later: { type: 'object', properties: { month: text, figure: text } },
    },
  },
} as const;

/** What `nested` adds to the rows of stories. */
const ofStories: Readonly<Record<string, object>> = {
  indicators,
  photo: {
    type: ['object', 'null'],
    required: ['address', 'width', 'height', 'alt', 'caption', 'credit'],
    properties: {
      address: { type: 'string', format: 'uri' },
      width: { type: 'integer' },
      height: { type: 'integer' },
      alt: text,
      caption: orNull,
      credit: text,
    },
  },
  corrections: {
    type: 'array',
    items: {
      type: 'object',
      required: ['day', 'text'],
      properties: { day: { type: 'string', format: 'date' }, text },
    },
  },
};

/** What `nested` adds to the rows of each data set. */
const nestedSchemas: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'dien-hinh': ofStories,
  'ap-dung': { indicators },
};

const plain = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  uri: { type: 'string', format: 'uri' },
  list: { type: 'array', items: { type: 'string' } },
} as const;

/** The schema of a column's value in JSON. */
function valueSchema({ type, title, about, required }: ColumnFacts): object {
  const schema = plain[type];
  const isNullable = !required && type !== 'list';
  return { ...schema, ...(isNullable && { type: [schema.type, 'null'] }), title, description: about };
}

/** The schema of a row of a data set in JSON. */
function rowSchema({ columns, id }: DataSet): object {
  const values = columns.filter(({ isTableOnly }) => !isTableOnly);
  const nested = nestedSchemas[id] ?? {};
  return {
    type: 'object',
    required: [...values.map(({ key }) => key), ...Object.keys(nested)],
    properties: {
      ...Object.fromEntries(values.map((column) => [column.key, valueSchema(column)])),
      ...nested,
    },
  };
}

/** The JSON Schema (2020-12) of a data set's JSON file. Members that it does not name may be added at any time. */
export function jsonSchemaOf(set: DataSet, origin: URL): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: new URL(dataPaths(set.id).schema, origin).href,
    title: set.title,
    description: set.about,
    ...documentSchema(set),
  };
}

/** The schema of the whole document, as JSON Schema and OpenAPI 3.1 share it. */
export const documentSchema = (set: DataSet) => ({
  type: 'object',
  required: [
    'title',
    'publisher',
    'credit',
    'licence',
    'address',
    'version',
    'generatedAt',
    'total',
    set.member,
  ],
  properties: {
    title: text,
    publisher: text,
    credit: { type: 'string', description: 'Cách ghi nguồn.' },
    licence: text,
    address: { type: 'string', format: 'uri' },
    describedBy: { type: 'string', format: 'uri' },
    schema: { type: 'string', format: 'uri' },
    version: { type: 'string', description: 'Phiên bản cấu trúc.' },
    generatedAt: { type: 'string', format: 'date-time' },
    total: { type: 'integer', description: 'Số dòng.' },
    [set.member]: { type: 'array', items: rowSchema(set) },
  },
});
