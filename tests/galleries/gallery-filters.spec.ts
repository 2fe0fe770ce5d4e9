import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { criteriaGroups, strands } from '../../src/schemas/taxonomy.ts';
import { facetPath } from '../../src/stories/facets.ts';
import { expect, test } from '../fixtures/database.ts';
import { siteWithStories } from '../fixtures/site-with-stories.ts';

const path = '/dien-hinh/';
const [first = '', second = '', third = ''] = criteriaGroups.map(({ name }) => name);
const units = [
  { unitCode: '26068', unitName: 'UBND phường Biên Hoà' },
  { unitCode: '26248', unitName: 'UBND phường Trảng Bom' },
  { unitCode: 'so-y-te', unitName: 'Sở Y tế' },
];
/** In Vietnamese order, which is not that of the letters' numbers. */
const names = ['Ao cá', 'Ăn sạch', 'Âm thanh', 'Đường xanh', 'Em học số', 'Ô nhiễm giảm', 'Ơn thầy'];

/** 24 invented models: 8 of each group, unit after unit, the first seven with names to put in order. */
const rows = Array.from({ length: 24 }, (_, index) => ({
  recordId: `rec${index}`,
  cells: {
    id: `MH-${1000 + index}`,
    kind: 'Mô hình',
    criteriaGroup: [first, second, third][index % 3],
    name: names[6 - index] ?? (index === 7 ? '=1+1, "hai"' : `Việc thử số ${index}`),
    summary: index % 2 === 0 ? 'Bản ghi thử về đèn đường.' : 'Bản ghi thử về nguồn gốc.',
    year: index < 20 ? 2026 : 2027,
    strands: [strands[index % 5]?.name],
    clauses: ['iii-1-1-1'],
    state: 'Công bố',
    consent: true,
    ...units[Math.floor(index / 8)],
  },
}));

const titles = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });
const filter = (page: Page, name: string | RegExp) =>
  page.locator('[data-part="filters"]').getByRole('link', { name });
const status = (page: Page) => page.getByRole('status');

// One build for all of them.
test.describe.configure({ mode: 'default', timeout: 60_000 });
let site: Awaited<ReturnType<typeof siteWithStories>>;

test.beforeAll(async ({ postgres }) => {
  test.setTimeout(180_000);
  site = await siteWithStories(postgres.url, rows);
});
test.afterAll(() => site.close());
test.beforeEach(async ({ page }) => {
  await page.goto(`${site.origin}${path}`);
});

test('a word of the filters is a switch: list, counts, words to take away and address follow', async ({
  page,
}) => {
  await filter(page, `${first} 8`).click();
  await expect(status(page)).toHaveText(`8 điển hình, lọc theo ${first}.`);
  await expect(page).toHaveURL(`${site.origin}${path}?nhom=co-quan`);
  await expect(titles(page)).toHaveCount(8);
  await expect(filter(page, new RegExp(`^${first}`))).toHaveAttribute('aria-current', 'true');
  await expect(filter(page, new RegExp(`^${second}`))).toHaveText(/8$/);
  await filter(page, `${second} 8`).click();
  await expect(status(page)).toHaveText(`16 điển hình, lọc theo ${first}; ${second}.`);
  await filter(page, new RegExp(`^${strands[0]?.name}`)).click();
  await expect(page).toHaveURL(/\?noi-dung=ii-1&nhom=co-quan&nhom=doan-the$/);
  await page.getByRole('button', { name: new RegExp(`^${first}.*bỏ lọc`) }).click();
  await expect(page).toHaveURL(/\?noi-dung=ii-1&nhom=doan-the$/);
  await expect(page.getByRole('region', { name: 'Danh sách điển hình' })).toBeFocused();
  await page.getByRole('button', { name: 'Bỏ hết lọc' }).click();
  await expect(page).toHaveURL(`${site.origin}${path}`);
  await expect(status(page)).toHaveText('24 điển hình, mới nhất trước.');
  await expect(filter(page, `${first} 8`)).not.toHaveAttribute('aria-current');
});

test('back, forward, a reload and a shared address show the same', async ({ page, context }) => {
  await filter(page, `${first} 8`).click();
  await expect(titles(page)).toHaveCount(8);
  await page.getByRole('main').getByRole('searchbox').first().fill('duong');
  await expect(status(page)).toHaveText(`Tìm thấy 5 điển hình cho “duong”, lọc theo ${first}.`);
  const found = await titles(page).allTextContents();
  await page.goBack();
  await expect(titles(page)).toHaveCount(8);
  await page.goForward();
  await expect(titles(page)).toHaveText(found);
  await page.reload();
  await expect(titles(page)).toHaveText(found);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(titles(other)).toHaveText(found);
  await other.goto(`${page.url()}&loai=khong-co&nam=1999&la=1`);
  await expect(titles(other)).toHaveText(found);
});

test('a unit is found by a name that it had before, and chosen', async ({ page }) => {
  await page.getByText('Đơn vị', { exact: true }).click();
  const input = page.getByLabel('Gõ tên, cả tên trước 1/7/2025');
  await input.fill('huyen trang bom');
  const found = page.locator('[data-values="don-vi"] li:visible');
  await expect(found).toHaveText([/^UBND phường Trảng Bom/]);
  await input.fill('Biên Hòa');
  await expect(found).toHaveText([/^UBND phường Biên Hoà/]);
  await found.getByRole('link').click();
  await expect(page).toHaveURL(/\?don-vi=26068$/);
  await expect(status(page)).toHaveText('8 điển hình, lọc theo UBND phường Biên Hoà.');
  await input.fill('zzzz');
  await expect(page.getByText('Không có điển hình nào của tên này.')).toBeVisible();
});

test('names stand in Vietnamese order, and the order in the address', async ({ page }) => {
  await page.getByRole('button', { name: 'Theo tên' }).click();
  await expect(page).toHaveURL(/\?sap=ten$/);
  await expect(page.getByRole('button', { name: 'Theo tên' })).toHaveAttribute('aria-pressed', 'true');
  await expect(titles(page)).toHaveCount(20);
  const order = await titles(page).allTextContents();
  expect(order.filter((name) => names.includes(name))).toEqual(names);
  await expect(page.getByRole('button', { name: 'Liên quan nhất' })).toBeHidden();
});

test('twenty at a time, and the keyboard goes on from the first of the new ones', async ({ page }) => {
  await page.getByRole('button', { name: 'Theo tên' }).click();
  await expect(titles(page)).toHaveCount(20);
  await page.getByRole('button', { name: 'Xem thêm' }).press('Enter');
  await expect(titles(page)).toHaveCount(24);
  await expect(titles(page).nth(20).getByRole('link')).toBeFocused();
});

test('a card found says what the server’s card says, with the same weave', async ({ page }) => {
  const cards = page.locator('[data-story]:visible');
  const seen = await cards.evaluateAll((all) =>
    all.map((card) => [
      card.getAttribute('data-story'),
      card.textContent?.replace(/\s+/g, ''),
      card.querySelector('svg svg')?.innerHTML,
    ]),
  );
  await page.getByText('Năm', { exact: true }).click();
  for (const year of [/^2026/, /^2027/]) await filter(page, year).click();
  await expect(cards).toHaveCount(20);
  const found = await cards.evaluateAll((all) =>
    all.map((card) => [
      card.getAttribute('data-story'),
      card.textContent?.replace(/\s+/g, ''),
      card.querySelector('svg svg')?.innerHTML,
    ]),
  );
  expect(found.slice(0, seen.length)).toEqual(seen);
});

test('the list shown is taken along as a table and as data, no more and no less', async ({ page }) => {
  await filter(page, `${second} 8`).click();
  await expect(titles(page)).toHaveCount(8);
  const take = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const table = await take('CSV');
  expect(table.name).toBe('dien-hinh-8.csv');
  expect([...table.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = table.bytes.toString().split('\r\n');
  expect(lines).toHaveLength(10);
  expect(lines.join()).toContain('Âm thanh');
  expect(lines.join()).toContain(`,"'=1+1, ""hai""",`);
  const data = JSON.parse((await take('JSON')).bytes.toString());
  expect(data.total).toBe(8);
  expect(data.address).toBe(page.url());
  expect(data.stories.map(({ name }: { name: string }) => name)).toEqual(
    await titles(page).allTextContents(),
  );
  const all = JSON.parse(readFileSync(join(site.folder, 'api/v1/dien-hinh.json'), 'utf8'));
  expect(all.stories).toHaveLength(24);
});

test('the address of the list is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await filter(page, `${second} 8`).click();
  await expect(page).toHaveURL(/nhom=doan-the/);
  await page.getByRole('button', { name: 'Sao chép đường dẫn' }).click();
  await expect(page.getByText('Đã chép', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a slip is asked back by a link', async ({ page }) => {
  await page.getByRole('main').getByRole('searchbox').first().fill('nguon gocc');
  await page.getByRole('link', { name: /^Ý bạn là/ }).click();
  await expect(status(page)).toContainText('Tìm thấy 12 điển hình cho “');
});

test('the filters work from the keyboard alone, folded away on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(filter(page, `${first} 8`)).toBeHidden();
  await page.getByText('Lọc', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await filter(page, `${first} 8`).focus();
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`8 điển hình, lọc theo ${first}.`);
  await expect(filter(page, new RegExp(`^${first}`))).toBeFocused();
  await expect(page.locator('[data-part="filters"] > summary')).toHaveText('Lọc (1)');
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)
  test(`filtered at ${width} px (${colorScheme}) it passes axe and does not scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site.origin}${path}?q=duong&nhom=co-quan&don-vi=26068`);
    await expect(status(page)).toContainText('lọc theo');
    for (const details of await page.locator('gallery-search details').all())
      await details.evaluate((each) => each.setAttribute('open', ''));
    await page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

test('nothing that is seen moves when an address asks for something', async ({ page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const before = Number(document.documentElement.dataset.shift ?? 0);
        document.documentElement.dataset.shift = String(before + Reflect.get(entry, 'value'));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${site.origin}${path}?q=duong&nhom=co-quan`);
  await expect(status(page)).toContainText('Tìm thấy');
  await page.waitForTimeout(300);
  expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0)).toBeLessThan(0.01);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every word of the filters leads to a list with as many stories as it says', async ({ page }) => {
    const read = (file: string) =>
      parseHTML(readFileSync(join(site.folder, file, 'index.html'), 'utf8')).document;
    const links = [...read(path).querySelectorAll('[data-part="filters"] li a')];
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      const count = Number(link.querySelector('.numeric')?.textContent);
      const listed = read(link.getAttribute('href') ?? '').querySelectorAll('main .rows > li');
      expect(listed.length, link.textContent ?? '').toBe(count);
    }
    await page.goto(`${site.origin}${path}`);
    await page.getByText('Đơn vị', { exact: true }).click();
    await page.getByRole('link', { name: 'Trang liệt kê 3 đơn vị' }).click();
    await page.getByRole('link', { name: 'UBND phường Biên Hoà' }).click();
    await expect(page).toHaveURL(`${site.origin}${facetPath('don-vi', '26068')}`);
    await expect(page.locator('main .rows > li')).toHaveCount(8);
  });
});
