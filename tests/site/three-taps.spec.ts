import { expect, type Locator, test } from '@playwright/test';

// What somebody who does not know the site comes for, on a phone, from the home page: at most three taps. Typing is no tap.
test.use({ viewport: { width: 360, height: 740 } });

/** Counts the taps of a walk. */
function walker() {
  let taps = 0;
  return {
    tap: async (target: Locator) => {
      taps += 1;
      await target.click();
    },
    taps: () => taps,
  };
}

test('when the yearly report is due, and its form', async ({ page }) => {
  const { tap, taps } = walker();
  await page.goto('/');
  await tap(page.getByRole('button', { name: 'Tìm' }).first());
  await page.getByRole('searchbox').fill('bao giờ nộp báo cáo');
  await page.keyboard.press('Enter');
  const answer = page.locator('site-search [data-part="found"] li').first();
  await expect(answer).toContainText('định kỳ hằng năm');
  await tap(answer.locator('.door a'));
  await expect(page).toHaveURL(/\/bao-cao-nam\/$/);
  expect(taps()).toBeLessThanOrEqual(3);
});

test('what a good model is given, and whether there is money', async ({ page }) => {
  const { tap, taps } = walker();
  await page.goto('/');
  await tap(page.getByRole('main').getByRole('link', { name: 'Phong trào là gì' }));
  await expect(page.getByText('Kế hoạch không nói đến tiền thưởng')).toBeVisible();
  expect(taps()).toBeLessThanOrEqual(3);
});

test('a model about rubbish, and where it was done', async ({ page }) => {
  const { tap, taps } = walker();
  await page.goto('/');
  await tap(page.getByRole('main').getByRole('link', { name: 'Tìm điển hình' }));
  await page.getByRole('main').getByRole('searchbox').fill('rác');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Tìm thấy');
  await tap(page.getByRole('link', { name: /rác/ }).filter({ visible: true }).first());
  await expect(page.getByRole('heading', { level: 1 })).toContainText('rác');
  await expect(page.getByRole('main')).toContainText(/Xã|Phường|UBND/i);
  expect(taps()).toBeLessThanOrEqual(3);
});
