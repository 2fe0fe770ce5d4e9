import { expect, test } from '@playwright/test';
import { measureSite, nonsense, siteQueries } from '../../../../scripts/bench/search/site-quality.ts';
import { askDocs } from '../../../../src/search/ask-docs.ts';
import { MemoryIndex } from '../../../../src/search/memory-index.ts';
import { fold } from '../../../../src/vietnamese/fold.ts';
import { formerNamesOf } from '../../../../src/vocabulary/former-unit-names.ts';
import { communes } from '../../../../src/vocabulary/units.ts';
import { siteIndexDocs } from '../../../fixtures/site-index.ts';

// The real index of the site, from its content. `npm run bench:search` prints the figures.
const docs = siteIndexDocs();
const index = new MemoryIndex(docs);
const first = async (query: string) => (await askDocs(index, query)).found[0]?.doc;

/** Keys of an input method that was off, and spaces left out, are all that is put right in the questions. */
const mended = [
  'phieeus ddeef cuwr cas nhaan → phieu de cu ca nhan',
  'sonoivu → so noi vu',
  'so yte → so y te',
];

test('what people type has the right page first, and always among three', async () => {
  const someTuned = siteQueries.tuned.filter((_, at) => at % 3 === 0);
  for (const set of [someTuned, siteQueries.heldOut]) {
    const { asked, missed, suggested } = await measureSite(index, set);
    expect(missed.filter(({ isAmongThree }) => !isAmongThree)).toEqual([]);
    expect(1 - missed.length / asked, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.97);
    expect(suggested).toEqual(set === someTuned ? [] : mended);
  }
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
