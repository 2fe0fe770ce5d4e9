import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test as base } from '@playwright/test';
import { indexPages, SearchIndexError } from '../../../src/search/index-pages.ts';

const test = base.extend<{ site: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from its pattern
  site: async ({}, use) => {
    const site = await mkdtemp(join(tmpdir(), 'search-'));
    await use(site);
    await rm(site, { recursive: true });
  },
});

async function write(
  site: string,
  path: string,
  body: string,
  attribute = 'data-pagefind-body',
): Promise<void> {
  await mkdir(join(site, path), { recursive: true });
  const html = `<html lang="vi"><head><meta data-pagefind-filter="kind[content]" content="mo-hinh"></head><body><main ${attribute}>${body}</main></body></html>`;
  await writeFile(join(site, path, 'index.html'), html);
}

async function fragments(site: string): Promise<string[]> {
  const folder = join(site, 'pagefind', 'fragment');
  const files = await readdir(folder);
  return Promise.all(
    files.map(async (file) => gunzipSync(await readFile(join(folder, file))).toString('utf8')),
  );
}

test('indexes only story pages, under their own address and in the shadow spelling', async ({ site }) => {
  await write(site, 'dien-hinh/den-duong', '<h1>Đèn đường</h1><p>Điều hoà</p>');
  await write(site, 'lien-he', '<h1>Đơn vị</h1>', 'class="x"');
  expect(await indexPages(site)).toBe(1);
  const [only = '', ...others] = await fragments(site);
  expect(others).toEqual([]);
  expect(only).toContain('"/dien-hinh/den-duong/"');
  expect(only).toContain('Ḏèn ḏường');
  expect(only).toContain('Ḏiều hòa');
  expect(only).not.toMatch(/[đĐ]/);
  expect(only).toContain('"kind":["mo-hinh"]');
});

test('publishes only what the site loads', async ({ site }) => {
  await write(site, 'dien-hinh/a', '<h1>A</h1>');
  await indexPages(site);
  const files = await readdir(join(site, 'pagefind'));
  expect(files.filter((file) => /\.(?:js|css)$/.test(file)).toSorted()).toEqual([
    'pagefind-worker.js',
    'pagefind.js',
  ]);
});

test('a site without stories has an empty index, and a second run works', async ({ site }) => {
  expect(await indexPages(site)).toBe(0);
  await write(site, 'dien-hinh/a', '<h1>A</h1>');
  expect(await indexPages(site)).toBe(1);
});

test('a fault stops the build', async ({ site }) => {
  await write(site, 'dien-hinh/a', '<h1>A</h1>');
  await writeFile(join(site, 'pagefind'), 'a file where the index should go');
  await expect(indexPages(site)).rejects.toThrow(SearchIndexError);
});
