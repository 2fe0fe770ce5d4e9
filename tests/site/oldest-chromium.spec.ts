import { expect, type Page } from '@playwright/test';
import { fieldsOf } from '../../src/filing/definitions/form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';
import { filesName } from '../../src/filing/definitions/uploaded-file.ts';
import { browserFloor } from '../../src/platform/browser-floor.ts';
import { writeWorkbook } from '../../src/platform/spreadsheet/write-workbook.ts';
import { codes, collectivesPath, own, sendTableButton } from '../fixtures/batch-page.ts';
import { choose, expectKept, pdfToChoose } from '../fixtures/choose-files.ts';
import { draftBox } from '../fixtures/drafts.ts';
import { aPdf } from '../fixtures/evidence.ts';
import { fillExample } from '../fixtures/fill-example.ts';
import { takeTime } from '../fixtures/fill-nomination.ts';
import { fillShared } from '../fixtures/fill-table.ts';
import { test } from '../fixtures/oldest-chromium.ts';
import { goodCells, headings } from '../fixtures/tables.ts';

const received = (page: Page) => page.getByRole('heading', { level: 1, name: 'Đã nhận phiếu' });
const button = (page: Page, name: string) => page.locator(`[data-${name}]`);

/** Presses “Tiếp tục” through all steps; chooses a file where one is asked for. */
async function goThroughSteps(page: Page, takesFiles: boolean): Promise<void> {
  await expect(button(page, 'send')).toBeHidden();
  let isChosen = !takesFiles;
  while (await button(page, 'next').isVisible()) {
    if (!isChosen && (await page.getByLabel('Chọn tệp').isVisible())) {
      await choose(page, pdfToChoose('biên bản.pdf', aPdf()));
      await expectKept(page, 1);
      isChosen = true;
    }
    const before = await page.evaluate(() => location.hash);
    await button(page, 'next').click();
    await page.waitForFunction((hash) => location.hash !== hash, before);
  }
  expect(isChosen).toBe(true);
}

for (const form of forms) {
  const takesFiles = fieldsOf(form).has(filesName);
  test(`${form.path} is filed${takesFiles ? ' with a file' : ''} in the oldest Chromium`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    expect(page.context().browser()?.version()).toMatch(new RegExp(`^${browserFloor.chrome}\\.`));
    await page.goto(form.path);
    await expect(draftBox(page)).toBeVisible();
    await fillExample(page, form, { name: own('Tập thể thử') });
    await goThroughSteps(page, takesFiles);
    await takeTime(page);
    await button(page, 'send').click();
    await expect(received(page)).toBeVisible();
    if (takesFiles) await expect(page.getByText(/biên bản\.pdf \(1 KB\), SHA-256/)).toBeVisible();
    expect(faults).toEqual([]);
  });
}

test('a filer who is too fast solves the proof of work in the oldest Chromium', async ({ page }) => {
  const statuses: number[] = [];
  page.on('response', (answer) => {
    if (answer.request().method() === 'POST') statuses.push(answer.status());
  });
  await page.addInitScript(() => {
    performance.now = () => 900;
  });
  const [form] = forms;
  await page.goto(form.path);
  await fillExample(page, form, { name: own('Tập thể thử nhanh tay') });
  await goThroughSteps(page, false);
  await button(page, 'send').click();
  await expect(received(page)).toBeVisible();
  expect(statuses).toEqual([428, 201]);
});

test('a table is filed from a spreadsheet in the oldest Chromium', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(collectivesPath);
  await fillShared(page);
  const rows = [headings, goodCells(own('Tổ một')), goodCells(own('Tổ hai'))];
  const file = writeWorkbook([{ name: 'Bảng', widths: [], rows }]);
  await page.getByLabel(/chọn tệp/).setInputFiles(pdfToChoose('bang.xlsx', file, 'application/octet-stream'));
  await expect(page.getByText('2/100 dòng')).toBeVisible();
  await sendTableButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận 2 hồ sơ');
  await expect(codes(page)).toHaveCount(2);
  expect(faults).toEqual([]);
});

test('units, pages and stories are found in the oldest Chromium', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto('/de-cu/tap-the/');
  await page.getByLabel('Tìm nhanh: gõ tên đơn vị').fill('so noi vu');
  await page.locator('unit-finder button').first().click();
  await expect(page.locator('[data-chosen]')).toContainText('Sở Nội vụ');
  await page.goto('/tim-kiem/?q=bang+khen');
  await expect(page.locator('site-search h3').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Điển hình' }).check();
  await expect(page).toHaveURL('/tim-kiem/?q=bang+khen&muc=dien-hinh');
  await page.goto('/dien-hinh/');
  await page.getByLabel('Tìm điển hình').fill('to cong nghe so');
  await expect(page.locator('[data-part="status"]')).toContainText(/điển hình/);
  await expect(page).toHaveURL(/q=/);
  expect(faults).toEqual([]);
});
