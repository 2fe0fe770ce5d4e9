import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexPages } from '../../../../src/build/search-index/index-pages.ts';
import { intoParts } from '../../../../src/build/search-index/into-parts.ts';
import type { PartsList } from '../../../../src/search/parts-list.ts';
import { expect, test, writePage } from './site.ts';

const stories = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const file = (name: string): string => join('dien-hinh', name, 'index.html');

test.beforeEach(async ({ site }) => {
  for (const name of stories) await writePage(site, `dien-hinh/${name}`, `<h1>Chuyện ${name}</h1>`);
  await writePage(site, 'lien-he', '<h1>Liên hệ</h1>');
});

const build = (site: string): Promise<number> => indexPages(site, join(site, 'kept'), { most: 2 });
const listOf = async (site: string): Promise<PartsList> =>
  JSON.parse(await readFile(join(site, 'pagefind/parts.json'), 'utf8'));
const fragmentsOf = async (site: string, part: string): Promise<string[]> =>
  (await readdir(join(site, 'pagefind', part, 'fragment'))).toSorted();

test('few stories share one part with all other pages', () => {
  const files = [file('a'), file('b'), join('lien-he', 'index.html')];
  expect(intoParts(files, 2)).toEqual([files]);
});

test('the map and the complete list are no stories', () => {
  const files = [file('a'), file('b'), file('ban-do'), file('ban-do-so'), file('tat-ca')];
  expect(intoParts(files, 2)[0]).toEqual([file('ban-do'), file('tat-ca')]);
});

test('many stories are dealt out to parts of their own, each once, in their order, and stay where they are', () => {
  const files = [...stories.map(file), join('lien-he', 'index.html')];
  const [first, ...others] = intoParts(files, 2);
  expect(first).toEqual([join('lien-he', 'index.html')]);
  expect(others).toHaveLength(4);
  expect(others.flat().toSorted()).toEqual(stories.map(file));
  for (const part of others) expect(part).toEqual(part.toSorted());
  const without = intoParts(files.slice(1), 2);
  expect(without.slice(1).flat()).toHaveLength(7);
  expect(without.slice(1).every((part, at) => part.every((each) => others[at]?.includes(each)))).toBe(true);
});

test('every page is in just one part, and only the first carries Pagefind’s programs', async ({ site }) => {
  expect(await build(site)).toBe(9);
  const { parts } = await listOf(site);
  const pages = await Promise.all(['', ...parts].map((part) => fragmentsOf(site, part).catch(() => [])));
  expect(pages[0]).toHaveLength(1);
  expect(pages.every((each) => each.length > 0)).toBe(true);
  expect(new Set(pages.flat()).size).toBe(9);
  const [one = ''] = parts;
  expect((await readdir(join(site, 'pagefind', one))).filter((name) => /js$|^wasm/.test(name))).toEqual([]);
});

test('a story that changed has its own part made anew, and no other', async ({ site }) => {
  await build(site);
  const before = await listOf(site);
  await writePage(site, 'dien-hinh/c', '<h1>Chuyện khác hẳn</h1>');
  expect(await build(site)).toBe(9);
  const after = await listOf(site);
  expect(after.edition).not.toBe(before.edition);
  expect(after.parts.filter((part) => !before.parts.includes(part))).toHaveLength(1);
  const published = await readdir(join(site, 'pagefind'));
  expect(before.parts.filter((part) => published.includes(part))).toHaveLength(before.parts.length - 1);
});

test('what has not changed is not made again, and what nobody shows is forgotten', async ({ site }) => {
  await build(site);
  const { parts } = await listOf(site);
  const madeAt = () => Promise.all(parts.map(async (part) => (await stat(join(site, 'kept', part))).mtimeMs));
  const first = await madeAt();
  await build(site);
  expect(await madeAt()).toEqual(first);
  await rm(join(site, 'dien-hinh'), { recursive: true });
  expect(await build(site)).toBe(1);
  expect((await readdir(join(site, 'kept'))).filter((name) => parts.includes(name))).toEqual([]);
  expect(await listOf(site)).toMatchObject({ parts: [] });
});

test('a part whose making was cut short is made again', async ({ site }) => {
  await build(site);
  const { parts } = await listOf(site);
  const cut = join(site, 'kept', parts[0] ?? '');
  await rm(join(cut, 'ids.json'));
  await writeFile(join(cut, 'files', 'pagefind-entry.json'), '');
  expect(await build(site)).toBe(9);
  expect(await readFile(join(site, 'pagefind', parts[0] ?? '', 'pagefind-entry.json'), 'utf8')).toContain(
    'vi',
  );
});

test('files that bear the names of the last build are not read again, those of another name are', async ({
  site,
}) => {
  const names = new Map(stories.map((name) => [`/dien-hinh/${name}/`, name]));
  const named = () =>
    indexPages(site, join(site, 'kept'), { most: 2, nameOf: (address) => names.get(address) ?? null });
  await named();
  const before = await listOf(site);
  // Were they read, each would be other than it was.
  for (const name of stories) await writePage(site, `dien-hinh/${name}`, `<h1>Mới ${name}</h1>`);
  expect(await named()).toBe(9);
  expect(await listOf(site)).toEqual(before);
  names.set('/dien-hinh/c/', 'c again');
  await named();
  const after = await listOf(site);
  expect(after.parts.filter((part) => !before.parts.includes(part))).toHaveLength(1);
  expect(await build(site)).toBe(9);
  expect((await listOf(site)).parts.filter((part) => before.parts.includes(part))).toEqual([]);
});

test('a list of stamps that was cut short is as good as none', async ({ site }) => {
  const named = () => indexPages(site, join(site, 'kept'), { most: 2, nameOf: (address) => address });
  await named();
  await writeFile(join(site, 'kept', 'stamps.json'), '{"madeBy":');
  await writePage(site, 'dien-hinh/c', '<h1>Chuyện khác hẳn</h1>');
  const before = await listOf(site);
  expect(await named()).toBe(9);
  expect(await listOf(site)).not.toEqual(before);
});
