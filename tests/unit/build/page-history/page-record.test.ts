import { BuiltPages } from '../../../../src/build/page-history/built-pages.ts';
import { withDate } from '../../../../src/build/page-history/dated-page.ts';
import { readKnownPages, recordPages } from '../../../../src/build/page-history/store.ts';
import { type Database, openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';

const page = (words: string, markup = 'p', lang = 'vi') =>
  `<header>Đầu trang</header><main><${markup}>${words}</${markup}> <p>Cập nhật lần cuối: <time data-changed="${lang}" class="x"></time></p></main>`;
const monday = new Date('2026-11-22T17:30:00Z');
const tuesday = new Date('2026-11-24T01:00:00Z');

/** One build after another, of one page each: the days that the page shows. */
async function build(db: Database, html: string, now: Date): Promise<Date | undefined> {
  const pages = new BuiltPages(await readKnownPages(db), now);
  pages.date('/ke-hoach/', html);
  await recordPages(db, pages.dated);
  return pages.dated.get('/ke-hoach/')?.changedAt;
}

test('a page keeps its date while it says the same, whatever its markup, and gets a new one with new words', async ({
  db,
}) => {
  expect(await build(db, page('Toàn văn'), monday)).toEqual(monday);
  expect(await build(db, page('Toàn văn', 'h1'), tuesday)).toEqual(monday);
  expect(await build(db, page('Toàn văn kế hoạch'), tuesday)).toEqual(tuesday);
  expect((await readKnownPages(db)).get('/ke-hoach/')?.changedAt).toEqual(tuesday);
});

test('a page is given back with its day, and listed with the same when it may be found', () => {
  const pages = new BuiltPages(new Map(), monday);
  const shown = pages.date('/a/', `<link rel="canonical" href="https://example.gov.vn/a/">${page('Chữ')}`);
  expect(shown).toContain('ngày 23 tháng 11 năm 2026');
  pages.date('/b/', page('Không tìm được'));
  expect(pages.listed).toEqual([{ path: '/a/', changedAt: monday }]);
});

test('the date stands in the page in the language of the page, by the day in Việt Nam', () => {
  expect(withDate(page('Chữ'), monday)).toContain(
    '<time datetime="2026-11-23">ngày 23 tháng 11 năm 2026</time>',
  );
  expect(withDate(page('Words', 'p', 'en'), monday)).toContain(
    '<time datetime="2026-11-23">23 November 2026</time>',
  );
});

test('a page without room for a date is given back as it is, and not recorded', () => {
  const pages = new BuiltPages(new Map(), monday);
  expect(pages.date('/404/', '<main>Không tìm thấy</main>')).toBe('<main>Không tìm thấy</main>');
  expect(pages.dated.size).toBe(0);
});

test('a database that was never migrated takes every page for new', async ({ postgres }) => {
  const db = openDatabase(postgres.url);
  expect(await build(db, page('Chữ'), monday)).toEqual(monday);
  await db.end();
});
