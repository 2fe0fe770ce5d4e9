import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { centresOf } from '../../src/gallery/map/centres.ts';
import { modelsFor } from '../../src/gallery/sheets/models-for.ts';
import { sheetTypesetter } from '../../src/gallery/sheets/server/sheet-pdf.ts';
import { sheetOf } from '../../src/gallery/sheets/sheet.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import { communes } from '../../src/vocabulary/units.ts';
import { expect, test } from '../fixtures/database.ts';
import { filesOf, filesWith, textOf, textOfBytes } from '../fixtures/file-texts.ts';
import { siteFrom } from '../fixtures/site-with-stories.ts';
import { reasons, shown, storeWhole, theirs, withheld } from '../fixtures/whole-rows.ts';

// Every file that is made of a story: of what nobody may see there is nothing in any of them. For answers see embargo-answers.spec.ts.
test.describe.configure({ mode: 'default', timeout: 240_000 });
let site: Awaited<ReturnType<typeof siteFrom>>;

test.beforeAll(async ({ postgres }) => {
  test.setTimeout(240_000);
  site = await siteFrom(postgres.url, storeWhole);
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

test('the notice boards of all 95 communes have the model that is shown, and no other', async () => {
  const stories = await site.store((db) => readPublished(db, { samples: false }));
  const centres = centresOf(readFileSync('content/units/communes.topojson', 'utf8'));
  const set = sheetTypesetter('a4');
  for (const commune of communes) {
    const drawn = stories.map((story) => ({ ...story, photo: null }));
    const sheet = sheetOf(
      commune,
      modelsFor(commune.code, drawn, [], centres),
      new URL('https://example.gov.vn'),
    );
    // Words may be broken at the end of a line.
    const text = textOfBytes(Buffer.from(set(sheet))).replace(/[\s\u00ad\u2010-]+/g, '');
    expect(text.includes('zqhien'), commune.name).toBe(true);
    expect(theirs.exec(text)?.[0], commune.name).toBeUndefined();
  }
});
