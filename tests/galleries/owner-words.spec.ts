import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../src/platform/postgres.ts';
import { namedSlots } from '../../src/vocabulary/slots.ts';
import { aJpeg } from '../fixtures/a-picture.ts';
import { expect, test } from '../fixtures/database.ts';
import { filesOf, textOf } from '../fixtures/file-texts.ts';
import { siteFrom, storing } from '../fixtures/site-with-stories.ts';
import { honoree, model, storeFiles } from '../fixtures/whole-rows.ts';

// Every slot that a row fills is filled in every file of the site, and a contact can be called and written to.
test.describe.configure({ mode: 'default', timeout: 240_000 });
let site: Awaited<ReturnType<typeof siteFrom>>;

/** Slots of each story's own and of times by state: tests/unit/vocabulary/slots.test.ts. */
const others = ['đầu mối của đơn vị', 'sở nội vụ công bố'];
const said = (key: string) => `zq ${key} “&” "<b>" 0251 - 3822 501, truc@dongnai.gov.vn`;

async function fillAll(db: Database): Promise<void> {
  for (const { key } of namedSlots)
    await db.query(`insert into settings (record_id, table_name, value) values ($1, 'Cài đặt', $2)`, [
      `rec${key}`,
      JSON.stringify({ is: 'value', key, value: said(key) }),
    ]);
  const document = { version: '1.0.0', columns: [{ key: 'id', title: 'Mã' }], rows: [['MH-7608']] };
  await db.query(`insert into data_editions (year, data_set, document) values (2026, 'dien-hinh', $1)`, [
    JSON.stringify(document),
  ]);
}

test.beforeAll(async ({ postgres }) => {
  test.setTimeout(240_000);
  site = await siteFrom(postgres.url, async (db) => {
    await storing([model('hien', 8), honoree('hien', 9)])(db);
    await storeFiles(db, await aJpeg(1600, 1000));
    await fillAll(db);
  });
});
test.afterAll(() => site.close());

test('no file of the site has a slot that a row fills', () => {
  // A script carries whole lists of content/; what it shows of them stands in the page.
  const files = filesOf(site.folder).filter((path) => !path.startsWith('_astro/'));
  const open = files.flatMap((path) =>
    [...textOf(join(site.folder, path)).matchAll(/\[điền:([^\]]*)\]/gu)]
      .map(([, inner = '']) => inner.replace(/[\s\u00a0\u2060]+/gu, ' ').trim())
      .filter((slot) => !others.includes(slot))
      .map((slot) => `${path}: ${slot}`),
  );
  expect(open).toEqual([]);
});

test('what a row says is written as each kind of file takes it', () => {
  const files = filesOf(site.folder);
  for (const path of files.filter((file) => file.endsWith('.json')))
    expect(() => JSON.parse(readFileSync(join(site.folder, path), 'utf8')), path).not.toThrow();
  const kit = textOf(join(site.folder, 'bao-chi/tu-lieu.zip'));
  for (const key of ['bao-chi.nguoi-truc', 'anh.dieu-kien', 'du-lieu-mo.giay-phep'])
    expect(kit).toContain(said(key));
  const json = (path: string) =>
    z.looseObject({}).parse(JSON.parse(readFileSync(join(site.folder, path), 'utf8')));
  for (const path of ['api/v1/dien-hinh.json', 'api/v1/nam/2026/dien-hinh.json'])
    expect(json(path).licence).toBe(said('du-lieu-mo.giay-phep'));
});

test('a contact that a row says is a link wherever a page prints it, and never within another', () => {
  const pages = filesOf(site.folder).filter((path) => path.endsWith('.html'));
  for (const path of pages) {
    const html = readFileSync(join(site.folder, path), 'utf8');
    const text = html.replaceAll(/<(script|style|title|button|summary|option|textarea)\b[\s\S]*?<\/\1>/g, '');
    for (const found of text.matchAll(/>([^<]*0251 - 3822 501[^<]*)</g))
      expect(
        html.slice(0, html.indexOf(found[0])).endsWith('"tel:+842513822501"'),
        `${path}: ${found[1]}`,
      ).toBe(true);
    expect(/<a\b[^>]*>(?:(?!<\/a>)[\s\S])*<a\b/.test(html), path).toBe(false);
  }
  const press = readFileSync(join(site.folder, 'bao-chi/index.html'), 'utf8');
  expect(press).toContain(
    '<a href="tel:+842513822501">0251 - 3822 501</a>, <a href="mailto:truc@dongnai.gov.vn">',
  );
});
