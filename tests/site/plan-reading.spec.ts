import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { allRepairs } from '../../src/plan/repairs.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { keepDeviceFonts, shiftOf, watchShift } from '../fixtures/layout-shift.ts';
import { parts } from '../unit/plan/plan-files.ts';

const dist = new URL(`../../${builtSite}/`, import.meta.url);
const builtPage = (path: string) =>
  parseHTML(readFileSync(new URL(`.${path}index.html`, dist), 'utf8')).document;

/** The visible marks beside clauses: the lesser of width and height, the words that a style sheet shows, the name. */
const findMarks = () =>
  [...document.querySelectorAll<HTMLElement>('.marks a, a.mark')]
    .filter((mark) => mark.checkVisibility({ checkVisibilityCSS: true }))
    .map((mark) => {
      const { width, height } = mark.getBoundingClientRect();
      const seen = mark.dataset.mark ?? null;
      return { size: Math.min(width, height), seen, name: mark.getAttribute('aria-label') ?? '' };
    });

for (const width of [320, 360, 1280]) {
  for (const path of ['/ke-hoach/', '/ke-hoach/iii/', '/ke-hoach/iii-1-2/', '/ke-hoach/v-2-8/']) {
    test(`${path} has targets of 24 px, names that hold what is seen, nothing that moves (${width} px)`, async ({
      page,
    }) => {
      await keepDeviceFonts(page);
      await watchShift(page);
      await page.setViewportSize({ width, height: 640 });
      await page.goto(path);
      const found = await page.evaluate(findMarks);
      // A clause with none below it has no marks.
      expect(found.length > 0).toBe(path !== '/ke-hoach/v-2-8/');
      expect(found.filter(({ size }) => size < 24)).toEqual([]);
      // Words that a style sheet shows are unknown to axe.
      expect(found.filter(({ seen, name }) => seen !== null && !name.startsWith(`${seen}:`))).toEqual([]);
      expect(await shiftOf(page)).toBe(0);
    });
  }
}

for (const path of ['/ke-hoach/', '/ke-hoach/ii-3/', '/ke-hoach/iii-1-2-3/', '/ke-hoach/v-2-8/']) {
  test(`${path} shows its first words on a phone without scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(path);
    const first = page.locator(path === '/ke-hoach/' ? 'article h1' : 'article p').first();
    const box = await first.boundingBox();
    expect((box?.y ?? 640) + 48).toBeLessThan(640);
  });
}

for (const granted of [true, false]) {
  test(`a click on a mark goes to the clause and says ${granted ? 'that its address is copied' : 'where the address is, if copying is refused'}`, async ({
    page,
    context,
    baseURL,
  }) => {
    if (granted) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    else await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto('/ke-hoach/');
    await page.getByRole('link', { name: 'III.1.2.3: địa chỉ của mục này' }).click();
    await expect(page).toHaveURL(/#iii-1-2-3$/);
    const said = granted ? 'Đã chép địa chỉ của mục.' : /không cho chép; .* trên thanh địa chỉ/;
    await expect(page.locator('[data-copy-status]')).toHaveText(said);
    if (!granted) return;
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${baseURL}/ke-hoach/#iii-1-2-3`);
  });
}

test('the contents list reaches the third level and names no title with a colon', () => {
  const links = [...builtPage('/ke-hoach/').querySelectorAll('nav[aria-label="Mục lục"] a')];
  const hrefs = links.map((link) => link.getAttribute('href'));
  for (const id of ['i', 'iii-1', 'iii-1-1', 'iii-1-4', 'iii-2-3', 'v-1-2'])
    expect(hrefs).toContain(`#${id}`);
  expect(hrefs).not.toContain('#iii-2-2-a');
  for (const link of links) expect(link.textContent.trim()).not.toMatch(/[:.]$/);
});

test('where the text is called complete, the number of repairs is told and leads to their list', () => {
  const link = builtPage('/ke-hoach/').querySelector('a[href="#chinh-ly"]');
  expect(link?.textContent).toContain(`${allRepairs(parts).length} chỗ chỉnh lại`);
  expect(builtPage('/ke-hoach/').querySelector('#ve-ban-nay dl')?.textContent).toContain(
    'Phó Chủ tịch Lê Trường Sơn (ký thay Chủ tịch)',
  );
});

test('on paper the plan and its clauses stand without the site, and a clause ends with its address', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/ke-hoach/', '/ke-hoach/iii-1-2-3/']) {
    await page.goto(path);
    for (const chrome of await page.locator('body > :is(header, footer), nav, button').all())
      await expect(chrome).toBeHidden();
  }
  await expect(page.locator('.sheet')).toContainText('Kế hoạch số 113/KH-UBND ngày 24 tháng 6 năm 2026');
  await expect(page.locator('main')).toHaveText(/\/ke-hoach\/iii-1-2-3\/\s*$/, { useInnerText: true });
});

test('every clause page is light: markup and styles in 14 KB, scripts in 6 KB', () => {
  const pages = readdirSync(new URL('ke-hoach/', dist)).filter((name) => !name.includes('.'));
  expect(pages.length).toBeGreaterThan(50);
  // A script with all that it imports, each once.
  const withImports = (path: string): string[] => {
    const code = readFileSync(new URL(`.${path}`, dist), 'utf8');
    const imported = [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)];
    return [
      path,
      ...imported.flatMap(([, name]) => withImports(new URL(name ?? '', `http://h${path}`).pathname)),
    ];
  };
  // Styles and scripts are shared by all clauses: each is compressed once.
  const sizes = new Map<string, number>();
  const size = (path: string) => {
    const known = sizes.get(path) ?? brotliCompressSync(readFileSync(new URL(`.${path}`, dist))).length;
    sizes.set(path, known);
    return known;
  };
  for (const id of pages) {
    const page = builtPage(`/ke-hoach/${id}/`);
    const named = (selector: string, attribute: string) =>
      [...page.querySelectorAll(selector)].flatMap((node) => node.getAttribute(attribute) ?? []);
    const styles = named('link[rel="stylesheet"]', 'href');
    const weight = [`/ke-hoach/${id}/index.html`, ...styles].reduce((sum, path) => sum + size(path), 0);
    const scripts = [...new Set(named('script[src]', 'src').flatMap(withImports))];
    expect(scripts.length, id).toBeGreaterThan(0);
    expect(weight, id).toBeLessThanOrEqual(14 * 1024);
    expect(
      scripts.reduce((sum, path) => sum + size(path), 0),
      id,
    ).toBeLessThanOrEqual(6 * 1024);
  }
});
