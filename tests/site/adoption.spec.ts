import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { fillAdopted, fillAdopter, sampleModel, sendAdoption, since } from '../fixtures/fill-adoption.ts';
import { goOn, receiptCode } from '../fixtures/fill-nomination.ts';

const adopted = '/dien-hinh/to-cong-nghe-so-cong-dong-ho-tro-tai-nha-van-hoa/';
const model = (page: Page) => page.getByLabel('Mô hình được áp dụng');

/** Looks a code up by hand and finds it received. */
async function expectReceived(page: Page, code: string): Promise<void> {
  await page.goto('/tra-cuu/');
  await page.getByLabel('Mã hồ sơ').fill(code);
  await page.getByRole('button', { name: 'Xem trạng thái' }).click();
  await expect(page.getByText('Đơn vị chúng tôi áp dụng mô hình')).toBeVisible();
  await expect(page.getByText('Đã nhận', { exact: true })).toBeVisible();
}

test.use({ viewport: { width: 360, height: 780 } });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an adoption is filed, with one mistake first, and looked up', async ({ page }) => {
    await page.goto(sampleModel.form);
    await model(page).selectOption(sampleModel.id);
    await fillAdopted(page, '1/2099');
    await fillAdopter(page, 'Xưởng thử không mã lệnh');
    await sendAdoption(page).click();
    await expect(page).toHaveTitle(/^Có 1 chỗ cần sửa/);
    await expect(page.getByRole('link', { name: /^Tháng này chưa đến/ })).toBeVisible();
    await expect(model(page)).toHaveValue(sampleModel.id);
    await expect(page.getByLabel('Áp dụng thế nào')).toHaveValue('Làm ở một xưởng.\nGiữ nguyên các bước.');
    await expect(page.getByRole('checkbox', { name: /^Đồng ý đăng/ })).toBeChecked();
    await since(page).fill('9/2026');
    await sendAdoption(page).click();
    await expectReceived(page, await receiptCode(page));
  });
});

test('from a model’s page a unit files that it applies it too: the model is chosen, one mistake is mended', async ({
  page,
}) => {
  await page.goto(sampleModel.path);
  const section = page.getByRole('region', { name: 'Đơn vị đã áp dụng' });
  await expect(section).toContainText('Chưa có đơn vị nào báo đã áp dụng.');
  await section.getByRole('link', { name: 'Đơn vị chúng tôi cũng áp dụng' }).click();
  await expect(model(page)).toHaveValue(sampleModel.id);
  await fillAdopted(page, '1/2099');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Có 1 chỗ cần sửa');
  await summary.getByRole('link', { name: /^Tháng này chưa đến/ }).click();
  await expect(since(page)).toBeFocused();
  await since(page).fill('9/2026');
  await goOn(page);
  await fillAdopter(page, 'Xưởng thử');
  await sendAdoption(page).click();
  await expectReceived(page, await receiptCode(page));
});

test('a link that names no model of the list leaves the choice open, and the form asks for it', async ({
  page,
}) => {
  await page.goto('/ap-dung/?mo-hinh=MH-9999');
  await expect(model(page)).toHaveValue('');
  await goOn(page);
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Chọn mô hình/ })
    .click();
  await expect(model(page)).toBeFocused();
});

test('a model’s page says who applies it, since when and with what result; an honoree’s says nothing of it', async ({
  page,
}) => {
  await page.goto(adopted);
  const section = page.getByRole('region', { name: 'Đơn vị đã áp dụng (2)' });
  const units = section.getByRole('listitem');
  await expect(units).toHaveCount(2);
  await expect(units.nth(0)).toContainText('Xã minh họa E từ tháng 10 năm 2026');
  await expect(units.nth(0)).toContainText('Chưa báo kết quả.');
  await expect(units.nth(1)).toContainText('Phường minh họa D');
  await expect(units.nth(1)).toContainText('từ 41% đến 63%');
  await expect(units.getByText('Dữ liệu minh họa', { exact: true })).toHaveCount(2);
  await page.goto('/dien-hinh/tap-the-hoi-minh-hoa-08/');
  await expect(page.getByRole('main')).not.toContainText('áp dụng');
});

test('axe finds nothing on a model’s page with its adoptions, and it fits 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(adopted);
  await expectAccessible(page);
});
