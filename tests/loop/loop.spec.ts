import { expect, test } from '@playwright/test';
import { standInOrigin } from '../fixtures/addresses.ts';
import { fillNominee, fillUnit, goOn, phone, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';

test('the whole loop: a clause, a nomination, the back office, its state, a published story, the search', async ({
  page,
  baseURL,
}) => {
  await page.goto('/ke-hoach/iii-1-1-3/');
  await page.getByRole('main').getByRole('link', { name: /Đề cử/ }).click();
  await fillUnit(page, '');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Có 1 chỗ cần sửa');
  await summary.getByRole('link', { name: /thư điện tử hoặc điện thoại/ }).click();
  await expect(page.getByLabel('Thư điện tử', { exact: true })).toBeFocused();
  await phone(page).fill('0251 0000 000');
  await goOn(page);
  await expect(page.getByRole('radio', { name: /^1\.1\./ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^Tháo gỡ vướng mắc/ })).toBeChecked();
  await fillNominee(page, 'Tập thể thử vòng lặp');
  await sendButton(page).click();

  const code = await receiptCode(page);
  expect(code).toMatch(/^DN\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);

  await expect(async () => {
    await page.goto(`${standInOrigin}/bang/Đề cử`);
    await expect(page.getByText(code)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: code }).click();
  await page.getByLabel('Trạng thái').selectOption('Đang kiểm tra');
  await page.getByRole('button', { name: 'Ghi thay đổi' }).click();

  await expect(async () => {
    await page.goto('/tra-cuu/');
    await page.getByLabel('Mã hồ sơ').fill(code.toLowerCase().replaceAll('-', ''));
    await page.getByRole('button', { name: 'Xem trạng thái' }).click();
    await expect(page.getByText('Đang xem xét')).toBeVisible({ timeout: 500 });
  }).toPass();

  await page.goto(`${standInOrigin}/bang/Điển hình/moi`);
  const story = {
    Mã: 'MH-0999',
    Tên: 'Vườn ươm cây giống bằng nước mưa',
    'Tóm tắt': 'Một vườn ươm thử dùng nước mưa.',
    'Nội dung': 'Gom nước mưa từ mái nhà, tưới nhỏ giọt.',
    'Tên đơn vị': 'Đơn vị thử',
    Năm: '2026',
  };
  for (const [label, value] of Object.entries(story))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('Loại', { exact: true }).selectOption('Mô hình');
  await page.getByLabel('Trạng thái').selectOption('Công bố');
  await page.getByLabel('Đồng ý công khai').check();
  await page.getByRole('button', { name: 'Thêm hàng' }).click();

  // While the site is rebuilt and swapped, every request is answered.
  const statuses: number[] = [];
  await expect(async () => {
    for (const path of ['/', '/ke-hoach/', '/dien-hinh/']) {
      statuses.push((await fetch(new URL(path, baseURL))).status);
    }
    const gallery = await fetch(new URL('/dien-hinh/', baseURL));
    expect(await gallery.text()).toContain(story.Tên);
  }).toPass({ intervals: [50] });
  expect(new Set(statuses)).toEqual(new Set([200]));

  for (const typed of ['vườn ươm', 'vuon uom', 'nuoc mua']) {
    await page.goto('/dien-hinh/');
    await page.getByRole('main').getByRole('searchbox').fill(typed);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText(story.Tên);
  }
  await expect(page).toHaveURL(/q=nuoc/);
  await page.locator('[data-part="found"]').getByRole('link', { name: story.Tên }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.Tên);
  await expect(page.getByText('Gom nước mưa')).toBeVisible();
});
