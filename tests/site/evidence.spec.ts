import { expect, test } from '@playwright/test';
import { maxFileBytes } from '../../src/filing/definitions/uploaded-file.ts';
import { aPhoneJpeg } from '../fixtures/a-picture.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import {
  choose,
  expectKept,
  fileLines,
  fileStatus,
  filesField,
  openFiles,
  pdfToChoose,
} from '../fixtures/choose-files.ts';
import { downloadDraft, waitUntilKept } from '../fixtures/drafts.ts';
import { aPdf, aPdfOf } from '../fixtures/evidence.ts';
import { fillNominee, fillUnit, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';
import { tabTo } from '../fixtures/keyboard.ts';

test.use({ viewport: { width: 360, height: 740 } });

const path = '/de-cu/tap-the/';
const upload = '**/api/evidence';
const pdf = (name: string) => pdfToChoose(name, aPdf(`% ${name.length}`));

test('a photo and a PDF are sent as they are chosen, read again, filed, and stand on the receipt', async ({
  page,
}) => {
  await page.goto(path);
  await fillUnit(page);
  await fillNominee(page, 'Tập thể thử có tệp');
  await page.goto(`${path}#buoc-3`);
  const hostile = '<img src=x onerror=alert(1)> ảnh\u202egpj.jpg';
  await choose(page, pdfToChoose(hostile, await aPhoneJpeg(60, 40), 'image/jpeg'), pdf('../../Báo cáo.pdf'));
  await expectKept(page, 2);
  await expect(fileStatus(page)).toContainText('2/3 tệp');
  await expect(fileLines(page)).toHaveText([
    /^<img src=x onerror=alert\(1\)> ảnhgpj\.jpg \(1 KB\)/,
    /^Báo cáo\.pdf \(1 KB\)/,
  ]);
  await expectAccessible(page);
  await page.goto(`${path}#buoc-5`);
  await expect(page.locator('[data-answers]')).toContainText('Báo cáo.pdf (1 KB)');
  await page.getByRole('link', { name: /^Sửa câu “Tệp minh chứng”/ }).click();
  await expect(page.getByLabel('Chọn tệp')).toBeFocused();
  await page.goto(`${path}#buoc-4`);
  for (const name of ['attest', 'contactConsent', 'nomineeConsent', 'storageNotice'])
    await page.locator(`[name="${name}"]`).check();
  await page.goto(`${path}#buoc-5`);
  await sendButton(page).click();
  await receiptCode(page);
  await expect(page.getByText(/Báo cáo\.pdf \(1 KB\), SHA-256 [\da-f]{16}…/)).toBeVisible();
  await expect(page.getByText('<img src=x onerror=alert(1)> ảnhgpj.jpg')).toBeVisible();
});

test('unacceptable files are named at once and not sent', async ({ page }) => {
  await openFiles(page, path, 3);
  let uploads = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/evidence')) uploads += 1;
  });
  await choose(
    page,
    pdfToChoose('lớn.pdf', aPdfOf(maxFileBytes + 1)),
    pdfToChoose('chương trình.pdf', Buffer.from('MZ program')),
    pdfToChoose('trống.jpg', Buffer.alloc(0), 'image/jpeg'),
  );
  await expect(fileLines(page)).toHaveCount(3);
  await expect(fileLines(page).nth(0)).toContainText('Tệp nặng 4,1 MB, quá 4 MB');
  await expect(fileLines(page).nth(1)).toContainText('Chỉ nhận tệp PDF');
  await expect(fileLines(page).nth(2)).toContainText('trống');
  await expect(filesField(page).getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
  expect(uploads).toBe(0);
  await expectAccessible(page);
  for (let left = 3; left > 0; left -= 1)
    await fileLines(page)
      .first()
      .getByRole('button', { name: /^Bỏ tệp/ })
      .click();
  // What only the server finds is said in the same place.
  await choose(
    page,
    pdfToChoose('cắt.pdf', aPdf().slice(0, 90)),
    pdfToChoose('đúng cỡ.pdf', aPdfOf(maxFileBytes)),
  );
  await expect(fileLines(page).nth(0)).toContainText('thiếu phần cuối');
  await expectKept(page, 1);
  expect(uploads).toBe(2);
});

test('three files are accepted, a fourth is not; removing one makes room, by keyboard alone', async ({
  page,
}) => {
  await openFiles(page, path, 3);
  await choose(page, pdf('một.pdf'), pdf('hai.pdf'), pdf('ba.pdf'), pdf('bốn.pdf'));
  await expect(fileStatus(page)).toContainText('3/3 tệp');
  await expectKept(page, 3);
  await expect(fileLines(page)).toHaveCount(3);
  await choose(page, pdf('bốn.pdf'));
  await expect(fileStatus(page)).toContainText('Tối đa ba tệp nên chưa nhận “bốn.pdf”');
  await page.locator('[name="sameAchievement"]').first().focus();
  await tabTo(page, '[data-kept-files] button');
  await page.keyboard.press('Enter');
  await expect(fileStatus(page)).toContainText('Đã bỏ “một.pdf”. 2/3 tệp');
  await expect(page.getByLabel('Chọn tệp')).toBeFocused();
  await expectKept(page, 2);
});

test('without a connection a file is retried by a button or once the connection is back; sending waits for it', async ({
  page,
  context,
}) => {
  await page.goto(path);
  await fillUnit(page);
  await fillNominee(page, 'Tập thể thử mất mạng giữa tệp');
  await page.goto(`${path}#buoc-3`);
  await page.route(upload, (route) => route.abort('internetdisconnected'));
  await choose(page, pdf('một.pdf'));
  await expect(fileLines(page)).toContainText('Mất kết nối giữa chừng.');
  await expect(fileStatus(page)).toContainText('Chưa nhận “một.pdf”');
  await expectAccessible(page);
  // It is not filed without its file.
  await page.goto(`${path}#buoc-5`);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Chưa tải lên được “một.pdf”');
  await expect(fileLines(page)).toBeVisible();
  await filesField(page).getByRole('button', { name: 'Thử lại' }).click();
  await expect(fileLines(page)).toContainText('Mất kết nối giữa chừng.');
  let letGo = () => undefined;
  await page.unroute(upload);
  await page.route(upload, async (route) => {
    await new Promise<void>((resolve) => {
      letGo = () => void resolve();
    });
    await route.continue();
  });
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(fileLines(page).getByRole('progressbar')).toBeVisible();
  await page.goto(`${path}#buoc-5`);
  await sendButton(page).click();
  await expect(page.getByText('Đang tải tệp lên…')).toBeVisible();
  await expect(page).toHaveURL(/#buoc-5$/);
  letGo();
  await receiptCode(page);
  await expect(page.getByText(/một\.pdf \(1 KB\), SHA-256/)).toBeVisible();
});

test('kept files come back with the draft of the device, and not with a draft that was downloaded', async ({
  page,
}) => {
  await openFiles(page, path, 3);
  await page.getByLabel('Thành tích', { exact: true }).fill('Rút gọn biểu mẫu.');
  await choose(page, pdf('một.pdf'), pdf('hai.pdf'));
  await expectKept(page, 2);
  await waitUntilKept(page);
  const { text } = await downloadDraft(page);
  expect(text).toContain('một.pdf (1 KB)');
  expect(text).toContain('Tệp minh chứng không nằm trong bản nháp này');
  const token = await page.locator('[name="files"]').first().inputValue();
  expect(text).not.toContain(token.slice(0, 43));
  await page.reload();
  await page.getByLabel('Chọn tệp').focus();
  await expectKept(page, 2);
  await expect(fileLines(page)).toHaveText([/^một\.pdf/, /^hai\.pdf/]);
  await expect(fileLines(page).getByRole('button', { name: 'Bỏ tệp một.pdf' })).toBeVisible();
  // Two days later nobody keeps them any more: the draft says so instead of losing them in silence.
  await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
  await page.reload();
  await page.getByLabel('Chọn tệp').focus();
  await expect(page.getByRole('region', { name: 'Về bản nháp' })).toContainText(
    'Tệp minh chứng: một.pdf (1 KB); hai.pdf (1 KB)',
  );
  await expectKept(page, 0);
});

test('if the code for files cannot be loaded, files are sent together with the form', async ({ page }) => {
  await page.route(/evidence-files/, (route) => route.abort());
  await page.goto(path);
  await fillUnit(page);
  await fillNominee(page, 'Tập thể thử không tải được mã');
  await page.goto(`${path}#buoc-3`);
  await choose(page, pdf('một.pdf'));
  await page.goto(`${path}#buoc-5`);
  await sendButton(page).click();
  await receiptCode(page);
  await expect(page.getByText(/một\.pdf \(1 KB\), SHA-256/)).toBeVisible();
});
