import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { deCuTapThe } from '../../src/filing/definitions/de-cu-tap-the.ts';
import type { InformationRequest } from '../../src/filing/follow-up/information-request.ts';
import { askPage } from '../../src/filing/follow-up/render-request-page.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { batchTools, fileTable } from '../fixtures/batch.ts';
import { draftBox, waitUntilKept } from '../fixtures/drafts.ts';
import { closedPeriods, expect, test } from '../fixtures/empty-site.ts';
import { file, intakeTools } from '../fixtures/intake.ts';
import { asForm, goodNomination } from '../fixtures/nominations.ts';

// A site whose forms for collectives are closed: `/de-cu/tap-the/` and its table.
test.describe.configure({ mode: 'default' });
test.use({ viewport: { width: 360, height: 740 } });

const pages = ['/de-cu/tap-the/', '/de-cu/tap-the/nhieu/'] as const;

let site: { folder: string; origin: string };
test.beforeAll(({ emptySite }) => {
  site = emptySite;
});

const readPage = (path: string) => readFile(join(site.folder, path, 'index.html'), 'utf8');
const forms = (page: Page) => page.locator('form[data-form]');
const closedNotice = (page: Page) => page.getByRole('heading', { name: 'Phiếu này đang đóng' });

/** Shows what a function answered as a page of the site. */
async function show(page: Page, html: string): Promise<void> {
  const address = `${site.origin}/tra-loi/`;
  await page.route(address, (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(address);
}

for (const path of pages) {
  test(`${path} says when it closed and shows no form; a draft of this device opens, and is kept`, async ({
    page,
  }) => {
    await page.goto(`${site.origin}${path}`);
    await expect(closedNotice(page)).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Đã đóng lúc 07:00 ngày 01 tháng 02 năm 2026.');
    await expect(page.getByRole('main')).toContainText('Chờ thông báo của kỳ sau.');
    await expect(forms(page)).toHaveCount(0);
    const open = page.getByRole('button', { name: 'Mở bản nháp', exact: true });
    await expect(open).toBeHidden();
    const id = path.endsWith('/nhieu/') ? 'de-cu-tap-the-nhieu' : 'de-cu-tap-the';
    await page.evaluate((name) => localStorage.setItem(name, '{}'), `ban-nhap/${id}/cũ`);
    await page.reload();
    await expectAccessible(page);
    await open.click();
    await expect(closedNotice(page)).toBeVisible();
    await page.getByLabel('Người liên hệ', { exact: true }).fill('Người gõ');
    await waitUntilKept(page);
    await page.reload();
    await open.click();
    // The tab goes on where it was, without asking.
    await expect(draftBox(page)).toContainText('Đã mở lại nội dung nhập dở');
    await expect(page.getByLabel('Người liên hệ', { exact: true })).toHaveValue('Người gõ');
  });
}

test('what is sent a moment too late comes back with the reason, in the form as it was', async ({
  page,
  db,
}) => {
  const late = await file(
    intakeTools(db, { periods: closedPeriods, readPage }),
    asForm(goodNomination({ contactName: 'Người gõ' })),
  );
  expect(late.status).toBe(409);
  await show(page, await late.text());
  await expect(page.getByRole('alert')).toContainText('Chờ thông báo của kỳ sau. Nội dung đã nhập vẫn còn');
  await expect(page.getByLabel('Người liên hệ', { exact: true })).toHaveValue('Người gõ');
  await expect(closedNotice(page)).toHaveCount(0);
  const table = await fileTable(batchTools(db, { periods: closedPeriods, readPage }), 'Tên tập thể\nTổ thử');
  expect(table.status).toBe(409);
  await show(page, await table.text());
  await expect(page.locator('[name="bang"]')).toHaveValue(/Tổ thử/);
});

test('who is asked again still gets the questions, and the script of the form', async ({ page }) => {
  const again = {
    code: 'DN26-0000-0000-00',
    form: deCuTapThe,
    kind: 'bo-sung' as const,
    asked: ['achievements'],
    isNamed: true,
    guidance: 'Số liệu chưa khớp.',
    answers: {},
    round: 0,
  } satisfies InformationRequest;
  await show(page, askPage(await readPage('/de-cu/tap-the/'), again, 'khóa'));
  await expect(closedNotice(page)).toHaveCount(0);
  await expect(page.getByText('Lý do: Số liệu chưa khớp.')).toBeVisible();
  await expect(forms(page).locator('[data-field]:not(.trap)')).toHaveCount(1);
  const line = '**/api/supplements/**';
  await page.route(line, (route) => route.abort());
  await page.getByLabel('Thành tích', { exact: true }).fill('Thành tích có số liệu.');
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
});
