import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readSettings } from '../../src/filing/settings/server/store.ts';
import { dataSets } from '../../src/gallery/open-data/catalogue.ts';
import { readEditions } from '../../src/gallery/open-data/server/editions.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { freezeYear } from '../../src/progress/years/server/freeze-year.ts';
import { keepYearPages, readYearPages } from '../../src/progress/years/server/year-pages.ts';
import { followRows } from '../../src/vocabulary/owner-settings.ts';
import { expect, test } from '../fixtures/database.ts';
import { storeAll } from '../fixtures/hidden-rows.ts';
import { siteFrom } from '../fixtures/site-with-stories.ts';

test.describe.configure({ mode: 'default' });
let site: Awaited<ReturnType<typeof siteFrom>>;
test.beforeAll(async ({ postgres }) => {
  site = await siteFrom(postgres.url, storeAll);
});
test.afterAll(() => site.close());
test.afterEach(() => followRows([]));

/** Words of a story, a question with its answer, a plan and a list, which pages of the site show when the year is closed. */
const marks = ['zqcongbo', 'zqhoicong', 'zqkhcong', 'zqyclosednguoi'];

/** Everything that was public is taken back. */
async function takeBack(db: Database): Promise<void> {
  await db.query(`update stories set state = 'go-bo', withdrawn_reason = 'Thử.' where state = 'cong-bo'`);
  await db.query('delete from public_answers');
  await db.query(
    `update unit_filings set shown = shown || '{"plan": null, "unitName": null}' where form = 'ke-hoach-don-vi'`,
  );
  await db.query(
    `update settings set value = value || '{"takenOff": {"on": "2026-12-31", "reason": "Thử."}}' where value ->> 'is' = 'comment'`,
  );
}

test('of pages as the site really built them nothing is left in the archive of a year once it was taken back', async () => {
  const isIn = (text: string) => marks.filter((mark) => text.includes(mark));
  await site.store(async (db) => {
    followRows(await readSettings(db));
    const now = new Date();
    const siteUrl = site.origin;
    const nowhere = await freezeYear(db, 2027, { withSums: false, siteUrl: 'http://127.0.0.1:9/', now });
    expect(nowhere.editions, 'nothing is frozen in part').toBe('unserved');
    expect(await readEditions(db)).toEqual([]);
    const { paths, known, editions } = await freezeYear(db, 2026, { withSums: false, siteUrl, now });
    expect([...(editions instanceof Map ? editions.keys() : [])]).toEqual(dataSets.map(({ id }) => id));
    expect(await keepYearPages(db, 2026, { siteUrl: site.origin, paths, known })).toEqual([]);
    const kept = await readYearPages(db);
    expect(isIn(kept.map(({ html }) => html).join('\n'))).toEqual(marks);
  });
  await site.rebuild(takeBack);
  const zip = unzipSync(readFileSync(join(site.folder, 'nam/2026/trang.zip')));
  const files = Object.entries(zip).map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }));
  expect(files.filter(({ name, text }) => isIn(name + text).length > 0).map(({ name }) => name)).toEqual([]);
  const frozen = dataSets.map(({ id }) => ({
    id,
    text: readFileSync(join(site.folder, `api/v1/nam/2026/${id}.json`), 'utf8'),
  }));
  expect(frozen.filter(({ text }) => isIn(text).length > 0).map(({ id }) => id)).toEqual([]);
  const plan = (path: string) => JSON.parse(readFileSync(join(site.folder, 'api/v1', path), 'utf8'));
  expect(plan('nam/2026/ke-hoach.json').rows.map(({ id }: { id: string }) => id)).toEqual(
    plan('ke-hoach.json').clauses.map(({ id }: { id: string }) => id),
  );
  // Whoever opens one page of the archive sees it with its styles.
  const opened = files.filter(({ name }) => name.endsWith('.html'));
  for (const { name, text } of opened) {
    expect(text, name).toMatch(/<style>[^<]{2000}/);
    expect(text, name).not.toContain('rel="stylesheet"');
  }
  const names = files.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['trang/tieu-chi/index.html', 'trang/tien-do/index.html']));
  expect(names).not.toContain('trang/index.html');
  const year = readFileSync(join(site.folder, 'nam/2026/index.html'), 'utf8');
  expect(year).toContain(
    'Trang /hoi-dap/ không còn trong tệp các trang, vì có nêu một câu hỏi và câu trả lời',
  );
});
