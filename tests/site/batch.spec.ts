import { expect, test } from '@playwright/test';
import { writeWorkbook } from '../../src/platform/spreadsheet/write-workbook.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import {
  cell,
  codes,
  collectivesPath,
  expectPlainSound,
  openTablePage,
  own,
  sendAndWait,
  sendTableButton,
} from '../fixtures/batch-page.ts';
import { fillShared, pasteInto } from '../fixtures/fill-table.ts';
import { keptDrafts } from '../fixtures/sending.ts';
import { faultyCells, goodCells, headings, pastedTable } from '../fixtures/tables.ts';
import { letWaitPass } from '../fixtures/wait-passed.ts';

// axe looks at whole pages, several times a test.

test.use({ viewport: { width: 360, height: 780 } });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a table half faulty: codes for the good rows, the others mended and sent again into one list', async ({
    page,
  }) => {
    await page.goto(collectivesPath);
    await expectPlainSound(page);
    await fillShared(page);
    const [good, bad] = [own('Tổ đúng'), own('Tổ thiếu')];
    await page
      .getByLabel('Dán bảng từ Excel')
      .fill(pastedTable([goodCells(good, '1'), faultyCells(bad, '2')]));
    await sendAndWait(page);
    await expect(page).toHaveTitle(/^Đã nhận 1 dòng, còn 1 dòng cần sửa/);
    await expectPlainSound(page);
    await expect(page.getByRole('row', { name: good }).getByRole('link', { name: /^DN\d\d-/ })).toBeVisible();
    await expect(page.getByRole('row', { name: bad })).toContainText('Nhập “Thành tích”.');
    const code = await codes(page).textContent();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải bảng này' }).click();
    expect((await download).suggestedFilename()).toBe('bang-can-sua.xlsx');

    // Sent again as a whole, mended: the first row keeps its code. Who mended has waited meanwhile.
    await letWaitPass(page);
    await page.getByLabel('Dán bảng từ Excel').fill(pastedTable([goodCells(good, '1'), goodCells(bad, '2')]));
    await sendTableButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
    await expect(codes(page)).toHaveCount(2);
    await expect(codes(page).first()).toHaveText(code ?? '');
    await expectPlainSound(page);
    const listed = page.url();
    await page.reload();
    expect(page.url()).toBe(listed);
    await expect(codes(page)).toHaveCount(2);
    await codes(page).nth(1).click();
    await expect(page.getByText(bad)).toBeVisible();
  });

  test('a file is read; a mistake in what is given once keeps its table on the page', async ({ page }) => {
    await page.goto(collectivesPath);
    const name = own('Tổ trong tệp');
    const file = writeWorkbook([{ name: 'Bảng', widths: [], rows: [headings, goodCells(name)] }]);
    await page.getByLabel(/chọn tệp/).setInputFiles({
      name: 'bang.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(file),
    });
    await sendTableButton(page).click();
    await expect(page).toHaveTitle(/^Có \d chỗ cần sửa/);
    await expect(page.getByLabel('Dán bảng từ Excel')).toHaveValue(new RegExp(name));
    await fillShared(page);
    await letWaitPass(page);
    await sendTableButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 1 hồ sơ');
  });
});

for (const width of [360, 1280]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } });

    test('a table pasted as a whole, one row mended in its cell, then sent', async ({ page }) => {
      await openTablePage(page);
      await expectAccessible(page);
      const [good, bad] = [own('Tổ đúng'), own('Tổ thiếu')];
      await pasteInto(
        cell(page, 1, 'Tên tập thể được đề cử'),
        pastedTable([goodCells(good), faultyCells(bad)]),
      );
      await expect(page.getByText('2/100 dòng')).toBeVisible();
      await expect(page.getByText('Đã đưa 2 dòng vào bảng.')).toBeVisible();
      await fillShared(page);
      await sendTableButton(page).click();
      await expect(page.getByRole('alert')).toContainText('Chưa dòng nào được gửi');
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Dòng 2: Nhập “Thành tích”.' }).click();
      await expect(cell(page, 2, 'Thành tích')).toBeFocused();
      await page.keyboard.type('Đã ghi thêm.');
      await sendTableButton(page).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
      await expect(page.getByRole('row', { name: bad })).toBeVisible();
      await expect.poll(() => keptDrafts(page)).toBe(0);
    });
  });
}

test('valid rows are sent alone; the others are corrected and join the same list', async ({ page }) => {
  await openTablePage(page);
  const [good, bad] = [own('Tổ đúng'), own('Tổ thiếu')];
  await pasteInto(cell(page, 1, 'Tên tập thể được đề cử'), pastedTable([goodCells(good), faultyCells(bad)]));
  await fillShared(page);
  await sendTableButton(page).click();
  await page.getByRole('button', { name: 'Chỉ gửi 1 dòng đã đúng' }).click();
  await expect(page.getByRole('heading', { name: 'Đã nhận 1 dòng, còn 1 dòng cần sửa' })).toBeVisible();
  await expect(page.getByText('1/100 dòng')).toBeVisible();
  await expect(codes(page.locator('[data-outcomes]'))).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Dòng 2: Nhập “Thành tích”.' }).click();
  await page.keyboard.type('Đã ghi thêm.');
  await sendTableButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
});
