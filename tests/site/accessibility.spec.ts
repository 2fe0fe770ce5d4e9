import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { builtPages } from '../fixtures/built-pages.ts';
import { pagesOfEveryShape } from '../fixtures/page-shapes.ts';

// 1280 × 1024 at 400 %: 320 CSS pixels wide (WCAG 2.2, 1.4.10).
test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

/** Pages in one test; many short ones would start a browser context each. */
const batchSize = 15;

const faultsOf = (builder: AxeBuilder) =>
  builder
    .analyze()
    .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`));

async function faultsAt(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  const light = await faultsOf(
    new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }),
  );
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await faultsOf(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
  return [...light, ...dark].map((fault) => `${path} ${fault}`);
}

const shapes = pagesOfEveryShape();
for (let start = 0; start < shapes.length; start += batchSize) {
  const batch = shapes.slice(start, start + batchSize);
  test(`axe finds nothing at 400 %, light and dark: ${batch.at(0)} to ${batch.at(-1)}`, async ({ page }) => {
    test.setTimeout(batchSize * 10_000);
    const faults: string[] = [];
    for (const path of batch) faults.push(...(await faultsAt(page, path)));
    expect(faults).toEqual([]);
  });
}

test('no page scrolls sideways at 400 %', async ({ page }) => {
  test.setTimeout(builtPages.length * 3_000);
  const wide: string[] = [];
  for (const path of builtPages) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${path}: ${width} px`);
  }
  expect(wide).toEqual([]);
});
