import { expect, type Page, test } from '@playwright/test';
import { axeFaults, axeFaultsInBothSchemes, axeFaultsOfLayout } from '../fixtures/accessible.ts';
import { pagesOfEveryShape, widestOfEachFolder } from '../fixtures/page-shapes.ts';

/** Pages in one test; many short ones would start a browser context each. */
const batchSize = 10;
const shapes = pagesOfEveryShape();

const sideways = async (page: Page): Promise<readonly string[]> => {
  const { wanted, actual } = await page.evaluate(() => ({
    wanted: innerWidth,
    actual: document.documentElement.scrollWidth,
  }));
  return actual > wanted ? [`it is ${actual} px wide in a window of ${wanted}`] : [];
};

/** 1280 × 1024 at 400 %: 320 CSS pixels wide (WCAG 2.2, 1.4.10). */
const enlarged = { width: 320, height: 256 };
const desk = { width: 1280, height: 800 };

for (let start = 0; start < shapes.length; start += batchSize) {
  const batch = shapes.slice(start, start + batchSize);
  // The pages are the same but for what a wide window shows and how it lays it out; the richest of them hold all that it shows.
  const faultsOnDesk = start === 0 ? axeFaults : axeFaultsOfLayout;
  test(`axe finds nothing, and nothing scrolls sideways, at 400 % and on a desk: ${batch.at(0)} to ${batch.at(-1)}`, async ({
    page,
  }) => {
    const found: string[] = [];
    for (const path of batch) {
      await page.setViewportSize(enlarged);
      await page.goto(path);
      const faults = [...(await sideways(page)), ...(await axeFaultsInBothSchemes(page))];
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(desk);
      faults.push(...(await sideways(page)), ...(await faultsOnDesk(page)));
      found.push(...faults.map((fault) => `${path} ${fault}`));
    }
    expect(found).toEqual([]);
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: enlarged });

  test('no page of the site scrolls sideways', async ({ page }) => {
    const widest = widestOfEachFolder();
    await page.route(/\.(png|jpe?g|webp|avif)$/, (route) => route.abort());
    const found: string[] = [];
    for (const path of widest) {
      await page.goto(path);
      found.push(...(await sideways(page)).map((fault) => `${path} ${fault}`));
    }
    expect(found).toEqual([]);
  });
});
