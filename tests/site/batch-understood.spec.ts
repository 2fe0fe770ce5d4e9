import { expect, type Page, test } from '@playwright/test';
import { writeWorkbook } from '../../src/platform/spreadsheet/write-workbook.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import {
  cell,
  collectivesPath,
  expectPlainSound,
  openTablePage,
  own,
  sendTableButton,
} from '../fixtures/batch-page.ts';
import { fillShared, pasteInto } from '../fixtures/fill-table.ts';
import { goodCells, headings, pastedTable } from '../fixtures/tables.ts';
import { letWaitPass } from '../fixtures/wait-passed.ts';

// axe looks at whole pages, several times a test.

/** A list as offices make it: a title above, a total below. */
const officeTable = (name: string) => ({
  name: 'bang.xlsx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(
    writeWorkbook([
      {
        name: 'DS',
        widths: [],
        rows: [['DANH SÁCH ĐỀ CỬ'], headings, goodCells(name, '1'), ['', 'Tổng cộng: 01 tập thể']],
      },
    ]),
  ),
});

const understood = (page: Page) => page.locator('[data-understood]');

const expectListed = async (page: Page, name: string) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 1 hồ sơ');
  await expect(page.getByRole('row', { name })).toBeVisible();
  await expect(page.locator('[data-left-out]')).toContainText('Dòng 4: dòng tổng cộng.');
};

test('a file says how it was understood before it is sent, and the list of codes says what was not filed', async ({
  page,
}) => {
  await openTablePage(page);
  const name = own('Tổ trong danh sách');
  await page.getByLabel(/chọn tệp/).setInputFiles(officeTable(name));
  await expect(understood(page)).toContainText('Trang tính “DS”: đọc được 1 dòng đề cử.');
  await expect(understood(page)).toContainText('“Tổng cộng: 01 tập thể”');
  await expectAccessible(page);
  await fillShared(page);
  await sendTableButton(page).click();
  await expectListed(page, name);
});

test('Ctrl+Z takes a pasted table out again, and so does its button', async ({ page }) => {
  await openTablePage(page);
  const name = cell(page, 1, 'Tên tập thể được đề cử');
  await name.fill('Gõ tay');
  for (const undo of ['keys', 'button']) {
    await pasteInto(name, pastedTable([goodCells('Dán nhầm 1'), goodCells('Dán nhầm 2')]));
    await expect(page.getByText('3/100 dòng')).toBeVisible();
    if (undo === 'keys') await page.keyboard.press('Control+z');
    else await page.getByRole('button', { name: 'Hoàn tác lần đưa bảng vào' }).click();
    await expect(page.getByText('1/100 dòng')).toBeVisible();
    await expect(name).toHaveValue('Gõ tay');
    await expect(understood(page)).toBeHidden();
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

  test('a file comes back as it was understood, and is filed by a second press', async ({ page }) => {
    await page.goto(collectivesPath);
    await fillShared(page);
    const name = own('Tổ không mã lệnh');
    await page.getByLabel(/chọn tệp/).setInputFiles(officeTable(name));
    await sendTableButton(page).click();
    await expect(page).toHaveTitle(/^Xem lại trước khi gửi: 1 dòng/);
    await expect(understood(page)).toContainText('dòng tổng cộng');
    await expectPlainSound(page);
    await letWaitPass(page);
    await page.getByRole('button', { name: 'Gửi 1 dòng này' }).click();
    await expectListed(page, name);
  });
});
