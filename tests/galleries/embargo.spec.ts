import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { importYears } from '../../src/back-office/statistics/years.ts';
import { importDecisions } from '../../src/gallery/award-decisions/server/import-rows.ts';
import { readAwardLists } from '../../src/gallery/award-decisions/server/read-lists.ts';
import { expect, test } from '../fixtures/database.ts';
import { siteFrom, storing } from '../fixtures/site-with-stories.ts';
import { importFilings } from '../../src/progress/server/import-filings.ts';
import { closingDocument } from '../../src/progress/years/closing.ts';
import { closeYear } from '../../src/progress/years/server/closings.ts';
import { rollUp } from '../../src/progress/reports/roll-up.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { inventedStory } from '../fixtures/story.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** A row whose every text holds a word of its own, in letters that no folding or shadow changes. */
const row = (mark: string, id: string, cells: Record<string, unknown> = {}) => ({
  recordId: `rec-${mark}`,
  cells: {
    id,
    kind: 'Mô hình',
    name: `Tên ${mark}ten`,
    summary: `Tóm tắt ${mark}tomtat`,
    body: `## Bối cảnh\n\nNội dung ${mark}noidung`,
    unitName: `Đơn vị ${mark}donvi`,
    unitCode: `${mark}ma`,
    contact: `Liên hệ ${mark}lienhe`,
    indicators: `Chỉ số: ${mark}chiso · Trước: 1 · Sau: 2`,
    corrections: `5/11/2026: ${mark}dinhchinh`,
    wishedSlug: `${mark}-duong-dan`,
    year: 2026,
    state: 'Công bố',
    consent: true,
    ...cells,
  },
});

const hidden = {
  embargoed: row('zqembargo', 'MH-7001', { publishFrom: '2099-01-01T00:00:00.000Z' }),
  draft: row('zqnhap', 'MH-7002', { state: 'Nháp' }),
  'waiting for confirmation': row('zqcho', 'MH-7003', { state: 'Chờ xác nhận' }),
  'without consent': row('zqkhong', 'MH-7004', { consent: false }),
  'taken down': row('zqgo', 'MH-7005', { state: 'Gỡ bỏ', withdrawnReason: 'zqlydo' }),
  sample: row('zqmau', 'MH-7006', { unitCode: 'minh-hoa-zqmau' }),
} as const;

/** The texts of a file, whatever it is packed in: the indexes of the search are gzip, workbooks and the press kit are zip. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n')
      .toLowerCase();
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString('utf8').toLowerCase();
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );

/** The files of a folder whose name or text holds a mark. */
const filesWith = (mark: string, folder: string) =>
  filesOf(folder).filter(
    (path) => path.toLowerCase().includes(mark) || textOf(join(folder, path)).includes(mark),
  );

/** A decision whose list is read and of which nothing is public yet. */
const decisionOfStaff = {
  recordId: 'reczqquyetdinh',
  cells: {
    number: 'zqso/QĐ',
    date: '2026-11-20',
    body: 'Cơ quan zqky',
    motivation: 'Trích yếu zqtrichyeu',
    list: 'Tên\tĐơn vị\tLoại\nNgười zqnguoi\tĐơn vị zqnoi\tCá nhân',
  },
};

const shownRow = row('zqcongbo', 'MH-7000');
const changing = row('zqdoi', 'MH-7008', { wishedSlug: 'doi' });
const shownRows = [shownRow, changing, row('zqgiu', 'MH-7009')];

const confirmedState = 'Đã xác nhận';

/** A row of `Kế hoạch đơn vị` or `Báo cáo năm` whose every text holds a word of its own. */
const filingRow = (mark: string, cells: Record<string, unknown>) => ({
  recordId: `rec-${mark}`,
  cells: {
    state: confirmedState,
    unitCode: 'so-noi-vu',
    unitName: `Đơn vị ${mark}tendonvi`,
    receivedAt: '2026-07-02T00:00:00Z',
    number: `${mark}so`,
    issuedOn: '2026-06-25',
    title: `Trích yếu ${mark}trichyeu`,
    link: `https://${mark}lienket.example/`,
    ownCriteria: `Tiêu chí ${mark}tieuchi`,
    year: '2026',
    carriedOut: `Tình hình ${mark}tinhhinh`,
    results: `Kết quả ${mark}ketqua`,
    difficulties: `Khó khăn ${mark}khokhan`,
    models: 987_654,
    ...cells,
  },
});

/**
 * Plans and reports: one plan that its unit agreed to show, one that it did not, one that staff have not confirmed; reports, of which
 * nothing but the day is public; and a closed year that names an honour which was taken down since.
 */
async function fillUnitFilings(db: Database): Promise<void> {
  const plans = [
    filingRow('zqkhcong', { consent: true }),
    filingRow('zqkhkin', { unitCode: 'so-tai-chinh' }),
    filingRow('zqkhla', { unitCode: 'khac' }),
    filingRow('zqkhcho', { consent: true, state: 'Đang kiểm tra' }),
  ];
  const can = { samples: false, sendsMail: false };
  await importFilings(db, { name: 'Kế hoạch đơn vị', form: 'ke-hoach-don-vi' }, plans, can);
  const reports = [filingRow('zqbcnam', {}), filingRow('zqbcla', { unitCode: 'khac' })];
  await importFilings(db, { name: 'Báo cáo năm', form: 'bao-cao-nam' }, reports, can);
  const honoured = {
    ...inventedStory,
    id: 'VD-7007',
    name: 'Tên zqdago',
    year: 2026,
    decisionNumber: '1/QĐ',
  };
  const sources = { stories: [honoured], lines: [], rolled: rollUp([], 2026), withSums: false };
  await closeYear(db, 2026, closingDocument(2026, sources));
}

// One build for all of them.
test.describe.configure({ mode: 'default', timeout: 240_000 });
let site: Awaited<ReturnType<typeof siteFrom>>;

test.beforeAll(async ({ postgres }) => {
  test.setTimeout(240_000);
  site = await siteFrom(postgres.url, async (db) => {
    await storing([...shownRows, ...Object.values(hidden)])(db);
    await fillUnitFilings(db);
    await importDecisions(db, [decisionOfStaff]);
    await readAwardLists(db, new Date(Date.now() + 60_000));
    await importYears(db, [{ recordId: 'reczqthongke', cells: { year: '2026', reporter: 'zqbaocao' } }]);
  });
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
