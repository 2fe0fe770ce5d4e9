import { expect, test } from '@playwright/test';
import { axeFaults, axeFaultsInBothSchemes } from '../fixtures/accessible.ts';
import { builtPages } from '../fixtures/built-pages.ts';
import { pagesOfEveryShape } from '../fixtures/page-shapes.ts';

/** Pages in one test; many short ones would start a browser context each. */
const batchSize = 10;

const shapes = pagesOfEveryShape();

for (const { name, viewport, schemes } of [
  // 1280 × 1024 at 400 %: 320 CSS pixels wide (WCAG 2.2, 1.4.10).
  { name: 'at 400 %', viewport: { width: 320, height: 256 }, schemes: axeFaultsInBothSchemes },
  { name: 'on a desk', viewport: { width: 1280, height: 800 }, schemes: axeFaults },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    for (let start = 0; start < shapes.length; start += batchSize) {
      const batch = shapes.slice(start, start + batchSize);
      test(`axe finds nothing: ${batch.at(0)} to ${batch.at(-1)}`, async ({ page }) => {
        test.setTimeout(batchSize * 15_000);
        const faults: string[] = [];
        for (const path of batch) {
          await page.goto(path);
          faults.push(...(await schemes(page)).map((fault) => `${path} ${fault}`));
        }
        expect(faults).toEqual([]);
      });
    }
  });
}

test('no page scrolls sideways', async ({ page }) => {
  test.setTimeout(builtPages.length * 3_000);
  const wide: string[] = [];
  for (const path of builtPages) {
    await page.goto(path);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const actual = await page.evaluate(() => document.documentElement.scrollWidth);
      if (actual > width) wide.push(`${path}: ${actual} px`);
    }
  }
  expect(wide).toEqual([]);
});
