import { expect, type Page, test } from '@playwright/test';
import { findForm } from '../../src/filing/definitions/registry.ts';
import {
  answersOn,
  comeBack,
  downloadDraft,
  draftBox,
  draftButton,
  openDraftFile,
  waitUntilKept,
} from '../fixtures/drafts.ts';
import { fillExample } from '../fixtures/fill-example.ts';
import { fillNominee, fillUnit, receiptCode, sendButton, takeTime } from '../fixtures/fill-nomination.ts';
import { consent, fillCompletely, nomination } from '../fixtures/sending.ts';

test.use({ viewport: { width: 360, height: 740 } });

/** Files a nomination of this name; its code. */
async function fileOne(page: Page, name: string): Promise<string> {
  await fillCompletely(page, name);
  await sendButton(page).click();
  return receiptCode(page);
}

/** That the page says that it was filed, with the two ways on, and offers nothing to send. */
async function expectFiled(page: Page, code: string): Promise<void> {
  await expect(draftBox(page).getByRole('heading', { name: `Phiếu này đã gửi, mã ${code}` })).toBeVisible();
  await expect(draftButton(page, 'Xem biên nhận')).toBeInViewport();
  await expect(draftButton(page, 'Phiếu mới')).toBeVisible();
  await expect(page.locator('form[data-form]')).toBeHidden();
  await expect(draftBox(page)).not.toContainText('Chưa gửi.', { useInnerText: true });
}

for (const cached of [true, false]) {
  test(`Back from the receipt ${cached ? 'with' : 'without'} the page cache, and a reload there, say that it was filed`, async ({
    page,
  }) => {
    // A page that listens to this is never put aside whole.
    if (!cached) await page.addInitScript(() => window.addEventListener('unload', () => undefined));
    const code = await fileOne(page, `Tập thể thử quay lại ${cached}`);
    await page.goBack();
    await expectFiled(page, code);
    await page.reload();
    await expectFiled(page, code);
    await draftButton(page, 'Xem biên nhận').click();
    expect(await receiptCode(page)).toBe(code);
    await page.goBack();
    await draftButton(page, 'Phiếu mới').click();
    await expect(
      sendButton(page)
        .or(page.getByRole('button', { name: 'Tiếp tục' }))
        .first(),
    ).toBeVisible();
    expect(await answersOn(page)).toEqual([]);
    await page.reload();
    await expect(draftBox(page)).toContainText('Chưa gửi.');
  });
}

test('a new visit after a receipt begins empty', async ({ page }) => {
  await fileOne(page, 'Tập thể thử lần mới');
  await page.goto(nomination);
  await expect(page.getByRole('button', { name: 'Tiếp tục' })).toBeVisible();
  await expect(draftBox(page)).toContainText('Chưa gửi.');
});

test('the same words filled in anew give the first receipt, and its page says since when', async ({
  page,
}) => {
  const code = await fileOne(page, 'Tập thể thử nhập y hệt');
  await expect(page.getByText('Phiếu giống hệt đã gửi lúc')).toBeHidden();
  expect(await fileOne(page, 'Tập thể thử nhập y hệt')).toBe(code);
  await expect(page.getByText('Phiếu giống hệt đã gửi lúc')).toBeVisible();
  expect(await fileOne(page, 'Tập thể thử nhập y hệt, khác một chữ')).not.toBe(code);
});

test('one draft file opened twice: this device says that it was filed, another gets the same receipt', async ({
  page,
  browser,
  baseURL,
}) => {
  await fillCompletely(page, 'Tập thể thử một tệp nháp');
  const { text } = await downloadDraft(page);
  await sendButton(page).click();
  const code = await receiptCode(page);
  await page.goto(nomination);
  await openDraftFile(page, text);
  await expect(draftBox(page)).toContainText(`Phiếu này đã gửi, mã ${code}`);
  await draftButton(page, 'Điền thành phiếu mới').click();
  await expect(draftBox(page)).toContainText('Đã đưa bản nháp vào phiếu');

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await elsewhere.newPage();
  await other.goto(nomination);
  await openDraftFile(other, text);
  await expect(draftBox(other)).toContainText('Đã đưa bản nháp vào phiếu');
  await consent(other);
  await sendButton(other).click();
  expect(await receiptCode(other)).toBe(code);
  await elsewhere.close();
});

test('a draft open in two tabs, where nothing keeps them apart: the second hears that it was filed', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await fillCompletely(page, 'Tập thể thử hai thẻ một nháp');
  await waitUntilKept(page);
  const second = await context.newPage();
  await second.setViewportSize({ width: 360, height: 740 });
  await second.goto(nomination);
  await draftButton(second, 'Tiếp tục điền').click();
  await expect(draftBox(second)).toContainText('Đã đưa bản nháp vào phiếu');
  await sendButton(page).click();
  await expectFiled(second, await receiptCode(page));
});

test('whom to answer is offered for the next form, put in at a press, and forgotten at another', async ({
  page,
}) => {
  await page.goto(nomination);
  await expect(page.getByText('Dùng lại thông tin liên hệ lần trước')).toHaveCount(0);
  await fileOne(page, 'Tập thể thử liên hệ');
  await page.goto('/phan-hoi/#buoc-2');
  const offer = page.getByText('Dùng lại thông tin liên hệ lần trước: Sở Nội vụ, Người thử, 0251 0000 000?');
  await expect(offer).toBeVisible();
  // Never by itself.
  await expect(page.getByLabel('Người liên hệ', { exact: true })).toHaveValue('');
  await page.getByRole('button', { name: 'Dùng lại', exact: true }).click();
  await expect(page.getByLabel('Người liên hệ', { exact: true })).toHaveValue('Người thử');
  await expect(page.getByLabel('Đơn vị gửi', { exact: true })).toHaveValue('so-noi-vu');
  await expect(offer).toHaveCount(0);
  const later = await comeBack(page, '/ap-dung/#buoc-2');
  await later.getByRole('button', { name: 'Quên', exact: true }).click();
  await expect(later.getByText('Máy này không còn nhớ')).toBeVisible();
  expect(
    await later.evaluate(() => Object.keys(localStorage).filter((name) => !name.startsWith('ban-nhap/'))),
  ).toEqual([]);
});

test('a second report of a unit and year is asked about before it is sent, and held up by nothing', async ({
  page,
}) => {
  const form = findForm('bao-cao-nam');
  if (!form) throw new RangeError('There is no yearly report.');
  const report = async (results: string) => {
    await page.goto(form.path);
    await fillExample(page, form, { results });
    await page.goto(`${form.path}#buoc-${form.sections.length + 1}`);
    await takeTime(page);
  };
  await report('Kết quả lần một.');
  await expect(page.locator('[data-filed-before]')).toBeHidden();
  await page.getByRole('button', { name: form.send }).click();
  const code = await receiptCode(page);
  await report('Kết quả lần hai.');
  await expect(page.locator('[data-filed-before]')).toContainText(
    /^Đơn vị đã gửi báo cáo năm 20\d\d từ máy này lúc/,
  );
  await expect(page.locator('[data-filed-before]')).toContainText(code);
  await page.getByRole('button', { name: form.send }).click();
  expect(await receiptCode(page)).not.toBe(code);
});

test('the same nominee twice is asked about; another is not', async ({ page }) => {
  const code = await fileOne(page, 'Tập thể thử trùng tên');
  for (const [name, isAsked] of [
    ['tập thể thử TRÙNG tên', true],
    ['Tập thể thử tên khác', false],
  ] as const) {
    await page.goto('/de-cu/');
    await page.goto(nomination);
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${nomination}#buoc-1`);
    await fillUnit(page, '0251 0000 009');
    await fillNominee(page, name);
    await expect(page.locator('[data-filed-before]')).toBeVisible({ visible: isAsked });
    if (isAsked) await expect(page.locator('[data-filed-before]')).toContainText(code);
  }
});
