import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { builtPages } from '../fixtures/built-pages.ts';

// 1280 × 1024 at 400 %: 320 CSS pixels wide (WCAG 2.2, 1.4.10).
test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

/** Pages in one test; many short ones would start a browser context each. */
const batchSize = 30;

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
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return [...light, ...dark, ...(width > 320 ? [`scrolls sideways: ${width} px`] : [])].map(
    (fault) => `${path} ${fault}`,
  );
}

for (let start = 0; start < builtPages.length; start += batchSize) {
  const batch = builtPages.slice(start, start + batchSize);
  test(`axe finds nothing at 400 %, light and dark, and nothing scrolls sideways: ${batch.at(0)} to ${batch.at(-1)}`, async ({
    page,
  }) => {
    test.setTimeout(batchSize * 10_000);
    const faults: string[] = [];
    for (const path of batch) faults.push(...(await faultsAt(page, path)));
    expect(faults).toEqual([]);
  });
}
