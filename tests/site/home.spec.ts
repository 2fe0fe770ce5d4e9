import { expect, test } from '@playwright/test';

test('shows the three newest stories, each marked when it is a sample', async ({ page }) => {
  await page.goto('/dien-hinh/');
  const newest = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  await page.goto('/');
  const part = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: 'Điển hình mới' }) });
  await expect(part.getByRole('heading', { level: 3 })).toHaveText(newest.slice(0, 3));
  await expect(part.getByText('Dữ liệu minh hoạ', { exact: true })).toHaveCount(3);
  await expect(part).toHaveAttribute('data-nosnippet', '');
});

test('says what is due next in the plan’s words, each with its clause', async ({ page }) => {
  await page.goto('/');
  const due = page.locator('.due').getByRole('listitem');
  const yearly = due.filter({ hasText: 'Định kỳ hằng năm' });
  await expect(yearly.getByRole('link')).toHaveAttribute('href', '/ke-hoach/v-2-9/');
  await expect(due.filter({ hasText: 'Năm 2030' }).getByRole('link')).toHaveAttribute(
    'href',
    '/ke-hoach/v-1-2/',
  );
  await expect(page.locator('.due')).not.toContainText('Quý II/2026');
});
