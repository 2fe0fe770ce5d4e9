import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { baoCaoNam } from '../../src/filing/definitions/bao-cao-nam.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { exampleAnswers } from '../fixtures/example-answers.ts';
import { goOn, receiptCode, takeTime } from '../fixtures/fill-nomination.ts';

test.use({ viewport: { width: 360, height: 740 } });

const phone = '0251 000 0001';

/** Files the report of 2026, as the unit did a year ago; its code. */
async function lastYearsCode(page: Page): Promise<string> {
  const answers = exampleAnswers(baoCaoNam, {
    year: '2026',
    models: '12',
    adopted: '3',
    carriedOut: 'Đã ban hành kế hoạch thử.',
    contactPhone: phone,
  });
  const reply = await page.request.post('/api/forms/bao-cao-nam', {
    headers: { accept: 'application/json' },
    data: { ...answers, tookMs: 60_000 },
  });
  return z.object({ code: z.string() }).parse(await reply.json()).code;
}

test('a unit reports with last year beside each question: it types its figures, a contact and nothing that it filed before', async ({
  page,
}) => {
  const code = await lastYearsCode(page);
  await page.goto('/bao-cao-nam/');
  await expect(page.getByRole('link', { name: 'mất mã' })).toHaveAttribute('href', '/hoi-dap/#mat-ma-ho-so');
  await page.getByRole('link', { name: 'Mở báo cáo năm trước' }).click();
  await page.getByLabel('Mã hồ sơ', { exact: true }).fill(code);
  await page.getByLabel('Thư điện tử hoặc điện thoại đã ghi trong phiếu').fill(phone);
  await page.getByRole('button', { name: 'Mở phiếu' }).click();

  await expect(page).toHaveURL(/\/bao-cao-nam\/nam-truoc\//);
  await expect(page.getByText('Năm 2026 đã báo cáo: 12')).toBeVisible();
  await expect(page.getByText('Năm 2026 đã báo cáo: 3', { exact: false }).last()).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel('Năm báo cáo')).toHaveValue('2027');
  await page.getByLabel('Tình hình tổ chức thực hiện').fill('Đã làm thử năm nay.');
  await page.getByLabel('Kết quả theo nội dung thi đua').fill('Kết quả thử năm nay.');
  await page.getByLabel('Số mô hình, giải pháp mới').fill('15');
  await goOn(page);
  // Who reports stands there already: a unit does not type it again.
  await expect(page.getByLabel('Điện thoại', { exact: false }).first()).toHaveValue(phone);
  await goOn(page);
  for (const words of [/^Đơn vị chịu trách nhiệm/, /^Tôi đã đọc/, /^Tôi được thông báo/])
    await page.getByRole('checkbox', { name: words }).check();
  await goOn(page);
  await takeTime(page);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  expect(await receiptCode(page)).toMatch(/^DN\d\d-/);
});
