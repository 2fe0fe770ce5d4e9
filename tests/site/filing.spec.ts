import { expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { fillNominee, fillUnit, phone, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';

const formPath = '/de-cu/tap-the/';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

  test('a nomination is filed, with one mistake first, and looked up', async ({ page }) => {
    await page.goto(formPath);
    await fillUnit(page, '');
    await fillNominee(page, 'Tập thể thử không mã lệnh');
    await sendButton(page).click();
    await expect(page).toHaveTitle(/^Có 1 chỗ cần sửa/);
    await expect(page.getByRole('link', { name: /thư điện tử hoặc điện thoại/ })).toBeVisible();
    await expect(page.getByLabel('Sơ lược đặc điểm, tình hình')).toHaveValue(
      'Một phòng mười người.\nLàm việc tại hai nơi.',
    );
    await expect(page.getByRole('checkbox', { name: /^Tháo gỡ vướng mắc/ })).toBeChecked();
    await phone(page).fill('0251 0000 000');
    await sendButton(page).click();
    const code = await receiptCode(page);

    await page.goto('/tra-cuu/');
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByRole('button', { name: 'Xem trạng thái' }).click();
    await expect(page.getByText(code)).toBeVisible();
    await expect(page.getByText('Đã nhận', { exact: true })).toBeVisible();
  });
});

test('an impatient person who presses twice files once', async ({ page }) => {
  await page.goto(formPath);
  await fillUnit(page);
  await fillNominee(page, 'Tập thể thử bấm hai lần');
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1;
  });
  await sendButton(page).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phiếu');
  expect(posts).toBe(1);
});

test('the page asks only what the answers leave open, and counts characters as the server does', async ({
  page,
}) => {
  await page.goto(formPath);
  const unlisted = page.getByLabel('Tên đơn vị, nếu không có trong danh sách');
  await expect(unlisted).toBeHidden();
  await page.getByLabel('Đơn vị đề cử', { exact: true }).selectOption({ label: 'Khác (ghi rõ bên dưới)' });
  await expect(unlisted).toBeVisible();
  await page.getByLabel('Đơn vị đề cử', { exact: true }).selectOption({ label: 'Sở Nội vụ' });
  await fillUnit(page);

  await page.getByRole('radio', { name: /^1\.3\./ }).check();
  await expect(page.getByRole('checkbox', { name: /^Bảo vệ môi trường/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Tháo gỡ vướng mắc/ })).toBeHidden();

  await page.getByLabel('Sơ lược đặc điểm, tình hình').fill('Chuyển đổi số\n'.normalize('NFD').repeat(2));
  await expect(page.getByText('Còn 973 ký tự.')).toBeVisible();
});

test('axe finds nothing where a status is asked for, nor where it is shown', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ['/tra-cuu/', '/tra-cuu/?ma=sai', '/de-cu/da-nhan/']) {
    await page.goto(path);
    await expectAccessible(page);
  }
});
