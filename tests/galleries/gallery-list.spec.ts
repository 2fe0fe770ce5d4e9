import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFaults } from '../fixtures/accessible.ts';
import { expect, filter, path, second, status, test, titles } from '../fixtures/filtered-gallery.ts';

test.describe.configure({ mode: 'default' });

test('a card found says what the server’s card says, with the same weave', async ({ page }) => {
  const cards = page.locator('[data-story]:visible');
  const seen = await cards.evaluateAll((all) =>
    all.map((card) => [
      card.getAttribute('data-story'),
      card.textContent?.replace(/\s+/g, ''),
      card.querySelector('pattern')?.innerHTML,
    ]),
  );
  await page.getByText('Năm', { exact: true }).click();
  for (const year of [/^2026/, /^2027/]) await filter(page, year).click();
  await expect(cards).toHaveCount(20);
  const found = await cards.evaluateAll((all) =>
    all.map((card) => [
      card.getAttribute('data-story'),
      card.textContent?.replace(/\s+/g, ''),
      card.querySelector('pattern')?.innerHTML,
    ]),
  );
  expect(found.slice(0, seen.length)).toEqual(seen);
});

test('the list shown is taken along as a table and as data, no more and no less', async ({ page, site }) => {
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
  await page.getByRole('button', { name: 'Chép đường dẫn' }).click();
  await expect(page.getByText('Đã chép', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)
  test(`filtered at ${width} px (${colorScheme}) it passes axe and does not scroll sideways`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site.origin}${path}?q=duong&nhom=co-quan&don-vi=26068`);
    await expect(status(page)).toContainText('lọc theo');
    for (const details of await page.locator('gallery-search details').all())
      await details.evaluate((each) => each.setAttribute('open', ''));
    await page.waitForTimeout(300);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

test('nothing that is seen moves when an address asks for something', async ({ page, site }) => {
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
