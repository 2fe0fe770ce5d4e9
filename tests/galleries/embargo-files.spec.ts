import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { centresOf } from '../../src/gallery/map/centres.ts';
import { findOut, readOut } from '../../src/gallery/press/release-kit/server/read-releases.ts';
import { getReleasePage } from '../../src/gallery/press/release-kit/server/release-page.ts';
import { pressTools } from '../../src/gallery/press/server/press-tools.ts';
import { modelsFor } from '../../src/gallery/sheets/models-for.ts';
import { sheetTypesetter } from '../../src/gallery/sheets/server/sheet-pdf.ts';
import { sheetOf } from '../../src/gallery/sheets/sheet.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import { storySlug } from '../../src/gallery/stories/slug.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { communes } from '../../src/vocabulary/units.ts';
import { aJpeg } from '../fixtures/a-picture.ts';
import { expect, test } from '../fixtures/database.ts';
import { filesOf, filesWith, textOf, textOfBytes } from '../fixtures/file-texts.ts';
import { siteFrom } from '../fixtures/site-with-stories.ts';
import { storyAnswers } from '../fixtures/story-answers.ts';
import { honoree, model, reasons, storeFiles, whole } from '../fixtures/whole-rows.ts';

// Every file that is made of a story, and every answer that is one: of what nobody may see there is nothing in any of them.
test.describe.configure({ mode: 'default', timeout: 240_000 });
let site: Awaited<ReturnType<typeof siteFrom>>;
const origin = 'https://example.gov.vn';
const withheld = Object.keys(reasons).flatMap((reason, place) => [
  model(reason, place),
  honoree(reason, place),
]);
/** A word of a row that nobody may see. Two letters alone stand in fonts and packed pictures, too. */
const theirs = new RegExp(`zq(?:${Object.keys(reasons).join('|')}|lydo)`);
const shown = [model('hien', 8), honoree('hien', 9)];

/** A release that is out, which all of them name as ready: the shown ones, and those that something else keeps back. */
async function releaseAll(db: Database): Promise<void> {
  await db.query(
    `insert into releases (record_id, name, key, release_at, confirmed, begun_at)
     values ('reczqdot', 'Đợt zq', 'dot zq', now(), true, now())`,
  );
  await db.query(
    `insert into release_stories (record_id, id, release, ready) select record_id, id, 'dot zq', true from stories`,
  );
}

test.beforeAll(async ({ postgres }) => {
  test.setTimeout(240_000);
  site = await siteFrom(postgres.url, async (db) => {
    await whole([...shown, ...withheld])(db);
    await storeFiles(db, await aJpeg(1600, 1000));
    await releaseAll(db);
  });
});
test.afterAll(() => site.close());

test('no file of the site has anything of them: posters, tables, credentials, English, photos, crops, feeds, names of files', () => {
  const here = filesWith('zqhien', site.folder);
  for (const part of [
    'dien-hinh/tam-vai.svg',
    'api/v1/dien-hinh.xlsx',
    'api/v1/vinh-danh/',
    'api/v1/quyet-dinh/',
    'en/honorees/index.html',
    'xac-minh/chi-muc.json',
    'rss.xml',
    'bao-chi/index.html',
  ])
    expect(
      here.some((path) => path.includes(part)),
      part,
    ).toBe(true);
  for (const mark of [...Object.keys(reasons).map((reason) => `zq${reason}`), 'zqlydo'])
    expect(filesWith(mark, site.folder), mark).toEqual([]);
  for (const { cells } of withheld)
    expect(filesWith(cells.id.toLowerCase(), site.folder), cells.id).toEqual([]);
  const images = filesOf(join(site.folder, 'anh')).filter((file) => file.endsWith('.jpg'));
  expect(images.length, 'two photos, each in two sizes and three crops').toBe(10);
  for (const file of images) expect(file).toMatch(/^(?:MH-7608|VD-7609)-/);
});

test('each crop has its credit in the file, and nothing else beside the picture', async () => {
  const crops = filesOf(join(site.folder, 'anh')).filter((file) => /-\d+x\d+\.jpg$/.test(file));
  expect(crops).toHaveLength(6);
  for (const file of crops) {
    const { xmpAsString, exif, iptc } = await sharp(join(site.folder, 'anh', file)).metadata();
    expect(xmpAsString, file).toMatch(/photoshop:Credit="zqhien\w+nguon"/);
    expect(xmpAsString, file).toContain(`/d/${file.slice(0, 7)}"`);
    expect([exif, iptc], file).toEqual([undefined, undefined]);
  }
});

test('the poster to print is searched, and has none of them', () => {
  const poster = textOf(join(site.folder, 'dien-hinh/tam-vai-a2.pdf'));
  expect(poster, 'its words can be read').toContain('dệt');
  expect(theirs.exec(poster)?.[0]).toBeUndefined();
});

test('no count tells that they exist', () => {
  const json = (path: string) =>
    z.looseObject({}).parse(JSON.parse(readFileSync(join(site.folder, path), 'utf8')));
  expect(json('api/v1/dien-hinh.json')).toMatchObject({ total: shown.length });
  expect(json('api/v1/chi-so.json')).toMatchObject({ total: shown.length });
  expect(json('api/v1/dinh-chinh.json')).toMatchObject({ total: shown.length });
  expect(json('api/v1/da-go.json')).toMatchObject({ total: 0 });
  expect(Object.keys(json('bao-chi/anh.json'))).toHaveLength(1);
  const text = (path: string) => readFileSync(join(site.folder, path), 'utf8');
  expect(text('rss.xml').match(/<item>/g)).toHaveLength(shown.length);
  expect(text('dien-hinh/tam-vai.svg').match(/<a /g)).toHaveLength(shown.length);
  expect(z.array(z.unknown()).parse(JSON.parse(text('xac-minh/chi-muc.json')))).toHaveLength(shown.length);
  expect(text('dien-hinh/tat-ca/index.html')).toContain('2 điển hình');
  const signed = filesOf(join(site.folder, 'api/v1/vinh-danh'));
  expect(signed.filter((file) => file.endsWith('.json')).toSorted()).toEqual([
    'MH-7608.json',
    'VD-7609.json',
  ]);
});

const answersOf = (db: Database, row: (typeof shown)[number]) =>
  storyAnswers(db, row, { folder: site.folder, origin });
const bodyOf = async (reply: Response) => textOfBytes(Buffer.from(await reply.arrayBuffer()));

test('what is public can be had in every way', async () => {
  await site.store(async (db) => {
    for (const row of shown) {
      const isModel = row.cells.kind === 'Mô hình';
      for (const [what, reply] of await answersOf(db, row)) {
        const isOfModel = ['plan', 'sheet', 'file of the model'].includes(what);
        expect(reply.status, `${row.cells.id}: ${what}`).toBe(isOfModel && !isModel ? 404 : 200);
        if (reply.status === 200 && what !== 'file of the model')
          expect(await bodyOf(reply), `${row.cells.id}: ${what}`).toContain('zqhien');
      }
    }
  });
});

test('of what is not public no function answers with anything, not even where a build once showed it', async () => {
  await site.store(async (db) => {
    for (const wasShown of [false, true]) {
      if (wasShown)
        for (const { cells } of withheld)
          await db.query('insert into shown_stories (id, slug) values ($1, $2) on conflict do nothing', [
            cells.id,
            storySlug(cells.id),
          ]);
      for (const row of withheld)
        for (const [what, reply] of await answersOf(db, row)) {
          const where = `${row.cells.id} ${row.cells.name}: ${what}${wasShown ? ', shown once' : ''}`;
          if (!what.startsWith('verified')) expect(reply.status, where).not.toBe(200);
          const said = (await bodyOf(reply))
            .replaceAll(row.cells.name.toLowerCase(), '')
            .replaceAll(row.cells.decisionNumber.toLowerCase(), '');
          expect(theirs.exec(said)?.[0], where).toBeUndefined();
          expect(said, where).not.toContain('đúng, đang công bố trên trang này</h2>\n<p>zq');
        }
    }
    // No build showed them: a release would tell of them as taken down.
    const ids = withheld.map(({ cells }) => cells.id);
    await db.query('delete from shown_stories where id = any($1)', [ids]);
  });
});

test('the page and the kit of a release that is out have what is shown of it, and nothing of the rest', async () => {
  await site.store(async (db) => {
    // As the sync notes once the public site serves the build.
    await db.query('update shown_stories set unserved_since = null');
    const { readPage } = pressTools(() => db, { SITE_FOLDER: site.folder, isLocal: false, siteUrl: origin });
    for (const name of ['', 'dot-zq', 'dot-zq.zip']) {
      const path = `/bao-chi/dot/${name}${name === 'dot-zq' ? '/' : ''}`;
      const reply = await getReleasePage(new Request(`${origin}${path}`), name, {
        readOut: () => readOut(db, false),
        findOut: (slug) => findOut(db, slug, false),
        readPage,
        origin,
      });
      expect(reply.status, path).toBe(200);
      const said = await bodyOf(reply);
      expect(said, path).toContain(name ? 'zqhien' : 'dot-zq');
      expect(theirs.exec(said)?.[0], path).toBeUndefined();
      for (const { cells } of withheld)
        expect(said.includes(cells.id.toLowerCase()) && said, `${path}: ${cells.id}`).toBe(false);
    }
  });
});

test('the notice boards of all 95 communes have the model that is shown, and no other', async () => {
  const stories = await site.store((db) => readPublished(db, { samples: false }));
  const centres = centresOf(readFileSync('content/units/communes.topojson', 'utf8'));
  const set = sheetTypesetter('a4');
  for (const commune of communes) {
    const drawn = stories.map((story) => ({ ...story, photo: null }));
    const sheet = sheetOf(commune, modelsFor(commune.code, drawn, [], centres), new URL(origin));
    // Words may be broken at the end of a line.
    const text = textOfBytes(Buffer.from(set(sheet))).replace(/[\s\u00ad\u2010-]+/g, '');
    expect(text.includes('zqhien'), commune.name).toBe(true);
    expect(theirs.exec(text)?.[0], commune.name).toBeUndefined();
  }
});
