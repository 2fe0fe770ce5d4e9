import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { saveAdoptions } from '../../src/gallery/adoptions/server/store.ts';
import { newestFirst } from '../../src/gallery/stories/story-terms.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/empty-site.ts';
import { siteFrom } from '../fixtures/site-with-stories.ts';
import { generateStories } from '../fixtures/story-generator/generate.ts';
import { insertStories } from '../fixtures/story-generator/insert.ts';

// A gallery of 16 stories is in tests/site, of 24 in gallery-filters.spec.ts.

const path = '/dien-hinh/';
const pageBytes = 14 * 1024;
const scriptBytes = 6 * 1024;

/** Bytes as the platform sends them. */
const sentBytes = (file: string) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

test('a gallery without stories says what will be there and counts nothing', async ({
  emptySite: site,
  page,
}) => {
  const main = page.getByRole('main');
  for (const [address, words] of [
    [path, 'Mô hình sẽ nêu'],
    [`${path}tat-ca/`, 'Chưa có điển hình nào được công bố.'],
    [`${path}ban-do/`, 'Chưa có điển hình nào của 95 xã, phường được công bố.'],
    [`${path}loc/nhom/`, 'Chưa có điển hình nào được công bố theo cách xếp này.'],
  ] as const) {
    await page.goto(`${site.origin}${address}`);
    await expect(main).toContainText(words);
    await expect(main).not.toContainText(/(?<!\d)0 điển hình|mới nhất trước/);
    await expect(main.getByRole('searchbox')).toHaveCount(0);
  }
  await page.goto(`${site.origin}${path}`);
  await expectAccessible(page);
});

test('a single story stands alone', async ({ page, postgres }) => {
  const main = page.getByRole('main');
  const [only] = generateStories(1).map((story) => ({ ...story, sample: false }));
  if (!only) throw new Error('No story was generated.');
  const site = await siteFrom(postgres.url, (db) => insertStories(db, [only]));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.origin}${path}`);
  await expect(main.getByRole('heading', { level: 2 })).toHaveText([only.name]);
  const { width = 0 } = (await main.locator('[data-story]').boundingBox()) ?? {};
  expect(width).toBeGreaterThan(600);
  await expect(main.getByRole('searchbox')).toHaveCount(0);
  await expect(main.getByText('Lọc', { exact: true })).toHaveCount(0);
  await expect(main.getByRole('button', { name: 'Theo tên' })).toHaveCount(0);
  await expect(main).not.toContainText('1 điển hình');
  await page.goto(`${site.origin}/`);
  const cloth = page.getByRole('region', { name: 'Tấm vải của phong trào' });
  await expect(cloth.locator('svg a')).toHaveAttribute('href', `/d/${only.id}`);
  await expect(cloth).toContainText('Mỗi hình thoi là một điển hình');
  await expectAccessible(page);
  await page.goto(`${site.origin}${path}tat-ca/`);
  await expect(main).toContainText('1 điển hình.');
  await expect(main.locator('.rows > li')).toHaveCount(1);
  await site.close();
});

test.describe('of 300 stories', () => {
  // One build for all of them.
  test.describe.configure({ mode: 'default' });
  let site: Awaited<ReturnType<typeof siteFrom>>;
  const stories = newestFirst(generateStories(300).map((story) => ({ ...story, sample: false })));
  const applied = stories.find(({ kind }) => kind === 'mo-hinh');

  test.beforeAll(async ({ postgres }) => {
    site = await siteFrom(postgres.url, async (db) => {
      await insertStories(db, stories);
      const fields = {
        model: applied?.id ?? '',
        unitCode: null,
        since: '2026-08',
        result: null,
        changed: null,
        indicators: [],
        documents: 0,
      };
      const adoption = (unitName: string) => ({
        recordId: unitName,
        sample: false,
        fields: { ...fields, unitName },
      });
      const indicators = [{ name: 'Số ấp có đèn', before: '0', after: '2', unit: 'ấp' }];
      const listed = { ...fields, unitCode: 'so-noi-vu', unitName: 'Sở Nội vụ', indicators };
      await saveAdoptions(db, [
        ...['Đơn vị thử A', 'Đơn vị thử B'].map(adoption),
        { recordId: 'listed', sample: false, fields: listed },
      ]);
    });
  });
  test.afterAll(() => site.close());

  test('the page with its styles fits one round trip of a new connection, its scripts in 6 KB', async ({
    page,
  }) => {
    expect(sentBytes(join(site.folder, path, 'index.html'))).toBeLessThanOrEqual(pageBytes);
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
    const sent = [...scripts].map((script) => sentBytes(join(site.folder, script)));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(scriptBytes);
  });

  test('the page of a unit says what came of a model there, and how sure that is', async ({ page }) => {
    await page.goto(`${site.origin}/don-vi/so-noi-vu/`);
    await expect(page.getByRole('main')).toContainText('Số ấp có đèn: từ 0 ấp đến 2 ấp (tự khai)');
  });

  test('the home page has the whole cloth in lozenges of ten and fits one round trip with it', async ({
    page,
  }) => {
    const home = readFileSync(join(site.folder, 'index.html'), 'utf8');
    const cloth = /<section class="cloth".*?<\/section>/s.exec(home)?.[0] ?? '';
    expect(Buffer.byteLength(cloth)).toBeGreaterThan(1000);
    expect(Buffer.byteLength(cloth)).toBeLessThanOrEqual(8 * 1024);
    expect(sentBytes(join(site.folder, 'index.html'))).toBeLessThanOrEqual(pageBytes);
    await page.goto(`${site.origin}/`);
    const region = page.getByRole('region', { name: 'Tấm vải của phong trào' });
    await expect(region).toContainText(/Mỗi hình thoi là (5|10|25) điển hình/);
    for (const href of await region.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      expect((await page.request.get(`${site.origin}${href}`)).status(), `${href}`).toBe(200);
  });

  test('the desk of the press, the data, the page that verifies, the English one and those of all units fit it, too', () => {
    const withUnits = ['dien-hinh/ban-do', 'don-vi', 'tien-do'];
    const pages = ['bao-chi', 'bao-chi/theo-ten', 'bao-chi/tu-lieu', 'du-lieu', 'du-lieu/dien-hinh'];
    for (const page of [
      ...pages,
      'du-lieu/chi-so',
      'xac-minh',
      'en/honorees',
      'dien-hinh/tat-ca',
      ...withUnits,
    ])
      expect(sentBytes(join(site.folder, page, 'index.html')), page).toBeLessThanOrEqual(pageBytes);
  });

  test('a small phone shows the first story without scrolling', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${site.origin}${path}`);
    const name = page.locator('[data-story] h2 a:visible').first();
    await expect(name).toBeInViewport({ ratio: 0.3 });
  });

  test('the card of a model says how many units apply it; no other card says anything of it', async ({
    page,
  }) => {
    await page.goto(`${site.origin}${path}`);
    await expect(page.getByText('đơn vị đã áp dụng')).toHaveCount(1);
    await expect(page.locator(`[data-story="${path}${applied?.slug}/"]`)).toContainText(
      '3 đơn vị đã áp dụng',
    );
  });

  test('a list of one value leads to the search with that value chosen', async ({ page }) => {
    await page.goto(`${site.origin}${path}loc/nam/2026/`);
    await page.getByRole('link', { name: 'Tìm theo từ, lọc thêm' }).click();
    await expect(page).toHaveURL(`${site.origin}${path}?nam=2026`);
    await expect(page.getByRole('button', { name: /^2026.*bỏ lọc/ })).toBeVisible();
  });

  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const)
    test(`asked back or not found, it passes axe and does not scroll sideways (${width} px, ${colorScheme})`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const query of ['?q=duogn', '?q=zzzz&nam=2026']) {
        await page.goto(`${site.origin}${path}${query}`);
        await expect(page.locator('gallery-search:not([data-waiting])')).toBeVisible();
        await expect(page.getByRole('status')).not.toHaveText('');
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await expect(page.locator('[data-part="filters"]')).toBeHidden();
      await expect(page.getByText('bỏ bớt từ đang lọc;')).toBeVisible();
    });
});
