import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { facetPath } from '../../src/gallery/stories/facets.ts';
import { strands } from '../../src/vocabulary/taxonomy.ts';
import {
  expect,
  filter,
  firstGroup,
  orderedNames,
  path,
  second,
  status,
  test,
  titles,
} from '../fixtures/filtered-gallery.ts';

test.describe.configure({ mode: 'default' });

test('a word of the filters is a switch: list, counts, words to take away and address follow', async ({
  page,
  site,
}) => {
  await filter(page, `${firstGroup} 8`).click();
  await expect(status(page)).toHaveText(`8 điển hình, lọc theo ${firstGroup}.`);
  await expect(page).toHaveURL(`${site.origin}${path}?nhom=co-quan`);
  await expect(titles(page)).toHaveCount(8);
  await expect(filter(page, new RegExp(`^${firstGroup}`))).toHaveAttribute('aria-current', 'true');
  await expect(filter(page, new RegExp(`^${second}`))).toHaveText(/8$/);
  await filter(page, `${second} 8`).click();
  await expect(status(page)).toHaveText(`16 điển hình, lọc theo ${firstGroup}; ${second}.`);
  await filter(page, new RegExp(`^${strands[0]?.name}`)).click();
  await expect(page).toHaveURL(/\?noi-dung=ii-1&nhom=co-quan&nhom=doan-the$/);
  await page.getByRole('button', { name: new RegExp(`^${firstGroup}.*bỏ lọc`) }).click();
  await expect(page).toHaveURL(/\?noi-dung=ii-1&nhom=doan-the$/);
  await expect(page.getByRole('region', { name: 'Danh sách điển hình' })).toBeFocused();
  await page.getByRole('button', { name: 'Bỏ hết lọc' }).click();
  await expect(page).toHaveURL(`${site.origin}${path}`);
  await expect(status(page)).toHaveText('24 điển hình, mới nhất trước.');
  await expect(filter(page, `${firstGroup} 8`)).not.toHaveAttribute('aria-current');
});

test('back, forward, a reload and a shared address show the same', async ({ page, context }) => {
  await filter(page, `${firstGroup} 8`).click();
  await expect(titles(page)).toHaveCount(8);
  await page.getByRole('main').getByRole('searchbox').first().fill('duong');
  await expect(status(page)).toHaveText(`Tìm thấy 5 điển hình cho “duong”, lọc theo ${firstGroup}.`);
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
  expect(order.filter((name) => orderedNames.includes(name))).toEqual(orderedNames);
  await expect(page.getByRole('button', { name: 'Liên quan nhất' })).toBeHidden();
});

test('twenty at a time, and the keyboard goes on from the first of the new ones', async ({ page }) => {
  await page.getByRole('button', { name: 'Theo tên' }).click();
  await expect(titles(page)).toHaveCount(20);
  await page.getByRole('button', { name: 'Xem thêm' }).press('Enter');
  await expect(titles(page)).toHaveCount(24);
  await expect(titles(page).nth(20).getByRole('link')).toBeFocused();
});

test('a slip is asked back by a link', async ({ page }) => {
  await page.getByRole('main').getByRole('searchbox').first().fill('nguon gocc');
  await page.getByRole('link', { name: /^Ý bạn là/ }).click();
  await expect(status(page)).toContainText('Tìm thấy 12 điển hình cho “');
});

test('the filters work from the keyboard alone, folded away on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(filter(page, `${firstGroup} 8`)).toBeHidden();
  await page.getByText('Lọc', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await filter(page, `${firstGroup} 8`).focus();
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`8 điển hình, lọc theo ${firstGroup}.`);
  await expect(filter(page, new RegExp(`^${firstGroup}`))).toBeFocused();
  await expect(page.locator('[data-part="filters"] > summary')).toHaveText('Lọc (1)');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every word of the filters leads to a list with as many stories as it says', async ({
    page,
    site,
  }) => {
    const read = (file: string) =>
      parseHTML(readFileSync(join(site.folder, file, 'index.html'), 'utf8')).document;
    const links = [...read(path).querySelectorAll('[data-part="filters"] li a')];
    expect(links.length).toBeGreaterThanOrEqual(8);
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
