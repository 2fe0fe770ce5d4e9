import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { fillNominee, fillUnit, goOn, phone, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';

const formPath = '/de-cu/tap-the/';

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}

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

test('when the line is cut the answers stay, and the retry makes one filing', async ({ page }) => {
  await page.goto(formPath);
  await fillUnit(page);
  await fillNominee(page, 'Tập thể thử mất mạng');

  // The server took the filing, the answer never arrived.
  const codes: string[] = [];
  await page.route('**/api/forms/*', async (route) => {
    const answer = await route.fetch();
    codes.push((await answer.json()).code);
    await route.abort();
  });
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await expect(page.locator('#name')).toHaveValue('Tập thể thử mất mạng');

  await page.unroute('**/api/forms/*');
  await sendButton(page).click();
  expect([await receiptCode(page)]).toEqual(codes);
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

test('axe finds nothing on the form, empty and with every mistake, nor on receipt and status', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(formPath);
  await expectAccessible(page);
  await goOn(page);
  await expect(page.getByRole('alert')).toContainText('chỗ cần sửa');
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  for (const path of ['/tra-cuu/', '/tra-cuu/?ma=sai', '/de-cu/da-nhan/']) {
    await page.goto(path);
    await expectAccessible(page);
  }
});
