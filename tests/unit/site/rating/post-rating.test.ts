import { recordPages } from '../../../../src/build/page-history/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { postRating } from '../../../../src/site/rating/post-rating.ts';
import { countRating, readRatings } from '../../../../src/site/rating/store.ts';
import { expect, test } from '../../../fixtures/database.ts';

const rate = (db: Database, answers: Record<string, string>, headers: Record<string, string> = {}) =>
  postRating(
    new Request('http://localhost/api/ratings', {
      method: 'POST',
      headers,
      body: new URLSearchParams(answers),
    }),
    { count: (rating) => countRating(db, rating), withinLimit },
  );
const withinLimit = async () => true;
const json = { accept: 'application/json' };

test.beforeEach(async ({ db }) => {
  await recordPages(db, new Map([['/ke-hoach/ii-3/', { digest: 'x', changedAt: new Date() }]]));
});

test('ratings are counted a page and a month, and nothing else is kept', async ({ db }) => {
  for (const useful of ['co', 'co', 'khong']) {
    const answer = await rate(db, { page: '/ke-hoach/ii-3/', useful });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ke-hoach/ii-3/#da-danh-gia']);
  }
  const month = expect.stringMatching(/^\d{4}-\d{2}$/);
  expect(await readRatings(db)).toEqual([{ page: '/ke-hoach/ii-3/', month, useful: 2, notUseful: 1 }]);
  const { rows } = await db.query(
    `select column_name from information_schema.columns where table_name = 'ratings' order by ordinal_position`,
  );
  expect(rows.map(({ column_name }) => column_name)).toEqual(['page', 'month', 'useful', 'not_useful']);
});

test('a caller that wants JSON is told so', async ({ db }) => {
  const answer = await rate(db, { page: '/ke-hoach/ii-3/', useful: 'co' }, json);
  expect([answer.status, await answer.json()]).toEqual([201, { page: '/ke-hoach/ii-3/' }]);
});

for (const [what, answers, status] of [
  ['a page that the site never had', { page: '/khong-co/', useful: 'co' }, 404],
  ['an address elsewhere', { page: '//example.com/', useful: 'co' }, 400],
  ['an address with a host', { page: 'https://example.com/', useful: 'co' }, 400],
  ['another answer than yes or no', { page: '/ke-hoach/ii-3/', useful: 'maybe' }, 400],
  ['no answer', { page: '/ke-hoach/ii-3/' }, 400],
] as const) {
  test(`${what} is refused with ${status} and counts nothing`, async ({ db }) => {
    expect((await rate(db, answers)).status).toBe(status);
    expect(await readRatings(db)).toEqual([]);
  });
}

test('a rating sent from another site is refused', async ({ db }) => {
  const answer = await rate(
    db,
    { page: '/ke-hoach/ii-3/', useful: 'co' },
    { 'sec-fetch-site': 'cross-site' },
  );
  expect(answer.status).toBe(403);
});

test('a browser that hides its page, as older Safari does of a receipt, is counted; one that names another site is not', async ({
  db,
}) => {
  const rating = { page: '/ke-hoach/ii-3/', useful: 'co' };
  expect((await rate(db, rating, { origin: 'null' })).status).toBe(303);
  expect((await rate(db, rating, { origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await rate(db, rating, { origin: 'https://khac.example' })).status).toBe(403);
});

test('when the store is out of reach, a browser is told so on the page, JSON with 503', async ({ db }) => {
  await db.query('drop table ratings');
  const browser = await rate(db, { page: '/ke-hoach/ii-3/', useful: 'co' });
  expect(browser.headers.get('location')).toBe('/ke-hoach/ii-3/#chua-danh-gia');
  expect((await rate(db, { page: '/ke-hoach/ii-3/', useful: 'co' }, json)).status).toBe(503);
});
