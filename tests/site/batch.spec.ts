import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { writeWorkbook } from '../../src/sheets/write-workbook.ts';
import { fillShared, pasteInto } from '../fixtures/fill-table.ts';
import { faultyCells, goodCells, goodRows, headings, tableText } from '../fixtures/tables.ts';

// axe looks at whole pages, several times a test.
test.describe.configure({ timeout: 150_000 });

const address = '/de-cu/tap-the/nhieu/';
const api = '**/api/batches/*';

/** A name that no other test files. */
const own = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

const send = (page: Page) => page.getByRole('button', { name: 'Gửi cả bảng' });
/** Sends without script: the page comes back once, asks for a moment's wait, and is sent again. */
async function sendAndWait(page: Page): Promise<void> {
  await send(page).click();
  await expect(page).toHaveTitle(/^Còn một bước nữa/);
  await page.waitForTimeout(5_000);
  await send(page).click();
}

const codes = (within: Page | Locator) => within.getByRole('link', { name: /^DN26-/ });
const cell = (page: Page, row: number, column: string) =>
  page.getByLabel(`Dòng ${row}: ${column}`, { exact: true });

const faultsOf = (builder: AxeBuilder) =>
  builder
    .analyze()
    .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`));

async function expectSound(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await faultsOf(new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await faultsOf(new AxeBuilder({ page }).withRules(['color-contrast']));
  expect([...light, ...dark]).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
}

/** The same of a page without script, in which axe cannot run: its HTML is shown to another page that loads no script. */
async function expectPlainSound(page: Page): Promise<void> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  const twin = await context?.newPage();
  if (!context || !twin) throw new Error('There is no browser for a second page.');
  const body = await page.content();
  await twin.route('**/*.js', (route) => route.abort());
  await twin.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await twin.goto(page.url());
  await expectSound(twin);
  await context.close();
}

async function openTable(page: Page): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.copy-note')).toContainText('Trang này không gửi thư điện tử');
  await page.locator('nominee-table').scrollIntoViewIfNeeded();
  await expect(cell(page, 1, 'Tên tập thể được đề cử')).toBeVisible();
}

for (const width of [360, 1280]) {
  test.describe(`without script at ${width} px`, () => {
    test.use({ javaScriptEnabled: false, viewport: { width, height: 780 } });

    test('a table half faulty: codes for the good rows, the others mended and sent again into one list', async ({
      page,
    }) => {
      await page.goto(address);
      await expectPlainSound(page);
      await fillShared(page);
      const [good, bad] = [own('Tổ đúng'), own('Tổ thiếu')];
      await page
        .getByLabel('Dán bảng từ Excel')
        .fill(tableText([goodCells(good, '1'), faultyCells(bad, '2')]));
      await sendAndWait(page);
      await expect(page).toHaveTitle(/^Đã nhận 1 dòng, còn 1 dòng cần sửa/);
      await expectPlainSound(page);
      await expect(page.getByRole('row', { name: good }).getByRole('link', { name: /^DN26-/ })).toBeVisible();
      await expect(page.getByRole('row', { name: bad })).toContainText('Nhập “Thành tích”.');
      const code = await codes(page).textContent();

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Tải bảng này' }).click();
      expect((await download).suggestedFilename()).toBe('bang-can-sua.xlsx');

      // Sent again as a whole, mended: the first row keeps its code. Who mended has waited meanwhile.
      await page.waitForTimeout(5_000);
      await page.getByLabel('Dán bảng từ Excel').fill(tableText([goodCells(good, '1'), goodCells(bad, '2')]));
      await send(page).click();
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
      await page.goto(address);
      const name = own('Tổ trong tệp');
      const file = writeWorkbook([{ name: 'Bảng', widths: [], rows: [headings, goodCells(name)] }]);
      await page.getByLabel(/chọn tệp/).setInputFiles({
        name: 'bang.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(file),
      });
      await send(page).click();
      await expect(page).toHaveTitle(/^Có \d chỗ cần sửa/);
      await expect(page.getByLabel('Dán bảng từ Excel')).toHaveValue(new RegExp(name));
      await fillShared(page);
      await page.waitForTimeout(5_000);
      await send(page).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 1 hồ sơ');
    });
  });

  test.describe(`with script at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } });

    test('a table pasted as a whole, one row mended in its cell, then sent', async ({ page }) => {
      await openTable(page);
      await expectSound(page);
      const [good, bad] = [own('Tổ đúng'), own('Tổ thiếu')];
      await pasteInto(
        cell(page, 1, 'Tên tập thể được đề cử'),
        tableText([goodCells(good), faultyCells(bad)]),
      );
      await expect(page.getByText('2/100 dòng')).toBeVisible();
      await expect(page.getByText('Đã đưa 2 dòng vào bảng.')).toBeVisible();
      await fillShared(page);
      await send(page).click();
      await expect(page.getByRole('alert')).toContainText('Chưa dòng nào được gửi');
      await expectSound(page);
      await page.getByRole('link', { name: 'Dòng 2: Nhập “Thành tích”.' }).click();
      await expect(cell(page, 2, 'Thành tích')).toBeFocused();
      await page.keyboard.type('Đã ghi thêm.');
      await send(page).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
      await expect(page.getByRole('row', { name: bad })).toBeVisible();
      await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
    });

    test('the rows that are right go alone; those left are mended and join their list', async ({ page }) => {
      await openTable(page);
      const [good, bad] = [own('Tổ đúng'), own('Tổ thiếu')];
      await pasteInto(
        cell(page, 1, 'Tên tập thể được đề cử'),
        tableText([goodCells(good), faultyCells(bad)]),
      );
      await fillShared(page);
      await send(page).click();
      await page.getByRole('button', { name: 'Chỉ gửi 1 dòng đã đúng' }).click();
      await expect(page.getByRole('heading', { name: 'Đã nhận 1 dòng, còn 1 dòng cần sửa' })).toBeVisible();
      await expect(page.getByText('1/100 dòng')).toBeVisible();
      await expect(codes(page.locator('[data-outcomes]'))).toHaveCount(1);
      await expectSound(page);
      await page.getByRole('link', { name: 'Dòng 2: Nhập “Thành tích”.' }).click();
      await page.keyboard.type('Đã ghi thêm.');
      await send(page).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
    });
  });
}

test('cells pasted without column names spread from the cell, also one column alone; a text stays in its cell', async ({
  page,
}) => {
  await openTable(page);
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
  await openTable(page);
  await pasteInto(cell(page, 1, 'Tên tập thể được đề cử'), tableText(goodRows(103)));
  await expect(page.getByText('103/100 dòng')).toBeVisible();
  await fillShared(page);
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('Bảng có 103 dòng, mỗi lần gửi nhiều nhất 100 dòng.');
  await expect(cell(page, 103, 'Tên tập thể được đề cử')).toHaveValue('Tập thể thử 103');
});

test('a draft of the table comes back after the page was closed, and a file fills the table', async ({
  page,
}) => {
  await openTable(page);
  const file = writeWorkbook([{ name: 'Bảng', widths: [], rows: [headings, goodCells('Tổ giữ lại')] }]);
  await page
    .getByLabel(/chọn tệp/)
    .setInputFiles({ name: 'bang.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(file) });
  await expect(cell(page, 1, 'Tên tập thể được đề cử')).toHaveValue('Tổ giữ lại');
  await expect(page.getByText(/Đã lưu trên máy này/)).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /tiếp/i }).first().click();
  await page.locator('nominee-table').scrollIntoViewIfNeeded();
  await expect(cell(page, 1, 'Tên tập thể được đề cử')).toHaveValue('Tổ giữ lại');
  await expect(cell(page, 1, 'Sơ lược đặc điểm, tình hình')).toHaveValue(
    'Một phòng mười người.\nLàm ở hai nơi.',
  );
});

test('when the line is cut after the rows arrived, the retry gives their first codes; two presses send once', async ({
  page,
}) => {
  await openTable(page);
  const name = own('Tổ mất mạng');
  await pasteInto(
    cell(page, 1, 'Tên tập thể được đề cử'),
    tableText([goodCells(`${name} 1`), goodCells(`${name} 2`)]),
  );
  await fillShared(page);
  const first: string[] = [];
  await page.route(api, async (route) => {
    const answer = await route.fetch();
    for (const { code } of (await answer.json()).rows) first.push(code);
    await route.abort();
  });
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await expect(cell(page, 1, 'Tên tập thể được đề cử')).toHaveValue(`${name} 1`);
  await page.unroute(api);
  let calls = 0;
  await page.route(api, (route) => {
    calls += 1;
    return route.continue();
  });
  await send(page).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
  expect((await codes(page).allTextContents()).toSorted()).toEqual(first.toSorted());
  expect(calls).toBe(1);
});

test('a row that was withdrawn is filed anew, and the list says which code is which', async ({ page }) => {
  const name = own('Tổ rút rồi gửi lại');
  const sendTable = async () => {
    await openTable(page);
    await pasteInto(cell(page, 1, 'Tên tập thể được đề cử'), tableText([goodCells(name)]));
    await fillShared(page);
    await send(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Đã nhận/);
  };
  await sendTable();
  const list = page.url();
  await expect(page.getByText('Không có thư điện tử nào được gửi cho bảng này.')).toBeVisible();
  const first = (await codes(page).textContent()) ?? '';
  await page.goto('/rut-phieu/');
  await page.locator('[name="ma"]').fill(first);
  await page.locator('[name="contact"]').fill('0251 0000 000');
  await page.locator('form[data-form] [type="submit"]').first().click();
  await expect(page).toHaveURL(/\/tra-cuu\//);
  await sendTable();
  expect(page.url()).toBe(list);
  await expect(codes(page)).toHaveCount(2);
  await expect(page.getByText('; 1 hồ sơ đã rút.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: first })).toContainText('(đã rút)');
  await expectSound(page);
});

test('by keyboard alone: a row is typed, another added and taken away, and the table is sent', async ({
  page,
}) => {
  await openTable(page);
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
  await send(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 1 hồ sơ');
  await expect(page.getByRole('row', { name })).toBeVisible();
});

test('persons and models are sent many at once, too; each form leads there', async ({ page }) => {
  for (const path of ['/de-cu/ca-nhan/', '/de-cu/mo-hinh/']) {
    await page.goto(path);
    await page.getByRole('link', { name: 'Gửi cả bảng Excel một lần' }).click();
    await expect(page).toHaveURL(`${path}nhieu/`);
    await page.locator('nominee-table').scrollIntoViewIfNeeded();
    await expect(page.getByRole('table', { name: 'Bảng đề cử' })).toBeVisible();
    const template = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải mẫu Excel' }).click();
    expect((await template).suggestedFilename()).toBe('mau.xlsx');
  }
  await page.goto('/de-cu/');
  await page.getByRole('link', { name: 'Đề cử nhiều cùng lúc' }).click();
  await expect(page.getByRole('link', { name: /nhiều cùng lúc$/ })).toHaveCount(3);
});
