import { expect, test } from '@playwright/test';
import { findTitles } from '../fixtures/find-stories.ts';

const gallery = '/dien-hinh/';
const complete = '16 điển hình, mới nhất trước.';
const lights = 'Tập thể Phường minh họa C';

test('the address holds the query: back, forward, return from a story and a shared link', async ({
  page,
}) => {
  await page.goto(gallery);
  const status = page.getByRole('status');
  await page.getByRole('main').getByRole('searchbox').pressSequentially('dong nai', { delay: 30 });
  await expect(page).toHaveURL(/\?q=dong\+nai$/);
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('searchbox').fill('duong');
  await expect(status).toContainText('“duong”');
  await page.goBack();
  await expect(status).toContainText('“dong nai”');
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('dong nai');
  await page.goBack();
  await expect(page).toHaveURL(gallery);
  await expect(status).toHaveText(complete);
  await page.goForward();
  await expect(status).toContainText('“dong nai”');
  await page.getByRole('link', { name: /Hợp tác xã/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hợp tác xã');
  await page.goBack();
  await expect(status).toContainText('“dong nai”');
  await page.goto(`${gallery}?q=${encodeURIComponent('đường')}`);
  await expect(status).toContainText('“đường”');
});

test('a card pressed while the words typed are taken up opens its story', async ({ page }) => {
  await page.goto(gallery);
  const words = page.getByRole('main').getByRole('searchbox');
  // The search is awake: keys are answered at once from here on.
  await words.fill('cay xanh');
  await expect(page).toHaveURL(/q=cay/);
  await words.fill('duong');
  const link = page.locator('[data-part="found"]').getByRole('link', { name: lights });
  await link.hover();
  await page.mouse.down();
  const pressed = await link.boundingBox();
  await expect(page).toHaveURL(/q=duong/);
  await page.waitForTimeout(500);
  expect(await link.boundingBox(), 'more results do not move the card').toEqual(pressed);
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name: lights })).toBeVisible();
});

test('works from the keyboard alone', async ({ page }) => {
  await page.goto(gallery);
  await page.getByRole('main').getByRole('searchbox').focus();
  await page.keyboard.type('duong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('“duong”');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('button', { name: 'Tìm' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Bỏ qua các từ lọc/ })).toBeFocused();
  const first = page.locator('[data-part="found"] [data-story]').first();
  await first.evaluate((card) => card.setAttribute('data-kept', ''));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#/);
  await page.getByRole('button', { name: 'Chép đường dẫn' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: lights })).toBeFocused();
  await expect(first, 'a place on the page asks nothing anew').toHaveAttribute('data-kept');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: lights })).toBeVisible();
});

test('an answer that comes late does not replace a newer one', async ({ page }) => {
  await page.route('**/pagefind/wasm.*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await route.continue();
  });
  await page.goto(gallery);
  await page.getByRole('main').getByRole('searchbox').fill('duong');
  await expect(page.getByRole('status')).toHaveText('Đang tìm…');
  await page.getByRole('main').getByRole('searchbox').fill('dong nai');
  await expect(page.getByRole('status')).toContainText('“dong nai”');
  await page.waitForTimeout(400);
  await expect(page.getByRole('status')).toContainText('“dong nai”');
});

test('no part of the index is loaded before the first search', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(gallery, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /^\/(?:pagefind|chi-muc)\//.test(path))).toEqual([]);
  await page.getByRole('main').getByRole('searchbox').focus();
  await expect.poll(() => asked.includes('/chi-muc/root.idx')).toBe(true);
});

test('when the index does not load, it says so, keeps the list, and Enter tries again', async ({ page }) => {
  await page.route('**/chi-muc/**', (route) => route.abort());
  await page.goto(`${gallery}?q=duong`);
  await expect(page.getByRole('status')).toContainText('Chưa mở được công cụ tìm kiếm');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(6);
  await page.unroute('**/chi-muc/**');
  await page.getByRole('main').getByRole('searchbox').press('Enter');
  await expect(page.getByRole('status')).toContainText('Tìm thấy');
});

test('when only the index of texts does not load, names and summaries still answer', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(gallery);
  expect((await findTitles(page, 'duong'))[0]).toBe(lights);
});

test.describe('a slip', () => {
  for (const typed of ['truy xaut nguồn gốc', 'truy xuatt nguon goc', 'truyxuat nguon goc']) {
    test(`“${typed}” is asked back, and finds what was meant`, async ({ page }) => {
      await page.goto(gallery);
      expect((await findTitles(page, typed))[0]).toBe('Hợp tác xã truy xuất nguồn gốc bằng mã QR');
      await expect(page.getByRole('status')).toContainText('Ý bạn là');
    });
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the complete list is there, and the box leads to an answer of the server', async ({ page }) => {
    await page.goto(gallery);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(6);
    await page.getByRole('main').getByRole('searchbox').fill('duong');
    await page.getByRole('main').getByRole('searchbox').press('Enter');
    await expect(page.getByRole('status')).toContainText('“duong”');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(lights);
    await page.goto(gallery);
    for (const name of ['Theo tên', 'Chép đường dẫn'])
      await expect(page.getByRole('button', { name })).toBeHidden();
    await page.getByRole('link', { name: 'Xem tất cả 16 điển hình' }).click();
    await expect(page.getByRole('main').locator('.rows a')).toHaveCount(16);
    await page.getByRole('link', { name: lights }).click();
    await expect(page.getByRole('heading', { level: 1, name: lights })).toBeVisible();
    await expect(page.getByRole('button', { name: /Chép/ })).toBeHidden();
  });
});

test('every sample says that it is one, on its card and on its page, and asks not to be indexed', async ({
  page,
}) => {
  await page.goto(gallery);
  const cards = page.locator('[data-story]');
  const marked = cards.filter({ hasText: 'Dữ liệu minh họa' });
  await expect(cards).toHaveCount(6);
  await expect(marked).toHaveCount(6);
  await page.goto(`${gallery}tat-ca/`);
  const rows = page.getByRole('main').locator('.rows > li');
  await expect(rows.filter({ hasText: 'Dữ liệu minh họa' })).toHaveCount(16);
  const links = await rows
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links).toHaveLength(16);
  for (const path of [gallery, ...links]) {
    await page.goto(path);
    await expect(page.getByText('Dữ liệu minh họa – không phải thông tin thật')).toBeVisible();
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  }
});

test('a decision is found by its number', async ({ page }) => {
  await page.goto(gallery);
  expect((await findTitles(page, '00/QĐ-MINHHOA')).length).toBe(8);
});
