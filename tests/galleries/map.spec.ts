import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { facetPath } from '../../src/gallery/stories/facets.ts';
import { unitPath } from '../../src/vocabulary/unit-path.ts';
import { communes } from '../../src/vocabulary/units.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/database.ts';
import { siteWithStories } from '../fixtures/site-with-stories.ts';

const path = '/dien-hinh/ban-do/';
const pageBytes = 14 * 1024;
const shapeBytes = 6 * 1024;

/** Stories of each unit: An Lộc, Biên Hoà, Phú Lý, then two that are no communes. */
const counts = { 25333: 1, 26068: 3, 26173: 13, 'so-y-te': 2, 'doanh-nghiep': 1 };
const located = communes.filter(({ code }) => code in counts);
const countOf = (code: string) => Object.entries(counts).find(([unit]) => unit === code)?.[1] ?? 0;

/** `count` invented stories of a unit, numbered on from `first`. */
const storiesOf = (unitCode: string, count: number, first: number) =>
  Array.from({ length: count }, (_, index) => ({
    recordId: `rec${first + index}`,
    cells: {
      id: `MH-${first + index}`,
      kind: 'Mô hình',
      name: `Mô hình thử ${first + index}`,
      summary: 'Bản ghi thử.',
      unitCode,
      unitName: 'Đơn vị thử',
      year: 2026,
      state: 'Công bố',
      consent: true,
    },
  }));

/** Bytes as the platform sends them. */
const sentBytes = (file: string) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const textOf = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('while no commune has a story, the map says so and colours none; others are listed', async ({
  page,
}) => {
  await page.goto(path);
  await expect(page.getByText(/^Chưa có điển hình nào của 95 xã, phường được công bố/)).toBeVisible();
  await expect(page.locator('.unit-map use')).toHaveCount(95);
  await expect(page.locator('.unit-map a')).toHaveCount(0);
  await expect(page.getByRole('rowheader')).toHaveCount(95);
  await expect(page.getByRole('cell', { name: 'chưa có' })).toHaveCount(0);
  await expect(page.locator('figure ul li')).toHaveText(['chưa có']);
  await expect(page.getByText('Sơ đồ minh họa, không dùng cho mục đích pháp lý.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Đơn vị không phải xã, phường' })).toContainText('minh họa');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
});

test.describe('with stories in communes', () => {
  // One build for all of them.
  test.describe.configure({ mode: 'default' });
  let site: Awaited<ReturnType<typeof siteWithStories>>;

  test.beforeAll(async ({ postgres }) => {
    let next = 1000;
    const rows = Object.entries(counts).flatMap(([unit, count]) => {
      next += 100;
      return storiesOf(unit, count, next);
    });
    site = await siteWithStories(postgres.url, rows);
  });
  test.afterAll(() => site.close());

  const read = (file: string) => parseHTML(readFileSync(join(site.folder, path, file), 'utf8')).document;

  test('each of the 95 units is drawn once, in the order of the table, by a shape that is there', () => {
    const document = read('index.html');
    const drawn = [...document.querySelectorAll('.unit-map use')].map((use) => use.getAttribute('href'));
    expect(drawn).toEqual(communes.map(({ code }) => `ranh-gioi.svg#${code}`));
    const shapes = [...read('ranh-gioi.svg').querySelectorAll('path')].map(({ id }) => id);
    expect(shapes.toSorted()).toEqual(communes.map(({ code }) => code).toSorted());
    const rows = [...document.querySelectorAll('tbody th')].map(textOf);
    expect(rows).toEqual(communes.map(({ fullName }) => fullName));
  });

  test('map and table say the same numbers; the map leads to lists, the table to pages of units', () => {
    const document = read('index.html');
    expect(textOf(document.querySelector('.lead'))).toBe(
      '17 điển hình ở 3 trong 95 xã, phường: Phường An Lộc, Phường Biên Hoà, Xã Phú Lý. 3 điển hình của đơn vị không phải xã, phường.',
    );
    const links = (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => [link.getAttribute('href'), textOf(link)]);
    expect(links('.lead a').slice(0, -1)).toEqual(
      located.map(({ code, fullName }) => [facetPath('don-vi', code), fullName]),
    );
    expect(links('.unit-map a')).toEqual(
      located.map(({ code, fullName }) => [
        facetPath('don-vi', code),
        `${fullName}: ${countOf(code)} điển hình`,
      ]),
    );
    expect(links('tbody a')).toEqual(communes.map((unit) => [unitPath(unit), unit.fullName]));
    for (const [index, row] of [...document.querySelectorAll('tbody tr')].entries()) {
      const count = countOf(communes[index]?.code ?? '');
      expect(textOf(row.querySelector('td'))).toBe(count === 0 ? '' : `${count}`);
    }
    expect(document.querySelectorAll('.unit-map > use > title')).toHaveLength(92);
    expect(links('section[aria-labelledby="don-vi-khac"] a')).toEqual([
      [facetPath('don-vi', 'doanh-nghiep'), 'Doanh nghiệp, hợp tác xã'],
      [facetPath('don-vi', 'so-y-te'), 'Sở Y tế'],
    ]);
  });

  test('the table shows the units that have stories, and all of them on demand', async ({ page }) => {
    await page.goto(`${site.origin}${path}`);
    await expect(page.getByRole('rowheader')).toHaveText(located.map(({ fullName }) => fullName));
    await page.getByLabel('Chỉ nơi đã có điển hình').uncheck();
    await expect(page.getByRole('rowheader')).toHaveCount(95);
  });

  test('the legend names the classes, and each unit has the shade of its own', async ({ page }) => {
    await page.goto(`${site.origin}${path}`);
    await expect(page.locator('figure ul li')).toHaveText(['chưa có', '1', '2–3', '4–7', '8–13']);
    const fillOf = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).fill);
    for (const [code, level] of [
      ['25333', 1],
      ['26068', 2],
      ['26173', 4],
    ] as const) {
      const shade = await fillOf(`figure ul li:nth-child(${level + 1}) svg`);
      expect(await fillOf(`.unit-map a[href="${facetPath('don-vi', code)}"]`)).toBe(shade);
    }
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('the keyboard passes the map by or reaches a unit, sees its name, and follows it', async ({
      page,
    }) => {
      await page.goto(`${site.origin}${path}`);
      await page.getByRole('link', { name: /không phải xã, phường/ }).focus();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: 'Bỏ qua sơ đồ, đến bảng' })).toBeFocused();
      await page.keyboard.press('Tab');
      const first = page.locator('.unit-map').getByRole('link', { name: 'Phường An Lộc: 1 điển hình' });
      await expect(first).toBeFocused();
      await expect(first.locator('text')).toHaveCSS('opacity', '1');
      await expect(first.locator('use')).toHaveCSS('stroke-width', '6px');
      await page.keyboard.press('Tab');
      await expect(first.locator('text')).toHaveCSS('opacity', '0');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${site.origin}${facetPath('don-vi', '26068')}`);
    });
  });

  test('axe finds nothing, narrow and wide, light and dark', async ({ page }) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site.origin}${path}`);
      await expectAccessible(page);
    }
  });

  test('the page fits one round trip of a new connection, the shapes half of one', () => {
    expect(sentBytes(join(site.folder, path, 'index.html'))).toBeLessThanOrEqual(pageBytes);
    expect(sentBytes(join(site.folder, path, 'ranh-gioi.svg'))).toBeLessThanOrEqual(shapeBytes);
  });
});
