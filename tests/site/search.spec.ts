import { expect, type Page, test } from '@playwright/test';

const address = (query: string, section = '') =>
  `/tim-kiem/?${new URLSearchParams({ q: query, ...(section ? { muc: section } : {}) })}`;

async function ask(page: Page, query: string, section = ''): Promise<void> {
  await page.goto(address(query, section));
  await expect(page.getByRole('status')).toContainText(`“${query}”`);
}

const rows = (page: Page, section: string) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: section }) })
    .getByRole('listitem');

test('“chuyen doi xanh” is found in the plan, on pages and in stories, with its tones', async ({ page }) => {
  await ask(page, 'chuyen doi xanh');
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('Kế hoạch');
  for (const section of ['Kế hoạch', 'Trang']) {
    await expect(rows(page, section).first()).toContainText('chuyển đổi xanh');
  }
  await expect(page.getByRole('main')).not.toContainText(/[ḏḎ]/);
});

test('“nông nghiệp” leads to the clause that names the duty', async ({ page }) => {
  await ask(page, 'nông nghiệp');
  const duty = rows(page, 'Kế hoạch').filter({ hasText: 'Mục V.2.3' });
  await expect(duty).toContainText('Sở Nông nghiệp và Môi trường');
  await duty.getByRole('link').click();
  await expect(page).toHaveURL('/ke-hoach/v-2-3/');
});

test('“bang khen” finds the clauses themselves, once each, under the heading they stand in', async ({
  page,
}) => {
  await ask(page, 'bang khen', 'ke-hoach');
  const links = rows(page, 'Kế hoạch').getByRole('link');
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(found.toSorted()).toEqual(['a-1', 'a-2', 'b-3', 'b-5'].map((end) => `/ke-hoach/iii-2-2-${end}/`));
  await expect(rows(page, 'Kế hoạch').first()).toContainText('Khen thưởng sơ kết');
});

test('the heading of a clause is found too', async ({ page }) => {
  await ask(page, 'Tiêu chuẩn khen thưởng', 'ke-hoach');
  await expect(rows(page, 'Kế hoạch').first()).toContainText('Mục III.2');
});

test('one section can be chosen, and the address keeps it', async ({ page }) => {
  await ask(page, 'chuyển đổi số');
  await page.getByRole('radio', { name: 'Điển hình' }).check();
  await expect(page).toHaveURL(/muc=dien-hinh/);
  await expect(rows(page, 'Kế hoạch')).toHaveCount(0);
  await expect(rows(page, 'Điển hình').first()).toContainText('Dữ liệu minh họa');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Tất cả' })).toBeChecked();
  await expect(rows(page, 'Kế hoạch').first()).toBeVisible();
});

test('a section shows five, and leads on to the others', async ({ page }) => {
  await ask(page, 'chuyển đổi xanh');
  await expect(rows(page, 'Kế hoạch')).toHaveCount(5);
  await page.getByRole('link', { name: 'Xem thêm trong Kế hoạch' }).click();
  await expect(rows(page, 'Kế hoạch')).toHaveCount(20);
  await expect(page.getByRole('radio', { name: 'Kế hoạch' })).toBeChecked();
});

test('when nothing is found it says so and shows other ways', async ({ page }) => {
  await ask(page, 'zzzz');
  await expect(page.getByRole('status')).toHaveText('Không tìm thấy gì cho “zzzz”.');
  await expect(page.getByRole('heading', { name: 'Các lối khác' })).toBeVisible();
});

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
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Tìm' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Tất cả' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(rows(page, 'Kế hoạch').first().getByRole('link')).toBeFocused();
});

test('on a phone the header’s button opens the search page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  await page.getByRole('banner').getByRole('button', { name: 'Tìm' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('when the index does not load it says so, and asking again tries again', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(address('xanh'));
  await expect(page.getByRole('status')).toContainText('Chưa mở được');
  await expect(page.getByRole('heading', { name: 'Các lối khác' })).toBeVisible();
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await expect(page.getByRole('status')).toContainText('Tìm thấy');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page explains and leads to the site map and the contents', async ({ page }) => {
    await page.goto(address('xanh'));
    await expect(page.getByRole('searchbox')).toBeHidden();
    const notice = page.locator('noscript p');
    await expect(notice.getByRole('link', { name: 'Sơ đồ trang' })).toBeVisible();
    await expect(notice.getByRole('link', { name: 'toàn văn kế hoạch' })).toBeVisible();
  });
});
