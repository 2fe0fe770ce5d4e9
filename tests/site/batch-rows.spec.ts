import { expect, test } from '@playwright/test';
import { writeWorkbook } from '../../src/platform/spreadsheet/write-workbook.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { batchApi, cell, codes, openTablePage, own, sendTableButton } from '../fixtures/batch-page.ts';
import { fillShared, pasteInto } from '../fixtures/fill-table.ts';
import { goodCells, goodRows, headings, pastedTable } from '../fixtures/tables.ts';

// axe looks at whole pages, several times a test.

test('cells pasted without column names spread from the cell, also one column alone; a text stays in its cell', async ({
  page,
}) => {
  await openTablePage(page);
  await pasteInto(
    cell(page, 2, 'Từ tháng'),
    '7/2026\t10/2026\r\n8/2026\t11/2026\r\n9/2026\t12/2026\r\n4/2026\t5/2026\r\n',
  );
  await expect(cell(page, 5, 'Đến tháng')).toHaveValue('5/2026');
  await pasteInto(
    cell(page, 1, 'Tên tập thể được đề cử'),
    'A\r\nB\r\n\r\nD',
    '<table><tr><td>A</td></tr></table>',
  );
  await expect(cell(page, 4, 'Tên tập thể được đề cử')).toHaveValue('D');
  await expect(cell(page, 3, 'Tên tập thể được đề cử')).toHaveValue('');
  await pasteInto(cell(page, 1, 'Thành tích'), 'Dòng một\nDòng hai');
  await expect(cell(page, 2, 'Thành tích')).toHaveValue('');
});

test('row 101 is refused with words, and nothing of the table is lost', async ({ page }) => {
  await openTablePage(page);
  await pasteInto(cell(page, 1, 'Tên tập thể được đề cử'), pastedTable(goodRows(103)));
  await expect(page.getByText('103/100 dòng')).toBeVisible();
  await fillShared(page);
  await sendTableButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Bảng có 103 dòng, mỗi lần gửi nhiều nhất 100 dòng.');
  await expect(cell(page, 103, 'Tên tập thể được đề cử')).toHaveValue('Tập thể thử 103');
});

test('a draft of the table comes back with its tab, and a file fills the table', async ({ page }) => {
  await openTablePage(page);
  const file = writeWorkbook([{ name: 'Bảng', widths: [], rows: [headings, goodCells('Tổ giữ lại')] }]);
  await page
    .getByLabel(/chọn tệp/)
    .setInputFiles({ name: 'bang.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(file) });
  await expect(cell(page, 1, 'Tên tập thể được đề cử')).toHaveValue('Tổ giữ lại');
  await expect(page.getByText(/Đã lưu trên máy này/)).toBeVisible();
  await page.reload();
  await page.locator('nominee-table').scrollIntoViewIfNeeded();
  await expect(cell(page, 1, 'Tên tập thể được đề cử')).toHaveValue('Tổ giữ lại');
  await expect(cell(page, 1, 'Sơ lược đặc điểm, tình hình')).toHaveValue(
    'Một phòng mười người.\nLàm ở hai nơi.',
  );
});

test('when the line is cut after the rows arrived, the retry gives their first codes; two presses send once', async ({
  page,
}) => {
  await openTablePage(page);
  const name = own('Tổ mất mạng');
  await pasteInto(
    cell(page, 1, 'Tên tập thể được đề cử'),
    pastedTable([goodCells(`${name} 1`), goodCells(`${name} 2`)]),
  );
  await fillShared(page);
  const first: string[] = [];
  await page.route(batchApi, async (route) => {
    const answer = await route.fetch();
    for (const { code } of (await answer.json()).rows) first.push(code);
    await route.abort();
  });
  await sendTableButton(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await expect(cell(page, 1, 'Tên tập thể được đề cử')).toHaveValue(`${name} 1`);
  await page.unroute(batchApi);
  let calls = 0;
  await page.route(batchApi, (route) => {
    calls += 1;
    return route.continue();
  });
  await sendTableButton(page).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
  expect((await codes(page).allTextContents()).toSorted()).toEqual(first.toSorted());
  expect(calls).toBe(1);
});

test('a row that was withdrawn is filed anew, and the list says which code is which', async ({ page }) => {
  const name = own('Tổ rút rồi gửi lại');
  const sendTable = async () => {
    await openTablePage(page);
    await pasteInto(cell(page, 1, 'Tên tập thể được đề cử'), pastedTable([goodCells(name)]));
    await fillShared(page);
    await sendTableButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Đã nhận/);
  };
  await sendTable();
  const list = page.url();
  await expect(page.getByText('Không có thư điện tử nào được gửi cho bảng này.')).toBeVisible();
  const first = (await codes(page).textContent()) ?? '';
  await page.goto('/rut-phieu/');
  await page.getByLabel('Mã hồ sơ').fill(first);
  await page.locator('[name="contact"]').fill('0251 0000 000');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rút phiếu này?');
  await page.getByRole('button', { name: 'Rút phiếu này' }).click();
  await expect(page).toHaveURL(/\/tra-cuu\//);
  await sendTable();
  expect(page.url()).toBe(list);
  await expect(codes(page)).toHaveCount(2);
  await expect(page.getByText('; 1 hồ sơ đã rút.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: first })).toContainText('(đã rút)');
  await expectAccessible(page);
});

test('by keyboard alone: a row is typed, another added and taken away, and the table is sent', async ({
  page,
}) => {
  await openTablePage(page);
  const name = own('Tổ bàn phím');
  await cell(page, 1, 'Tên tập thể được đề cử').focus();
  for (const [index, value] of goodCells(name).slice(1).entries()) {
    const column =
      [
        'Tên tập thể được đề cử',
        'Loại tập thể',
        'Nhóm tiêu chí',
        'Tiêu chí đã đạt',
        'Sơ lược đặc điểm, tình hình',
        'Nội dung thi đua',
        'Thành tích',
        'Từ tháng',
        'Đến tháng',
        'Thành tích này đã được khen thưởng chưa?',
      ][index] ?? '';
    for (let presses = 0; presses < 8; presses += 1) {
      if (await cell(page, 1, column).evaluate((box) => box === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(cell(page, 1, column)).toBeFocused();
    await page.keyboard.insertText(value);
  }
  await page.getByRole('button', { name: 'Thêm dòng' }).focus();
  await page.keyboard.press('Enter');
  await expect(cell(page, 4, 'Tên tập thể được đề cử')).toBeFocused();
  await page.keyboard.type('Nhầm');
  await page.getByRole('button', { name: 'Xóa dòng 4' }).focus();
  await page.keyboard.press('Enter');
  await expect(cell(page, 4, 'Tên tập thể được đề cử')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Xóa dòng 3' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Lấy lại dòng vừa xóa' })).toBeVisible();
  await fillShared(page);
  await sendTableButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 1 hồ sơ');
  await expect(page.getByRole('row', { name })).toBeVisible();
});

test('persons and models are sent many at once, too; each form leads there', async ({ page }) => {
  for (const path of ['/de-cu/ca-nhan/', '/de-cu/mo-hinh/']) {
    await page.goto(path);
    await page.getByRole('link', { name: 'Gửi cả bảng Excel' }).click();
    await expect(page).toHaveURL(`${path}nhieu/`);
    await page.locator('nominee-table').scrollIntoViewIfNeeded();
    await expect(page.getByRole('table', { name: 'Bảng đề cử' })).toBeVisible();
    const template = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải mẫu Excel', exact: true }).click();
    expect((await template).suggestedFilename()).toBe('mau.xlsx');
  }
  await page.goto('/de-cu/');
  await page.getByRole('link', { name: 'Đề cử nhiều cùng lúc' }).click();
  await expect(page.getByRole('link', { name: /nhiều cùng lúc$/ })).toHaveCount(3);
});
