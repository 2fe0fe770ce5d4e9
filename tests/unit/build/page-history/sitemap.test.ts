import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { isListed, writeSitemap } from '../../../../src/build/page-history/sitemap.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const origin = new URL('https://example.gov.vn');
const monday = new Date('2026-11-22T17:30:00Z');

test('pages are listed in files of a limited length, which the index names with their last day', async () => {
  const { path: folder, remove } = await temporaryFolder();
  const pages = [
    { path: '/c/', changedAt: null },
    { path: '/a/', changedAt: new Date('2026-10-01T00:00:00Z') },
    { path: '/b/', changedAt: monday },
  ];
  await writeSitemap(pages, pathToFileURL(`${folder}/`), origin, 2);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  expect((await readdir(folder)).toSorted()).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-index.xml']);
  expect(await read('sitemap-index.xml')).toContain(
    '<sitemap><loc>https://example.gov.vn/sitemap-1.xml</loc><lastmod>2026-11-23</lastmod></sitemap>\n' +
      '<sitemap><loc>https://example.gov.vn/sitemap-2.xml</loc></sitemap>',
  );
  expect(await read('sitemap-1.xml')).toContain(
    '<url><loc>https://example.gov.vn/a/</loc><lastmod>2026-10-01</lastmod></url>\n' +
      '<url><loc>https://example.gov.vn/b/</loc><lastmod>2026-11-23</lastmod></url>',
  );
  expect(await read('sitemap-2.xml')).toContain('<url><loc>https://example.gov.vn/c/</loc></url>');
  await remove();
});

test('a page is listed when it names its address and does not keep itself out', () => {
  const canonical = '<link rel="canonical" href="https://example.gov.vn/">';
  expect(isListed(canonical)).toBe(true);
  expect(isListed('<meta name="robots" content="noindex">')).toBe(false);
  expect(isListed(`${canonical}<meta name="robots" content="noindex">`)).toBe(false);
});
