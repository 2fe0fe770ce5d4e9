import { expect, test } from '@playwright/test';
import { builtPages } from '../fixtures/built-pages.ts';
import { everyStateOfColour } from '../fixtures/colour-states.ts';

const kinds = [
  '/',
  '/ke-hoach/',
  '/ke-hoach/iii-1-3-4/',
  '/tieu-chi/doanh-nghiep/',
  '/khen-thuong/',
  '/phan-cong/',
  '/lo-trinh/',
  '/la-gi/',
  '/hoi-dap/',
  '/don-vi/',
  '/don-vi/tran-bien-26041/',
  '/tim-kiem/',
  '/dien-hinh/',
  '/dien-hinh/ban-do/',
  '/tien-do/',
  '/tien-do/ke-hoach/',
  '/de-cu/',
  '/de-cu/ca-nhan/',
  '/tra-cuu/',
  '/en/',
  '/en/plan/',
];
const story = builtPages.find(
  (path) => /^\/dien-hinh\/[^/]+-[^/]+\/$/.test(path) && !path.includes('ban-do'),
);

test('on a phone no text is smaller than 16 pixels, and no bold or slant is invented', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const faults: string[] = [];
  for (const path of [...kinds, story ?? '/dien-hinh/']) {
    await page.goto(path);
    const found = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const told = new Set<string>();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element || !node.textContent?.trim() || element.closest('script, style, svg, sup, sub'))
          continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        if (range.getClientRects().length === 0) continue;
        const { fontSize, fontFamily, fontWeight, fontStyle } = getComputedStyle(element);
        const words = node.textContent.trim().slice(0, 40);
        if (Number.parseFloat(fontSize) < 15.99) told.add(`${fontSize}: ${words}`);
        if (fontFamily.includes('Serif 4') && fontWeight !== '400')
          told.add(`${fontWeight} in serif: ${words}`);
        if (fontStyle !== 'normal') told.add(`${fontStyle}: ${words}`);
      }
      return [...told];
    });
    faults.push(...found.map((fault) => `${path} ${fault}`));
  }
  expect(faults).toEqual([]);
});

test.describe('in forced colours', () => {
  for (const { path, states } of everyStateOfColour) {
    test(`${path} still tells its states apart`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.goto(path);
      const seen = await page.evaluate(
        (selectors) =>
          selectors.map((selector) => {
            const element = document.querySelector(selector);
            if (!element) return `${selector} is not there`;
            const { fill, backgroundColor, borderTopWidth, outlineStyle } = getComputedStyle(element);
            return [fill, backgroundColor, borderTopWidth, outlineStyle].join(' ');
          }),
        [...states],
      );
      expect(new Set(seen).size, seen.join('\n')).toBe(states.length);
    });
  }
});
