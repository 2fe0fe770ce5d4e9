import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '../fixtures/database.ts';
import { siteWithStories } from '../fixtures/site-with-stories.ts';

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

/** The texts of a file, whatever it is packed in: the indexes of the search are gzip. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString('utf8').toLowerCase();
}

// One build for all of them: one story is public, the others are not.
test.describe.configure({ mode: 'default' });
let site: Awaited<ReturnType<typeof siteWithStories>>;

test.beforeAll(async ({ postgres }) => {
  test.setTimeout(240_000);
  site = await siteWithStories(postgres.url, [row('zqcongbo', 'MH-7000'), ...Object.values(hidden)]);
});
test.afterAll(() => site.close());

test('what is not public appears in no page, file, index or file name of the site', () => {
  test.setTimeout(120_000);
  const files = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(site.folder, path)).isFile(),
  );
  const holding = (mark: string) =>
    files.filter(
      (path) => path.toLowerCase().includes(mark) || textOf(join(site.folder, path)).includes(mark),
    );

  // The search of this test finds what is there: on the page, in both indexes, in the data, in a file name.
  const shown = holding('zqcongbo');
  for (const part of ['dien-hinh/zqcongbo-duong-dan/', 'chi-muc/', 'pagefind/', 'api/v1/', 'rss.xml'])
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

test('a single story stands alone: nothing to search, to filter, to put in order or to count', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.origin}/dien-hinh/`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 2 })).toHaveText(['Tên zqcongboten']);
  const { width = 0 } = (await main.locator('[data-story]').boundingBox()) ?? {};
  expect(width).toBeGreaterThan(600);
  await expect(main.getByRole('searchbox')).toHaveCount(0);
  await expect(main.getByText('Lọc', { exact: true })).toHaveCount(0);
  await expect(main.getByRole('button', { name: 'Theo tên' })).toHaveCount(0);
  await expect(main).not.toContainText('1 điển hình');
  await page.goto(`${site.origin}/dien-hinh/tat-ca/`);
  await expect(main).toContainText('1 điển hình.');
  await expect(main.locator('.rows > li')).toHaveCount(1);
});
