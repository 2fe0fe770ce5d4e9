import { expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import {
  choose,
  expectKept,
  fileLines,
  filesField,
  openFiles,
  pdfToChoose,
} from '../fixtures/choose-files.ts';
import { aPdf } from '../fixtures/evidence.ts';
import { fillNominee, fillUnit, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';

test.use({ viewport: { width: 360, height: 740 } });

const path = '/de-cu/tap-the/';
const pdf = (name: string) => pdfToChoose(name, aPdf(`% ${name.length}`));

const refused = [
  pdfToChoose('chương trình.pdf', Buffer.from('MZ program')),
  pdfToChoose('trống.jpg', Buffer.alloc(0), 'image/jpeg'),
];

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

  test('refused files are named with their reasons, take no place, and hold the form until it is sent again', async ({
    page,
  }) => {
    await page.goto(path);
    await fillUnit(page);
    await fillNominee(page, 'Tập thể thử tệp không nhận, không mã lệnh');
    await choose(page, ...refused, pdf('một.pdf'), pdf('hai.pdf'), pdf('ba.pdf'));
    await sendButton(page).click();
    await expect(page).toHaveTitle(/^Có 1 chỗ cần sửa/);
    await expect(page.getByRole('alert')).toContainText('“chương trình.pdf”: ');
    await expect(page.getByRole('alert')).toContainText('“trống.jpg”: ');
    await expect(fileLines(page)).toHaveText([/^một\.pdf/, /^hai\.pdf/, /^ba\.pdf/]);
    await sendButton(page).click();
    await receiptCode(page);
  });
});

test('refused files take no place, stop the step with their reasons, and are never listed as attached', async ({
  page,
}) => {
  await page.goto(path);
  await fillUnit(page);
  await fillNominee(page, 'Tập thể thử tệp không nhận');
  await page.goto(`${path}#buoc-3`);
  await choose(page, ...refused);
  await expect(fileLines(page).locator('.field-error')).toHaveCount(2);
  await choose(page, pdf('một.pdf'), pdf('hai.pdf'), pdf('ba.pdf'));
  await expectKept(page, 3);
  await page.goto(`${path}#buoc-5`);
  const answers = page.locator('[data-answers]');
  await expect(answers).toContainText('ba.pdf');
  await expect(answers).not.toContainText('chương trình.pdf');
  await expect(answers).not.toContainText('trống.jpg');
  await page.goto(`${path}#buoc-3`);
  await page.locator('[data-next]').click();
  await expect(page).toHaveURL(/#buoc-3$/);
  await expect(page.getByRole('alert')).toContainText('Không nhận “chương trình.pdf”: Chỉ nhận tệp PDF');
  await expect(page.getByRole('alert')).toContainText('Không nhận “trống.jpg”: Tệp này trống.');
  await expect(filesField(page).getByRole('button', { name: /^Thử lại/ })).toHaveCount(0);
  await expectAccessible(page);
  // Nor is anything sent past them.
  await page.goto(`${path}#buoc-5`);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Không nhận “trống.jpg”');
  await expect(fileLines(page).first()).toBeVisible();
  for (const name of ['chương trình.pdf', 'trống.jpg'])
    await filesField(page)
      .getByRole('button', { name: `Bỏ tệp ${name}` })
      .click();
  await page.locator('[data-next]').click();
  await expect(page).toHaveURL(/#buoc-5$/);
  await sendButton(page).click();
  await receiptCode(page);
});

test('a file that failed is tried again only while there is room for it', async ({ page }) => {
  await openFiles(page, path, 3);
  await page.route('**/api/evidence', (route) => route.abort('internetdisconnected'));
  await choose(page, pdf('bốn.pdf'));
  await expect(fileLines(page)).toContainText('Mất kết nối');
  await page.unroute('**/api/evidence');
  await choose(page, pdf('một.pdf'), pdf('hai.pdf'), pdf('ba.pdf'));
  await expectKept(page, 3);
  await filesField(page).getByRole('button', { name: 'Thử lại bốn.pdf' }).click();
  await expect(fileLines(page).first()).toContainText('Đã đủ ba tệp. Bỏ một tệp rồi thử lại.');
  await filesField(page).getByRole('button', { name: 'Bỏ tệp hai.pdf' }).click();
  await filesField(page).getByRole('button', { name: 'Thử lại bốn.pdf' }).click();
  await expectKept(page, 3);
  await expect(fileLines(page).first()).toContainText('bốn.pdf (1 KB)');
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
