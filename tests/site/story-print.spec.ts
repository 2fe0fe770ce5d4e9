import { expect, test } from '@playwright/test';

test('a story prints on at most two sheets, with its citation and a code that leads to it', async ({
  page,
}) => {
  await page.goto('/dien-hinh/ngay-chu-nhat-phan-loai-rac-tai-nguon/');
  await expect(page.getByRole('img', { name: /^Mã QR/ })).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /^Mã QR dẫn tới .*\/d\/MH-0005$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Trích dẫn' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(sheets.length).toBeLessThanOrEqual(2);
});
