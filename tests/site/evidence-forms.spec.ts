import { expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { choose, chosen, expectKept, fileLines, openFiles } from '../fixtures/choose-files.ts';
import { aPdf } from '../fixtures/evidence.ts';
import { fillNominee, fillUnit, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';

test.use({ viewport: { width: 360, height: 740 } });

const path = '/de-cu/tap-the/';
const pdf = (name: string) => chosen(name, aPdf(`% ${name.length}`));

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a mistake elsewhere keeps the files; one is taken out, another added; Enter sends the form', async ({
    page,
  }) => {
    await page.goto(path);
    await fillUnit(page, '');
    await fillNominee(page, 'Tập thể thử tệp không mã lệnh');
    await choose(page, pdf('một.pdf'), pdf('"hai" <b>.pdf'));
    await sendButton(page).click();
    await expect(page).toHaveTitle(/^Có 1 chỗ cần sửa/);
    await expect(fileLines(page)).toHaveText([/^một\.pdf \(1 KB\)/, /^"hai" <b>\.pdf \(1 KB\)/]);
    await page.getByRole('checkbox', { name: 'Bỏ tệp này một.pdf' }).check();
    await choose(page, pdf('ba.pdf'));
    await page.getByRole('button', { name: 'Giữ tệp đã chọn' }).click();
    await expect(page.getByRole('alert')).toContainText('Chưa gửi. Nội dung');
    await expect(fileLines(page)).toHaveText([/^"hai" <b>\.pdf/, /^ba\.pdf/]);
    await expect(page.locator('#name')).toHaveValue('Tập thể thử tệp không mã lệnh');
    await page.locator('#contactPhone').fill('0251 0000 000');
    await page.keyboard.press('Enter');
    await receiptCode(page);
    await expect(page.getByText(/"hai" <b>\.pdf \(1 KB\), SHA-256/)).toBeVisible();
  });
});

for (const [form, step] of [
  ['/de-cu/ca-nhan/', 3],
  ['/de-cu/mo-hinh/', 3],
  ['/ap-dung/', 1],
  ['/ke-hoach-don-vi/', 1],
  ['/bao-cao-nam/', 1],
] as const) {
  test(`${form} takes files, too`, async ({ page }) => {
    await openFiles(page, form, step);
    await choose(page, pdf('văn bản.pdf'));
    await expectKept(page, 1);
    await expectAccessible(page);
  });
}
