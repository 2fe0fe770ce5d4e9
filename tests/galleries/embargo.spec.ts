import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, test } from '../fixtures/database.ts';
import { filesOf, filesWith, textOf } from '../fixtures/file-texts.ts';
import { commentMark, hiddenLists, noticesOf, shownLists } from '../fixtures/hidden-lists.ts';
import {
  changing,
  hidden,
  hiddenQuestions,
  row,
  shownRow,
  shownRows,
  storeAll,
} from '../fixtures/hidden-rows.ts';
import { siteFrom, storing } from '../fixtures/site-with-stories.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

// One build for all of them.
test.describe.configure({ mode: 'default' });
let site: Awaited<ReturnType<typeof siteFrom>>;

test.beforeAll(async ({ postgres }) => {
  site = await siteFrom(postgres.url, storeAll);
});
test.afterAll(() => site.close());

test('what is not public appears in no page, file, index or file name of the site', () => {
  const holding = (mark: string) => filesWith(mark, site.folder);

  // The search of this test finds what is there: on the page, in both indexes, in the data, in a file name.
  const shown = holding('zqcongbo');
  const parts = [
    'dien-hinh/zqcongbo-duong-dan/',
    'chi-muc/',
    'pagefind/',
    'api/v1/',
    'rss.xml',
    'tam-vai.svg',
    'dien-hinh.xlsx',
  ];
  for (const part of [...parts, 'rss/dinh-chinh.xml', 'xac-minh/chi-muc.json'])
    expect(
      shown.some((path) => path.includes(part)),
      part,
    ).toBe(true);

  for (const [what, { cells }] of Object.entries(hidden)) {
    const mark = /zq[a-z]+(?=ten)/.exec(cells.name)?.[0] ?? '';
    expect(holding(mark), what).toEqual([]);
    expect(holding(cells.id.toLowerCase()), `${what}: its number`).toEqual([]);
  }
  expect(holding('zqlydo'), 'the reason of a story never shown').toEqual([]);
});

test('of plans and reports only what their unit agreed to show is in the site, and of a closed year only what is still public', () => {
  const shown = filesWith('zqkhcong', site.folder);
  expect(shown).toContain('tien-do/ke-hoach-don-vi/index.html');
  expect(shown).toContain('don-vi/so-noi-vu/index.html');
  expect(shown.some((path) => path.startsWith('chi-muc/'))).toBe(true);
  expect(filesWith('zqkhcongtieuchi', site.folder), 'criteria are a fact, not a text').toEqual([]);
  for (const mark of ['zqkhkin', 'zqkhla', 'zqkhcho', 'zqbcnam', 'zqbcla', 'zqdago', '987654', '987.654'])
    expect(filesWith(mark, site.folder), mark).toEqual([]);
  const year = readFileSync(join(site.folder, 'nam/2026/index.html'), 'utf8');
  expect(year).toContain('VD-7007');
  const coverage = readFileSync(join(site.folder, 'tien-do/index.html'), 'utf8');
  expect(/id="so-tai-chinh".*?<\/tr>/s.exec(coverage)?.[0], 'the fact of a plan that is not shown').toContain(
    '2/7/2026',
  );
});

test('of questions only what staff answer in public stands in the site, and nothing of who asked', () => {
  for (const word of ['zqhoicongcauhoi', 'zqhoicongtraloi']) {
    const shown = filesWith(word, site.folder);
    expect(shown, word).toContain('hoi-dap/index.html');
    expect(
      shown.some((path) => path.startsWith('tim-kiem') || path.startsWith('chi-muc')),
      `${word}: in the search`,
    ).toBe(true);
  }
  const ofSender = ['donvi', 'nguoi', 'thu', 'noidung', 'rieng'].map((part) => `zqhoicong${part}`);
  for (const mark of [...ofSender, ...hiddenQuestions])
    expect(filesWith(mark, site.folder), mark).toEqual([]);
});

test('of lists for comment only those whose time has come are in the site, with their files; no comment is, and no proof of what was not shown', async () => {
  const found = (mark: string) => filesWith(mark, site.folder).join();
  for (const list of shownLists) {
    for (const part of ['ten', 'nguoi', 'cancu'])
      expect(found(`${list}${part}`), part).toContain(`lay-y-kien/${list}/`);
    expect(found(`${list}tep.pdf`)).toContain('tep/');
  }
  expect(filesWith('zqyclosedketqua', site.folder)).toContain('lay-y-kien/zqyclosed/index.html');
  for (const mark of [...hiddenLists, commentMark]) expect(filesWith(mark, site.folder), mark).toEqual([]);
  const files = filesOf(join(site.folder, 'tep'));
  expect(files, 'one file for each list that is shown').toHaveLength(shownLists.length);
  const said = z.array(z.object({ id: z.string() }));
  const served = said.parse(JSON.parse(readFileSync(join(site.folder, 'lay-y-kien/dang-hien.json'), 'utf8')));
  expect(served.map(({ id }) => id).toSorted()).toEqual([...shownLists].toSorted());
  await site.store(async (db) => {
    const { rows } = await db.query('select attachment from owner_files where bytes is not null');
    expect(rows, 'the files of all lists are stored').toHaveLength(shownLists.length + hiddenLists.length);
    for (const [list, { status, text }] of await noticesOf(db, site.origin)) {
      // The time of the closed list was over before the site was first looked at.
      expect(status, list).toBe(list === 'zqyopen' ? 200 : 404);
      expect(text.includes(`${list}nguoi`), list).toBe(list === 'zqyopen');
      expect(text, list).not.toContain(commentMark);
    }
  });
});

test('what private addresses show is stored apart from what a build reads, and no address of it is in the site', async () => {
  const held = Object.values(hidden)
    .slice(0, 4)
    .map(({ cells }) => cells.id);
  await site.store(async (db) => {
    const { rows } = await db.query<{ id: string }>(
      `select id from story_previews where fields <> '{}' order by id`,
    );
    const shown = shownRows.map(({ cells }) => cells.id);
    expect(rows.map(({ id }) => id)).toEqual([...held, ...shown].toSorted());
    const drafts = await db.query('select id from stories where id = any($1)', [held.slice(1)]);
    expect(drafts.rows, 'drafts are no stories').toEqual([]);
  });
  const holding = filesWith('xem-truoc', site.folder);
  expect(holding).toContain('xem-truoc/index.html');
  expect(holding.filter((path) => !path.startsWith('xem-truoc/'))).toEqual([]);
});

test('nothing of a decision before its release, and of the tables of staff, is in the site', async () => {
  await site.store(async (db) => {
    const { rows } = await db.query(`select said ->> 'name' as name from award_lines`);
    expect(rows).toEqual([{ name: 'Người zqnguoi' }]);
  });
  for (const mark of [
    'zqso',
    'zqky',
    'zqtrichyeu',
    'zqnguoi',
    'zqnoi',
    'zqquyetdinh',
    'zqbaocao',
    'zqthongke',
  ])
    expect(filesWith(mark, site.folder), mark).toEqual([]);
  const pages = filesWith('/can-bo/', site.folder);
  expect(pages.filter((path) => !path.startsWith('can-bo/'))).toEqual([]);
});

test('the style guide is no page of the production site', () => {
  expect(existsSync(join(site.folder, 'dien-hinh'))).toBe(true);
  expect(existsSync(join(site.folder, 'thiet-ke'))).toBe(false);
});

/** Where files say when they were made. */
const moment = /(?<="(?:generatedat|builtat)":")[^"]*|(?<=dtstamp:)\S*/g;

/** The texts of a site by path, without the moment of its building. */
const contentOf = (folder: string) =>
  new Map(filesOf(folder).map((path) => [path, textOf(join(folder, path)).replace(moment, '')]));

test('a build that takes pages from the cache makes the same site as one that renders them all, and forgets what was taken down', async () => {
  const again = await temporaryFolder();
  const anew = await temporaryFolder();
  const empty = await temporaryFolder();
  const takenDown = { ...shownRow, cells: { ...shownRow.cells, state: 'Gỡ bỏ' } };
  const changed = { ...changing, cells: { ...changing.cells, body: '## Bối cảnh\n\nzqmoi' } };
  const unchanged = 'dien-hinh/zqgiu-duong-dan/index.html';
  const writtenAt = () => statSync(join(site.cache, 'astro/dist', unchanged)).mtimeMs;
  const firstWrittenAt = writtenAt();
  expect(filesWith('zqcongbonoidung', join(site.cache, 'astro/dist'))).toHaveLength(1);
  await site.rebuild(storing([takenDown, changed]), again.path);
  await site.rebuild(storing([]), anew.path, empty.path);

  expect(contentOf(again.path)).toEqual(contentOf(anew.path));
  expect(readFileSync(join(again.path, 'dien-hinh/doi/index.html'), 'utf8')).toContain('zqmoi');
  expect(writtenAt(), 'a page that is the same is not rendered again').toBe(firstWrittenAt);
  for (const folder of [again.path, site.cache])
    for (const mark of ['zqcongboten', 'zqcongbotomtat', 'zqcongbonoidung', 'zqdoinoidung'])
      expect(filesWith(mark, folder), mark).toEqual([]);
  for (const { remove } of [again, anew, empty]) await remove();
});

test('a preview shows what is new and leaves no trace in the database', async () => {
  const folder = await temporaryFolder();
  const digest = (of: string) =>
    /"digest":"([^"]*)"/.exec(readFileSync(join(of, 'api/v1/build.json'), 'utf8'))?.[1];
  await site.store(storing([row('zqthem', 'MH-7010')]));
  const before = await site.stored();
  expect(before.size).toBeGreaterThan(20);
  await site.preview(folder.path);
  expect(existsSync(join(folder.path, 'dien-hinh/zqthem-duong-dan/index.html'))).toBe(true);
  expect(await site.stored()).toEqual(before);
  expect(digest(folder.path)).toMatch(/^[0-9a-f]{32}/);
  expect(digest(folder.path), 'it is of the stories that the build read').not.toBe(digest(site.folder));
  await folder.remove();
});
