import { expect, type Page, test } from '@playwright/test';
import { ask, firstResult, searchPath } from '../fixtures/search-page.ts';

test('what is typed stays text', async ({ page }) => {
  await ask(page, '<img src=x>');
  await expect(page.locator('site-search img')).toHaveCount(0);
});

test('the header’s form works from every page by keyboard alone', async ({ page }) => {
  await page.goto('/ke-hoach/iii-1-2/');
  await page.getByLabel('Tìm trên toàn trang').focus();
  await page.keyboard.type('bang khen');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tim-kiem\/\?q=bang\+khen$/);
  await expect(page.getByRole('status')).toContainText('“bang khen”');
  await page.getByRole('main').getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('button', { name: 'Tìm' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Tất cả' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(firstResult(page).getByRole('link').first()).toBeFocused();
});

test('what is typed before the script is there stays', async ({ page }) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto('/tim-kiem/', { waitUntil: 'commit' });
  await page.getByRole('main').getByRole('searchbox').fill('lộ trình');
  resolve();
  await page.waitForFunction(() => customElements.get('site-search') !== undefined);
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('lộ trình');
});

test('on a phone the header’s button opens the search page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  await page.getByRole('banner').getByRole('button', { name: 'Tìm' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('when the index does not load, the server answers each question', async ({ page }) => {
  await page.route('**/chi-muc/**', (route) => route.abort());
  await ask(page, 'liên hệ');
  await expect(firstResult(page).getByRole('link')).toHaveAttribute('href', '/lien-he/');
  await page.getByRole('main').getByRole('searchbox').fill('lộ trình');
  await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
  await expect(firstResult(page).getByRole('link')).toHaveAttribute('href', '/lo-trinh/');
});

test('a first result costs few bytes', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await ask(page, 'kế hoạch 113');
  await expect(firstResult(page)).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/pagefind/') || path.endsWith('trang-van.json'))).toEqual(
    [],
  );
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  const queries = ['bao giờ nộp báo cáo', 'III.1.3.4', 'thị trấn Dầu Giây', 'chuyen doi xanh', 'zzzz'];

  for (const query of queries) {
    test(`“${query}” has the answer that it has with script`, async ({ page, browser }) => {
      await ask(page, query);
      const scripted = await browser.newPage({ javaScriptEnabled: true });
      await scripted.goto(new URL(searchPath(query), page.url()).href);
      await scripted.waitForLoadState('networkidle');
      const shown = async (each: Page) => {
        const found = each.locator('[data-part="found"]');
        const links = await found
          .getByRole('link')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        return [await each.getByRole('status').textContent(), await found.textContent(), ...links];
      };
      const expected = await shown(page);
      await expect.poll(() => shown(scripted)).toEqual(expected);
      await scripted.close();
    });
  }

  test('the form of the header and the box of the page lead to answers', async ({ page }) => {
    await page.goto('/tim-kiem/');
    await page.getByRole('main').getByRole('searchbox').fill('AT&T "báo cáo" <b>');
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('AT&T "báo cáo" <b>');
    await page.getByRole('main').getByRole('searchbox').fill('liên hệ');
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    await firstResult(page).getByRole('link').click();
    await expect(page).toHaveURL('/lien-he/');
  });

  test('the gallery answers too, and a page with an answer is not listed', async ({ page, request }) => {
    await page.goto('/dien-hinh/');
    await page.getByRole('main').getByRole('searchbox').fill('duong');
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    await expect(page).toHaveURL(/\/dien-hinh\/\?q=duong/);
    await expect(page.getByRole('status')).toContainText('“duong”');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
      'Tập thể Phường minh họa C',
    );
    await page.goto('/dien-hinh/?q=long+khanh');
    await expect(page.getByRole('main')).toContainText('Chưa có điển hình nào ở Phường Long Khánh');
    for (const path of [searchPath('xanh'), '/dien-hinh/?q=duong'])
      expect((await request.get(path)).headers()['x-robots-tag']).toBe('noindex');
  });
});
