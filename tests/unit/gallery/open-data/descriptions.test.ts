import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { dataSets, formatsOf } from '../../../../src/gallery/open-data/catalogue.ts';
import { dataPackage } from '../../../../src/gallery/open-data/data-package.ts';
import { csvOf } from '../../../../src/gallery/open-data/files.ts';
import { openApi } from '../../../../src/gallery/open-data/openapi.ts';
import { readText } from '../../../../src/platform/spreadsheet/read-text.ts';
import { lintOpenApi, readDataPackage } from '../../../fixtures/data-tools.ts';
import { serveTables } from './serve-tables.ts';
import { inventedSources } from './sources.ts';

// What the Frictionless tools and linters of OpenAPI ask of the descriptions, cell by cell; then what these tools themselves say.
const { origin } = inventedSources;
const { resources } = dataPackage(origin);

/** What a cell of a type may hold. https://datapackage.org/standard/table-schema/ */
const cellOf: Record<string, z.ZodType> = {
  string: z.string(),
  integer: z.string().regex(/^-?\d+$/),
  number: z.string().regex(/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i),
  boolean: z.enum(['true', 'false']),
  date: z.iso.date(),
  datetime: z.iso.datetime({ offset: true }),
};

for (const [place, set] of dataSets.entries())
  test(`${set.id}: every cell of the table is of the type that its schema states`, () => {
    const resource = resources[place];
    if (!resource) throw new RangeError(set.id);
    const { fields, missingValues, primaryKey } = resource.schema;
    const [headings, ...rows] = readText(csvOf(set, inventedSources).slice(1));
    expect(headings).toEqual(fields.map(({ name }) => name));
    expect(new Set(headings).size, 'names of fields are told apart').toBe(fields.length);
    for (const row of rows)
      for (const [at, field] of fields.entries()) {
        const cell = row[at] ?? '';
        const where = `${field.name}: ${cell}`;
        if (missingValues.includes(cell)) {
          expect('constraints' in field, `${where} is required`).toBe(false);
          expect(primaryKey, where).not.toContain(field.name);
          continue;
        }
        const type = 'format' in field && field.format === 'uri' ? z.url() : cellOf[field.type];
        expect(type?.safeParse(cell).success, where).toBe(true);
      }
  });

const operationSchema = z.looseObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean() }))
    .default([]),
  responses: z.record(z.string(), z.object({ description: z.string().min(1) })),
});

test('every operation of the API has a name of its own, a summary, a known tag, its parameters, and says how it fails', () => {
  const document = openApi(origin);
  const tags = document.tags.map(({ name }) => name);
  const names: string[] = [];
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, one] of Object.entries(item)) {
      const where = `${method} ${path}`;
      const { operationId, parameters, responses, tags: own } = operationSchema.parse(one);
      names.push(operationId);
      expect(tags, where).toEqual(expect.arrayContaining(own));
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(
        parameters
          .filter((parameter) => parameter.in === 'path' && parameter.required)
          .map(({ name }) => name),
        where,
      ).toEqual(inPath);
      expect(
        Object.keys(responses).some((status) => status.startsWith('2')),
        where,
      ).toBe(true);
      expect(
        Object.keys(responses).some((status) => status.startsWith('4')),
        where,
      ).toBe(true);
      expect(path, 'a path has no slash at its end and no query').toMatch(/^\/[^?]*[^?/]$/);
    }
  expect(new Set(names).size).toBe(names.length);
});

test('Redocly’s linter finds nothing in the description of the API, and would find what is missing', async () => {
  const document = openApi(origin);
  expect(await lintOpenApi(document)).toEqual([]);
  const { servers: _, ...without } = document;
  expect(await lintOpenApi(without)).toEqual([expect.stringContaining('no-empty-servers')]);
});

test('Frictionless Data’s own library reads every table of the data package', async () => {
  // It knows no mark of UTF-8, which the tables have for Excel.
  const { origin: served, stop } = await serveTables({ withMark: false });
  const { resources: described, ...rest } = dataPackage(origin);
  const moved = described.map(({ path, ...resource }) => ({
    ...resource,
    path: path.replace(origin.origin, served.origin),
  }));
  const read = await readDataPackage({ ...rest, resources: moved });
  stop();
  expect(read).toEqual(new Map(dataSets.map((set) => [set.id, set.rowsOf(inventedSources).length])));
});

/** Not of the API: the base alone calls it, with a signature. */
const ownCalls = ['/api/base-pings'];

test('the description has every path of the API, and no other', () => {
  const plain = (path: string) =>
    path.replaceAll(/\{(\w+)\}|\[(\w+)\]|:(\w+)/g, (_, a, b, c) => `{${a ?? b ?? c}}`);
  const files = globSync('src/pages/api/**/*.ts').map((file) =>
    plain(file.replace(/^src\/pages|\.ts$/g, '')),
  );
  const functions = globSync('functions/*.ts').flatMap((file) =>
    [...(/ path: ([^;]*)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '').matchAll(/'(\/api\/[^']*)'/g)].map(
      ([, path = '']) => plain(path),
    ),
  );
  const routes = [...files, ...functions].filter((path) => !ownCalls.includes(path));
  expect(routes.length).toBeGreaterThan(25);
  // One route writes the files of all data sets; the description names each.
  const ofSets = /^\/api\/v1\/\{set\}\.(csv|json|xlsx)$/;
  const wanted = routes.flatMap((path) => {
    const [, format] = ofSets.exec(path) ?? [];
    const sets = dataSets.filter((set) => formatsOf(set).some((one) => one === format));
    return format ? sets.map(({ id }) => `/api/v1/${id}.${format}`) : [path];
  });
  expect(Object.keys(openApi(origin).paths).toSorted()).toEqual([...new Set(wanted)].toSorted());
});
