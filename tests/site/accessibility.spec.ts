import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { builtPages } from '../fixtures/built-pages.ts';
import { pagesOfEveryShape } from '../fixtures/page-shapes.ts';

/** Pages in one test; many short ones would start a browser context each. */
const batchSize = 15;

const faultsOf = (builder: AxeBuilder) =>
  builder
    .analyze()
    .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`));

async function faultsAt(page: Page, path: string, hasDark: boolean): Promise<string[]> {
  const rules = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  const light = await faultsOf(new AxeBuilder({ page }).options({ rules }));
  if (!hasDark) return light.map((fault) => `${path} ${fault}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await faultsOf(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
  return [...light, ...dark].map((fault) => `${path} ${fault}`);
}

const shapes = pagesOfEveryShape();

for (const { name, use, width } of [
  // 1280 × 1024 at 400 %: 320 CSS pixels wide (WCAG 2.2, 1.4.10).
  { name: 'at 400 %', use: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, width: 320 },
  { name: 'on a desk', use: { viewport: { width: 1280, height: 800 } }, width: 1280 },
]) {
  test.describe(name, () => {
    test.use(use);

    for (let start = 0; start < shapes.length; start += batchSize) {
      const batch = shapes.slice(start, start + batchSize);
      test(`axe finds nothing: ${batch.at(0)} to ${batch.at(-1)}`, async ({ page }) => {
        test.setTimeout(batchSize * 40_000);
        const faults: string[] = [];
        for (const path of batch) faults.push(...(await faultsAt(page, path, width === 320)));
        expect(faults).toEqual([]);
      });
    }

    test('no page scrolls sideways', async ({ page }) => {
      test.setTimeout(builtPages.length * 3_000);
      const wide: string[] = [];
      for (const path of builtPages) {
        await page.goto(path);
        const actual = await page.evaluate(() => document.documentElement.scrollWidth);
        if (actual > width) wide.push(`${path}: ${actual} px`);
      }
      expect(wide).toEqual([]);
    });
  });
}
