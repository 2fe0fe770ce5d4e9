import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { fileOfTool } from '../../../scripts/tools/install-tool.ts';
import { redirectsFile } from '../../../src/build/page-history/write-redirects.ts';
import { headersOf } from '../../../src/build/security/header-rules.ts';
import { headersFile } from '../../../src/build/security/write-headers.ts';
import type { Redirect } from '../../../src/gallery/stories/server/publication-log.ts';
import { redirectOf } from '../../../src/server/files/redirect-of.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

// What Netlify makes of the two files that a build writes for it, read with its own parsers: the same as our server answers.

const parse = z.function({ input: [z.unknown()], output: z.promise(z.unknown()) });

/** Reads a text as a file of this name with one of Netlify's parsers. */
async function read(parser: string, name: string, options: (file: string) => object, text: string) {
  const folder = await temporaryFolder();
  const file = join(folder.path, name);
  await writeFile(file, text);
  const found: unknown = await import(pathToFileURL(await fileOfTool('netlify', parser)).href);
  const functions = z.record(z.string(), parse).parse({ ...z.looseObject({}).parse(found) });
  const [parseAll = parse.implement(async () => undefined)] = Object.values(functions);
  const result = await parseAll({ ...options(file), minimal: true });
  await folder.remove();
  return result;
}

const headersSchema = z.object({
  headers: z.array(z.object({ for: z.string(), values: z.record(z.string(), z.string()) })),
  errors: z.array(z.unknown()),
});

test('Netlify gives each file the headers that our server gives it', async () => {
  const scripts = ['page.aaaa.js', 'form.bbbb.css'];
  const options = (file: string) => ({ headersFiles: [file], configHeaders: [] });
  const { headers, errors } = headersSchema.parse(
    await read('@netlify/headers-parser', '_headers', options, headersFile(scripts)),
  );
  expect(errors).toEqual([]);
  const takes = (rule: string, path: string) =>
    rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;
  for (const path of [
    ...['/', '/ke-hoach/ii-3/', '/robots.txt', '/anh/dh-1.png', '/api/v1/ke-hoach.json', '/du-lieu/'],
    ...scripts.map((name) => `/_astro/${name}`),
  ]) {
    const rules = headers.filter((rule) => takes(rule.for, path));
    const names = rules.flatMap(({ values }) => Object.keys(values));
    expect(new Set(names).size, `${path}: no header twice`).toBe(names.length);
    expect(Object.assign({}, ...rules.map(({ values }) => values)), path).toEqual(headersOf(path));
  }
});

const redirectsSchema = z.object({
  redirects: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      status: z.union([z.literal(301), z.literal(410)]),
      force: z.literal(false),
    }),
  ),
  errors: z.array(z.unknown()),
});

const redirects: readonly Redirect[] = [
  { from: '/dien-hinh/to-cu/', to: '/dien-hinh/to-moi/', status: 301 },
  { from: '/dien-hinh/go/', to: '/da-go/dh-1/', status: 410 },
  { from: encodeURI('/dien-hinh/tổ-cũ/'), to: '/dien-hinh/to-moi/', status: 301 },
  { from: '/kehoach/*', to: '/ke-hoach/:splat', status: 301 },
  { from: '/tracuu', to: '/tra-cuu/', status: 301 },
];

test('Netlify reads each redirect as our server does', async () => {
  const options = (file: string) => ({ redirectsFiles: [file], configRedirects: [] });
  const result = redirectsSchema.parse(
    await read('@netlify/redirect-parser', '_redirects', options, redirectsFile(redirects)),
  );
  expect(result.errors).toEqual([]);
  const written = result.redirects.map(({ from, to, status }) => ({ from, to, status }));
  // With its last slash or without, a path is the same to both.
  for (const { from } of redirects) {
    const path = from.replace('*', 'ii-3/');
    expect(redirectOf(written, path), from).toMatchObject({ to: redirectOf(redirects, path)?.to });
  }
  expect(written).toHaveLength(redirects.length);
});
