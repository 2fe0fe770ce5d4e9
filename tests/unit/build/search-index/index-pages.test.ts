import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { indexPages } from '../../../../src/build/search-index/index-pages.ts';
import { readPageText } from '../../../../src/build/search-index/read-pages.ts';
import { SearchIndexError } from '../../../../src/build/search-index/search-index-error.ts';
import { readDocs, searchDoc, writeDocs } from '../../../../src/search/doc.ts';
import { docFiles } from '../../../../src/search/document-engine.ts';
import { expect, test, writePage } from './site.ts';

async function fragments(site: string): Promise<string[]> {
  const folder = join(site, 'pagefind', 'fragment');
  const files = await readdir(folder);
  return Promise.all(
    files.map(async (file) => gunzipSync(await readFile(join(folder, file))).toString('utf8')),
  );
}

test('indexes the texts of stories, under their own address and in the shadow spelling', async ({ site }) => {
  await writePage(site, 'dien-hinh/den-duong', '<h1>Đèn đường</h1><p>Điều hoà</p>');
  expect(await indexPages(site)).toBe(1);
  const [only = '', ...others] = await fragments(site);
  expect(others).toEqual([]);
  expect(only).toContain('"/dien-hinh/den-duong/"');
  expect(only).toContain('Ḏèn ḏường');
  expect(only).toContain('Ḏiều hòa');
  expect(only).not.toMatch(/[đĐ]/);
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

const page = (main: string, head = '') =>
  `<html lang="vi"><head><meta name="description" content="Hỏi ai.">${head}</head><body><main>${main}</main></body></html>`;

test('the text of a page is that of its main part, without what is drawn, run or filled in', () => {
  const main =
    '<h1>Liên hệ</h1><p>Sở Nội vụ</p><p>trả lời</p><script>1</script><svg><title>Hoa văn</title></svg><form>Ô</form><div class="aside">Bên lề</div>';
  expect(readPageText('/lien-he/', page(main))).toEqual({
    href: '/lien-he/',
    title: 'Liên hệ',
    summary: 'Hỏi ai.',
    text: 'Liên hệ Sở Nội vụ trả lời',
  });
});

test('leaves out what stands elsewhere, what search engines may not list, and other languages', () => {
  expect(readPageText('/ke-hoach/ii/', page('<h1>A</h1>'))).toBeNull();
  expect(readPageText('/dien-hinh/a/', page('<h1>A</h1>'))).toBeNull();
  expect(readPageText('/a/', page('<h1>A</h1>', '<meta name="robots" content="noindex">'))).toBeNull();
  expect(readPageText('/en/', page('<h1>A</h1>').replace('"vi"', '"en"'))).toBeNull();
});

test('texts lie beside the documents, and a page without a document gets one', async ({ site }) => {
  await mkdir(join(site, 'chi-muc'), { recursive: true });
  await mkdir(join(site, 'lien-he'), { recursive: true });
  await mkdir(join(site, 'moi'), { recursive: true });
  const file = join(site, 'chi-muc', docFiles.docs);
  const contact = searchDoc({ kind: 'trang', href: '/lien-he/', title: 'Liên hệ', summary: '' });
  const clause = { ...contact, href: '/ke-hoach/ii/', title: 'II', text: 'Nội dung thi đua' };
  await writeFile(file, writeDocs([contact, clause]));
  await writeFile(join(site, 'lien-he', 'index.html'), page('<h1>Liên hệ</h1>'));
  await writeFile(join(site, 'moi', 'index.html'), page('<h1>Trang mới</h1><p>Chuyện mới</p>'));
  await indexPages(site);
  const docs = readDocs(await readFile(file, 'utf8'));
  expect(docs.map(({ href, title, text }) => [href, title, text])).toEqual([
    ['/lien-he/', 'Liên hệ', ''],
    ['/ke-hoach/ii/', 'II', ''],
    ['/moi/', 'Trang mới', ''],
  ]);
  const texts = JSON.parse(await readFile(join(site, 'chi-muc', docFiles.texts), 'utf8'));
  expect(texts).toMatchObject({ '/moi/': 'Trang mới Chuyện mới', '/ke-hoach/ii/': 'Nội dung thi đua' });
});
