import { expect, type Page, test } from '@playwright/test';

const path = '/phan-hoi/#buoc-2';

async function openFinder(page: Page) {
  await page.goto(path);
  const box = page.getByRole('searchbox', { name: /Tìm nhanh/ });
  const finder = page.locator('unit-finder');
  return { box, finder, select: page.locator('#unitCode'), status: finder.getByRole('status') };
}

test('Enter chooses the commune whose name was typed, and says so as large as an answer', async ({
  page,
}) => {
  const { box, select, finder } = await openFinder(page);
  await box.focus();
  await page.evaluate(() => customElements.whenDefined('unit-finder').then(() => undefined));
  for (const [typed, name] of [
    ['phường Phước Long', 'UBND phường Phước Long'],
    ['Long Bình', 'UBND phường Long Bình'],
    ['ubnd xa long phuoc', 'UBND xã Long Phước'],
  ] as const) {
    await box.fill(typed);
    await box.press('Enter');
    await expect(select).toBeFocused();
    await expect(select.locator('option:checked')).toHaveText(name);
    await expect(finder.getByText(name)).toBeVisible();
    await expect(box).toHaveValue('');
  }
  const sizes = await page.evaluate(() =>
    ['unit-finder [data-chosen] strong', '#unitCode'].map((selector) => {
      const element = document.querySelector(selector);
      return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
    }),
  );
  expect(sizes[0]).toBeGreaterThanOrEqual(sizes[1] ?? 0);
});

test('where several fit, Enter chooses nothing and asks; the arrow keys lead to each', async ({ page }) => {
  const { box, select, finder, status } = await openFinder(page);
  await box.fill('huyện Lộc Ninh');
  await expect(finder.getByRole('button')).toHaveCount(7);
  await box.press('Enter');
  await expect(status).toContainText('Có 7 đơn vị khớp với tên đã gõ, hãy chọn');
  await expect(select).toHaveValue('');
  await expect(finder.getByRole('button')).toHaveCount(7);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(finder.getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(select.locator('option:checked')).toHaveText('UBND phường Lộc Ninh');
  await expect(status).toContainText('trước 1/7/2025: huyện Lộc Ninh');
});

test('Enter waits for the search of what stands in the box, however fast it was typed', async ({ page }) => {
  await page.route('**/*find-units*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  const { box, select } = await openFinder(page);
  await box.fill('Long');
  await page.evaluate(() => customElements.whenDefined('unit-finder').then(() => undefined));
  await box.fill('xã Long Thành');
  await box.press('Enter');
  await expect(select.locator('option:checked')).toHaveText('UBND phường Long Thành');
});

test('Enter in the box never sends the form, not even before its script is there', async ({ page }) => {
  await page.route('**/*unit-finder*.js', () => undefined);
  const { box } = await openFinder(page);
  await box.fill('Long Thành');
  await box.press('Enter');
  await expect(page.locator('[data-error-summary]')).toBeHidden();
});

test('a name that is nowhere, or nearly one, chooses nothing; another choice in the list takes back what was said', async ({
  page,
}) => {
  const { box, select, status, finder } = await openFinder(page);
  await box.fill('xã Không Có');
  await expect(status).toContainText('Không thấy');
  await box.press('Enter');
  await expect(status).toContainText('Không thấy đơn vị nào khớp');
  await box.fill('Bầu Hàm');
  await box.press('Enter');
  await expect(status).toContainText('gần giống');
  await expect(select).toHaveValue('');
  await finder.getByRole('button', { name: 'UBND xã Bàu Hàm' }).click();
  await expect(status).toContainText('UBND xã Bàu Hàm');
  await select.selectOption({ label: 'Sở Nội vụ' });
  await expect(status).not.toContainText('Bàu Hàm');
});
