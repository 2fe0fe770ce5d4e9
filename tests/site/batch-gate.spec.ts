import { expect, type Page, test } from '@playwright/test';
import { openGate } from '../../src/filing/abuse/server/gate.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { fillShared, pasteInto } from '../fixtures/fill-table.ts';
import { cut } from '../fixtures/sending.ts';
import { goodCells, pastedTable } from '../fixtures/tables.ts';
import { letWaitPass } from '../fixtures/wait-passed.ts';

test.use({ viewport: { width: 360, height: 780 } });

const address = '/de-cu/tap-the/nhieu/';
const api = '**/api/batches/*';

const send = (page: Page) => page.getByRole('button', { name: 'Gửi cả bảng' });
const nameCell = (page: Page) => page.getByLabel('Dòng 1: Tên tập thể được đề cử', { exact: true });
const received = (page: Page) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');

/** Fills a table of two as one who is faster than anybody, as far as its page can tell. */
async function fillTooFast(page: Page): Promise<void> {
  const stopClock = () => {
    performance.now = () => 900;
  };
  await page.addInitScript(stopClock);
  await page.goto(address);
  await page.locator('nominee-table').scrollIntoViewIfNeeded();
  const own = crypto.randomUUID().slice(0, 8);
  await pasteInto(
    nameCell(page),
    pastedTable([goodCells(`Tổ nhanh ${own} 1`), goodCells(`Tổ nhanh ${own} 2`)]),
  );
  await fillShared(page);
  await page.evaluate(stopClock);
}

test('a table sent too fast for a person: the machine works for a moment, and the table goes by itself, once', async ({
  page,
}) => {
  const statuses: number[] = [];
  page.on('response', (answer) => {
    if (answer.request().method() === 'POST') statuses.push(answer.status());
  });
  await fillTooFast(page);
  await send(page).click();
  await received(page);
  expect(statuses).toEqual([428, 201]);
});

test('the work can be stopped, and costs nothing of the table', async ({ page }) => {
  await fillTooFast(page);
  const name = await nameCell(page).inputValue();
  const challenge = await openGate('khóa khác').challenge('de-cu-tap-the-nhieu');
  // Far more work than any server asks for.
  const parameters = { ...challenge.parameters, keyPrefix: '0'.repeat(32), cost: 20_000 };
  await page.route(api, (route) =>
    route.fulfill({
      status: 428,
      json: { title: 'Còn một bước nữa', status: 428, challenge: { ...challenge, parameters } },
    }),
  );
  await send(page).click();
  await expect(page.locator('[data-sending]')).toContainText('Thường mất vài giây; xong thì tự gửi.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Dừng, chưa gửi' }).click();
  await expect(page.getByRole('alert')).toContainText('Đã dừng.');
  await expect(nameCell(page)).toHaveValue(name);
  await page.unroute(api);
  await send(page).click();
  await received(page);
});

test('where the work cannot be done the browser posts the table, which comes back whole and asks for a wait alone', async ({
  page,
}) => {
  await page.route('**/_astro/solver*', cut);
  await fillTooFast(page);
  const name = await nameCell(page).inputValue();
  await send(page).click();
  await expect(page).toHaveTitle(/^Còn một bước nữa/);
  await page.locator('nominee-table').scrollIntoViewIfNeeded();
  await expect(nameCell(page)).toHaveValue(name);
  await expectAccessible(page);
  await page.unroute('**/_astro/solver*');
  await letWaitPass(page);
  await send(page).click();
  await received(page);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a table comes back as it was typed, says how long to wait and where to go on, and is filed', async ({
    page,
  }) => {
    await page.goto(address);
    await fillShared(page);
    const own = crypto.randomUUID().slice(0, 8);
    const table = pastedTable([goodCells(`Tổ chờ ${own} 1`), goodCells(`Tổ chờ ${own} 2`)]);
    const box = page.getByLabel('Dán bảng từ Excel');
    await box.fill(table);
    await send(page).click();
    await expect(page).toHaveTitle(/^Còn một bước nữa/);
    const summary = page.locator('[data-error-summary]');
    await expect(summary).toContainText('Bảng chưa được gửi; nội dung đã nhập còn nguyên dưới đây.');
    await expect(summary).toContainText('sau 5 giây nữa, bấm gửi lần nữa là xong.');
    await expect(summary.getByRole('link', { name: 'Đến nút gửi' })).toHaveAttribute('href', '#gui');
    await expect(send(page)).toHaveAttribute('id', 'gui');
    await expect(box).toHaveValue(table);
    await expect(page.getByLabel('Người liên hệ', { exact: true })).toHaveValue('Người thử');
    await expect(page.getByRole('checkbox', { name: /^Tôi đã đọc/ })).toBeChecked();
    await page.waitForTimeout(5_000);
    await send(page).click();
    await received(page);
  });
});
