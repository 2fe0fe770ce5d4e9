import { expect, test } from '@playwright/test';
import { standInOrigin } from '../fixtures/addresses.ts';
import { fillAdopted, fillAdopter, sampleModel, sendAdoption } from '../fixtures/fill-adoption.ts';
import { receiptCode } from '../fixtures/fill-nomination.ts';

const unitName = 'Xưởng thử vòng lặp';

test('an adoption: filed, confirmed by staff, on the model’s page; its consent taken back, gone', async ({
  page,
  baseURL,
}) => {
  await page.goto(sampleModel.form);
  await fillAdopted(page);
  await fillAdopter(page, unitName);
  await sendAdoption(page).click();
  const code = await receiptCode(page);

  const openRow = () =>
    expect(async () => {
      await page.goto(`${standInOrigin}/bang/Áp dụng`);
      await page.getByRole('link', { name: code }).click({ timeout: 500 });
    }).toPass();
  const modelPage = async () => (await fetch(new URL(sampleModel.path, baseURL))).text();

  await openRow();
  await page.getByLabel('Trạng thái').selectOption('Đã xác nhận');
  await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await expect(async () => expect(await modelPage()).toContain(unitName)).toPass({ timeout: 60_000 });
  await page.goto(sampleModel.path);
  const unit = page.getByRole('listitem').filter({ hasText: unitName });
  await expect(unit).toContainText('từ tháng 9 năm 2026');
  await expect(unit).toContainText('Xưởng thử bớt giờ chạy không tải.');
  await expect(unit).toContainText('từ 9 giờ đến 5 giờ');
  await page.goto(`/dien-hinh/?q=${encodeURIComponent('nhà máy giảm điện')}`);
  await expect(page.locator(`[data-story="${sampleModel.path}"]`)).toContainText('1 đơn vị đã áp dụng');
  await page.goto(`/tra-cuu/?ma=${code}`);
  await expect(page.getByText('Đã xác nhận', { exact: true })).toBeVisible();

  await openRow();
  await page.getByLabel('Đồng ý công khai').uncheck();
  await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await expect(async () => expect(await modelPage()).not.toContain(unitName)).toPass({ timeout: 60_000 });
  // The name goes at once, whole lists with the next build.
  await expect(async () => expect(await modelPage()).toContain('Chưa có đơn vị nào báo đã áp dụng.')).toPass({
    timeout: 60_000,
  });
});
