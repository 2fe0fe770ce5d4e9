import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { keepDeviceFonts, shiftOf, watchShift } from '../fixtures/layout-shift.ts';

const header = (page: Page) => page.getByRole('banner');

/** What of the header is shown and can be used, in the order of the tab key, with where it stands. */
async function controls(page: Page) {
  const shown = header(page).locator('a, button, input, summary').and(page.locator(':visible'));
  const boxes = await Promise.all((await shown.all()).map((control) => control.boundingBox()));
  return boxes.flatMap((box) => (box ? [box] : []));
}

for (const width of [320, 360, 412, 768, 895, 896, 1024, 1087, 1088, 1199, 1200, 1280]) {
  test(`at ${width} px the header is one row in the order of the tab key, large enough to hit`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto('/tieu-chi/co-quan/');
    const boxes = await controls(page);
    const middles = boxes.map(({ y, height }) => y + height / 2);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(6);
    expect(boxes.map(({ x }) => x)).toEqual(boxes.map(({ x }) => x).toSorted((a, b) => a - b));
    for (const { height } of boxes) expect(height).toBeGreaterThanOrEqual(43);
    for (const [index, { x, width: wide }] of boxes.entries()) {
      expect(x + wide).toBeLessThanOrEqual((boxes[index + 1]?.x ?? width) + 1);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    // Two lines of a name, never four.
    expect(Math.max(...boxes.map(({ height }) => height))).toBeLessThan(60);
  });
}

test('the header moves nothing once it is painted', async ({ page }) => {
  await keepDeviceFonts(page);
  await watchShift(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/');
  expect(await shiftOf(page)).toBe(0);
});

test('on paper the header is its name alone', async ({ page }) => {
  await page.goto('/tieu-chi/');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ media: 'print' });
    await expect(header(page).getByRole('link')).toHaveCount(1);
    await expect(header(page).locator('summary, button, input').and(page.locator(':visible'))).toHaveCount(0);
  }
});

test('the footer leads to the portals of the city and the state, marked as outside', async ({ page }) => {
  await page.goto('/');
  const outside = page.getByRole('contentinfo').locator('a[rel="external"]');
  expect(await outside.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'https://dongnai.gov.vn',
    'https://dichvucong.gov.vn',
  ]);
  for (const item of await page.getByRole('listitem').filter({ has: outside }).all())
    await expect(item).toContainText('liên kết ngoài');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('Escape closes the menu and goes back to its button', async ({ page }) => {
    await page.goto('/tieu-chi/');
    const menu = header(page).getByRole('navigation', { name: 'Mục chính' });
    const button = header(page).locator('summary');
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('link', { name: 'Kế hoạch' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('axe finds nothing with the menu open', async ({ page }) => {
    await page.goto('/tieu-chi/');
    await header(page).locator('summary').click();
    await expectAccessible(page, 'html');
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('the menu opens, marks where the reader is, and leads on', async ({ page }) => {
      await page.goto('/tieu-chi/co-quan/');
      const menu = header(page).getByRole('navigation', { name: 'Mục chính' });
      await expect(menu).toBeHidden();
      await header(page).getByText('Menu').click();
      await expect(menu.locator('[aria-current]')).toHaveText('Tiêu chí');
      await menu.getByRole('link', { name: 'Hỏi đáp' }).click();
      await expect(page).toHaveURL('/hoi-dap/');
      await header(page).getByText('Menu').click();
      await expect(menu.locator('[aria-current="page"]')).toHaveText('Hỏi đáp');
    });

    test('the search leads to its page', async ({ page }) => {
      await page.goto('/tieu-chi/');
      await header(page).getByRole('button', { name: 'Tìm' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tìm kiếm');
    });
  });
});
