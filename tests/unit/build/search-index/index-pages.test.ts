import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { indexPages } from '../../../../src/build/search-index/index-pages.ts';
import { SearchIndexError } from '../../../../src/build/search-index/search-index-error.ts';
import { searchable } from '../../../../src/search/sections.ts';
import { expect, test, writePage } from './site.ts';

async function fragments(site: string): Promise<string[]> {
  const folder = join(site, 'pagefind', 'fragment');
  const files = await readdir(folder);
  return Promise.all(
    files.map(async (file) => gunzipSync(await readFile(join(folder, file))).toString('utf8')),
  );
}

test('indexes what a page marks, under their own address and in the shadow spelling', async ({ site }) => {
  await writePage(site, 'dien-hinh/den-duong', '<h1>Đèn đường</h1><p>Điều hoà</p>');
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
  await writePage(site, 'dien-hinh/a', '<h1>A</h1>');
  await indexPages(site);
  const files = await readdir(join(site, 'pagefind'));
  expect(files.filter((file) => /\.(?:js|css)$/.test(file)).toSorted()).toEqual([
    'pagefind-worker.js',
    'pagefind.js',
  ]);
});

test('a site without stories has an empty index, and a second run works', async ({ site }) => {
  expect(await indexPages(site)).toBe(0);
  await writePage(site, 'dien-hinh/a', '<h1>A</h1>');
  expect(await indexPages(site)).toBe(1);
});

test('Pagefind’s list of files tells a changed index from one that is the same', async ({ site }) => {
  const entry = async () => {
    await indexPages(site);
    return readFile(join(site, 'pagefind', 'pagefind-entry.json'), 'utf8');
  };
  await writePage(site, 'dien-hinh/a', '<h1>A</h1><p>ao cá</p>');
  const first = await entry();
  expect(await entry()).toBe(first);
  // The same words in another order: only the text of the page is another.
  await writePage(site, 'dien-hinh/a', '<h1>A</h1><p>cá ao</p>');
  expect(await entry()).not.toBe(first);
});

test('a fault stops the build', async ({ site }) => {
  await writePage(site, 'dien-hinh/a', '<h1>A</h1>');
  await mkdir(join(site, 'b.html'));
  await expect(indexPages(site)).rejects.toThrow(SearchIndexError);
});

test('of a page that marks nothing it takes the main part, without the narrow column and without clauses', async ({
  site,
}) => {
  const body =
    '<h1>Liên hệ</h1><p>Sở Nội vụ</p><div class="clause">Mục khác</div><div class="aside">Bên lề</div>';
  await writePage(site, 'lien-he', body, 'class="x"');
  expect(await indexPages(site)).toBe(1);
  const [only = ''] = await fragments(site);
  expect(only).toContain('Sở Nội vụ');
  expect(only).toContain('"section":["trang"]');
  expect(only).not.toMatch(/Mục khác|Bên lề/);
});

test('leaves out what repeats other pages, what search engines may not keep, and other languages', () => {
  const page = '<html lang="vi"><head></head><body><main><h1>A</h1></main></body></html>';
  expect(searchable('/lien-he/', page)).toContain('data-pagefind-body');
  expect(searchable('/ke-hoach/', page)).toBeNull();
  expect(searchable('/', page)).toBeNull();
  const hidden = page.replace('<head>', '<head><meta name="robots" content="noindex">');
  expect(searchable('/lien-he/', hidden)).toBeNull();
  expect(searchable('/en/', page.replace('"vi"', '"en"'))).toBeNull();
  const own = hidden.replace('<main', '<main data-pagefind-body');
  expect(searchable('/dien-hinh/a/', own)).toContain('<main data-pagefind-body><h1>A</h1></main>');
});

test('hands over the facts of the head and the main part, without what is drawn or run', () => {
  const fact = '<meta name="search:year" data-pagefind-filter="year[content]" content="2026">';
  const head = `<head><title>A</title>${fact}<style>a{}</style></head>`;
  const main =
    '<main data-pagefind-body><svg><title>Hoa văn</title></svg><h1>A</h1><script>1</script></main>';
  const page = `<html lang="vi">${head}<body><header>Đầu</header>${main}<footer>Chân</footer></body></html>`;
  expect(searchable('/dien-hinh/a/', page)).toBe(
    `<!doctype html><html lang="vi"><head>${fact}</head><body><main data-pagefind-body><h1>A</h1></main></body></html>`,
  );
});
