import { globSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { measureSite, nonsense, siteQueries } from '../../../../scripts/bench/search/site-quality.ts';
import { askDocs } from '../../../../src/search/ask-docs.ts';
import { writeDocs } from '../../../../src/search/doc.ts';
import { MemoryIndex } from '../../../../src/search/memory-index.ts';
import { builtSections } from '../../../../src/site/site-sections.ts';
import { fold } from '../../../../src/vietnamese/fold.ts';
import { formerNamesOf } from '../../../../src/vocabulary/former-unit-names.ts';
import { communes } from '../../../../src/vocabulary/units.ts';
import { siteIndexDocs } from '../../../fixtures/site-index.ts';

// The real index of the site, from its content. `npm run bench:search` prints the figures.
const docs = siteIndexDocs();
const index = new MemoryIndex(docs);
const first = async (query: string) => (await askDocs(index, query)).found[0]?.doc;

/** Keys of an input method that was off are all that is put right in the questions. */
const mended = ['phieeus ddeef cuwr cas nhaan → phieu de cu ca nhan'];

test('what people type has the right page first, and always among three', async () => {
  const someTuned = siteQueries.tuned.filter((_, at) => at % 3 === 0);
  for (const set of [someTuned, siteQueries.heldOut]) {
    const { asked, missed, suggested } = await measureSite(index, set);
    expect(missed.filter(({ isAmongThree }) => !isAmongThree)).toEqual([]);
    expect(1 - missed.length / asked, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.97);
    expect(suggested).toEqual(set === someTuned ? [] : mended);
  }
});

test('questions that nobody had seen are answered as well as when their causes were mended', async () => {
  for (const set of Object.values(siteQueries.unseen)) {
    const { asked, missed } = await measureSite(index, set);
    // Some questions name pages that only a built site with stories has.
    expect(1 - missed.length / asked, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.91);
  }
});

test('the first result waits for at most 40 kB', () => {
  expect(gzipSync(writeDocs(docs), { level: 9 }).length).toBeLessThan(40_000);
});

test('every page of the site map but the search is found by its name', async () => {
  const { sections } = builtSections(globSync('src/pages/**/*.{astro,ts}'));
  const pages = sections.flatMap((section) => section.pages).filter(({ href }) => href !== '/tim-kiem/');
  const hrefs = new Set(docs.map(({ href }) => href));
  expect(pages.filter(({ href }) => !hrefs.has(href))).toEqual([]);
});

test('initials lead to the unit, of today or before; an abbreviation in capitals is no word', async () => {
  for (const [typed, code] of [
    ['STNMT', 'so-nong-nghiep-va-moi-truong'],
    ['sở KHĐT', 'so-tai-chinh'],
    ['SLĐTBXH', 'so-noi-vu'],
    ['SXD', 'so-xay-dung'],
  ] as const)
    expect((await first(typed))?.codes, typed).toContain(code);
  expect((await first('trí tuệ nhân tạo'))?.href).toContain('/ke-hoach/');
});

test('the subject of a page outweighs a rare word of one wording', async () => {
  expect((await first('nộp báo cáo online'))?.href).toBe('/bao-cao-nam/');
});

test('nonsense, markup, formulas and the very short find nothing and are not asked back', async () => {
  for (const query of nonsense)
    expect(await askDocs(index, query), query).toMatchObject({ found: [], meant: null });
});

test('every commune is first for its name, with tones and without', async () => {
  for (const { fullName, code } of communes) {
    expect((await first(fullName))?.codes, fullName).toContain(code);
    // Without tones, “Lộc Thành” and “Lộc Thạnh” are one.
    expect(fold((await first(fold(fullName)))?.title ?? ''), fullName).toBe(fold(fullName));
  }
});

test('every former name leads to a unit that was formed from it', async () => {
  const missed: string[] = [];
  for (const names of formerNamesOf.values())
    for (const { name } of names) {
      const found = await first(name);
      if (!found || ![found.title, ...found.names, ...found.former].includes(name)) missed.push(name);
    }
  expect(missed).toEqual([]);
});

test('every clause is first for its number in each notation', async () => {
  for (const doc of docs.filter(({ kind, codes }) => kind === 'muc' && /^[iv]/.test(codes[0] ?? '')))
    for (const number of [doc.codes[0] ?? '', (doc.codes[0] ?? '').replaceAll('-', '.').toUpperCase()])
      expect((await first(number))?.href, number).toBe(doc.href);
});

test('every title is first for itself', async () => {
  const missed: string[] = [];
  for (const doc of docs) {
    const found = await first(doc.title);
    if (found?.title !== doc.title) missed.push(`${doc.title} → ${found?.title}`);
  }
  expect(missed).toEqual([]);
});

test('no name in the list of pages is the title of a clause', () => {
  const titles = new Set(
    docs.filter(({ kind }) => kind === 'muc').map(({ names: [title] }) => fold(title ?? '')),
  );
  const pages = docs.filter(({ kind }) => kind === 'trang' || kind === 'bieu-mau');
  expect(pages.flatMap(({ names }) => names.filter((name) => titles.has(fold(name))))).toEqual([]);
});

test('a duty of a body that the plan names leads to that body on the page of duties', () => {
  const places = docs
    .filter(({ kind }) => kind === 'viec')
    .map(({ title, href }) => `${title.split(':')[0]} ${href}`);
  expect(places).toContain('Sở Nông nghiệp và Môi trường /phan-cong/#so-nong-nghiep-va-moi-truong');
  expect(places.filter((place) => place.startsWith('Các ') && place.includes('#'))).toEqual([]);
});
