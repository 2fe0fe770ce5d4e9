import { digestOf, withDate } from '../../../src/page-record/dated-page.ts';
import { recordPages } from '../../../src/page-record/store.ts';
import { openDatabase } from '../../../src/postgres.ts';
import { expect, test } from '../../fixtures/database.ts';

const page = (words: string, markup = 'p', lang = 'vi') =>
  `<header>Đầu trang</header><main><${markup}>${words}</${markup}> <p>Cập nhật lần cuối: <time data-changed="${lang}" class="x"></time></p></main>`;
const monday = new Date('2026-11-22T17:30:00Z');
const tuesday = new Date('2026-11-24T01:00:00Z');

test('a page keeps its date while it says the same, whatever its markup, and gets a new one with new words', async ({
  db,
}) => {
  const built = (html: string) => [{ path: '/ke-hoach/', digest: digestOf(html) ?? '' }];
  const first = await recordPages(db, built(page('Toàn văn')), monday);
  const same = await recordPages(db, built(page('Toàn văn', 'h1')), tuesday);
  const changed = await recordPages(db, built(page('Toàn văn kế hoạch')), tuesday);
  expect([first, same, changed].map((dates) => dates.get('/ke-hoach/'))).toEqual([monday, monday, tuesday]);
});

test('the date stands in the page in the language of the page, by the day in Việt Nam', () => {
  expect(withDate(page('Chữ'), monday)).toContain(
    '<time datetime="2026-11-23">ngày 23 tháng 11 năm 2026</time>',
  );
  expect(withDate(page('Words', 'p', 'en'), monday)).toContain(
    '<time datetime="2026-11-23">23 November 2026</time>',
  );
});

test('a page without room for a date is left alone', () => {
  expect(digestOf('<main>Không tìm thấy</main>')).toBeNull();
});

test('a database that was never migrated takes every page for new', async ({ postgres }) => {
  const db = openDatabase(postgres.url);
  const dates = await recordPages(db, [{ path: '/', digest: 'x' }], monday);
  await db.end();
  expect(dates).toEqual(new Map([['/', monday]]));
});
