import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';

const ids = globSync('content/answers/*.mdx').map((path) => basename(path, '.mdx'));

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script, viewport: { width: 360, height: 740 } });

    test('an answer opens at its address, with its source and its door', async ({ page }) => {
      await page.goto('/hoi-dap/#han-nop-bao-cao');
      const answer = page.locator('#han-nop-bao-cao');
      await expect(answer.getByRole('heading')).toBeInViewport();
      await expect(answer.getByRole('link', { name: 'Mục V.2.9' })).toBeVisible();
      await expect(answer.getByRole('link', { name: 'Gửi báo cáo năm' })).toHaveAttribute(
        'href',
        '/bao-cao-nam/',
      );
    });

    test('a topic unfolds its questions, which lead to their answers', async ({ page }) => {
      await page.goto('/hoi-dap/');
      await page.locator('summary').filter({ hasText: 'Khen thưởng' }).click();
      await page
        .getByRole('navigation', { name: 'Các câu hỏi' })
        .getByRole('link', { name: 'Được khen có tiền thưởng không?' })
        .click();
      await expect(page.locator('#tien-thuong')).toBeInViewport();
    });
  });
}

test('every answer stands on the page once', async ({ page }) => {
  await page.goto('/hoi-dap/');
  expect(ids.length).toBeGreaterThanOrEqual(40);
  for (const id of ids) await expect(page.locator(`article[id="${id}"]`)).toHaveCount(1);
});

test('what the movement is takes at most 250 words at 18 px, and one sheet of A5', async ({ page }) => {
  await page.goto('/la-gi/');
  const article = page.locator('article');
  const words = await article.evaluate((node) => {
    const parts = [...node.children];
    const own = parts.slice(
      0,
      parts.findIndex(({ id }) => id === 'hoc-sinh'),
    );
    return own
      .map(({ textContent }) => textContent)
      .join(' ')
      .trim()
      .split(/\s+/).length;
  });
  expect(words).toBeLessThanOrEqual(250);
  await expect(article.locator('p').nth(1)).toHaveCSS('font-size', '18px');
  await expect(article).toContainText('Kế hoạch không nói đến tiền thưởng');
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(sheet).toMatch(/\/MediaBox\s*\[0 0 (419|420)[\d.]* (594|595)[\d.]*\]/);
});

test('a unit without anything says so, and gives its doors and its former names', async ({ page }) => {
  await page.goto('/don-vi/trang-bom-26248/');
  const main = page.getByRole('main');
  await expect(main).toContainText('Chưa có điển hình nào của phường Trảng Bom được công bố.');
  await expect(main.getByRole('link', { name: 'Đề cử', exact: true })).toHaveAttribute('href', '/de-cu/');
  await expect(main.getByText('Xã Trảng Bom', { exact: true })).toBeVisible();
  await expect(main.getByText('Huyện Trảng Bom', { exact: true })).toBeVisible();
  const feed = await page.request.get('/don-vi/trang-bom-26248/rss.xml');
  expect(feed.status()).toBe(200);
  expect(await feed.text()).toContain('Phường Trảng Bom');
});
