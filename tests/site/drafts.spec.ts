import { expect, type Page, test } from '@playwright/test';
import { forms as allForms } from '../../src/filing/definitions/registry.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import {
  answersOn,
  changeKept,
  comeBack,
  downloadDraft,
  draftBox,
  draftButton,
  draftState,
  fillEveryField,
  openDraftTools,
  tickedConsents,
  waitUntilKept,
} from '../fixtures/drafts.ts';
import { phone } from '../fixtures/fill-nomination.ts';

/** At the step that asks for the name. */
const nomination = '/de-cu/tap-the/#buoc-2';
const name = (page: Page) => page.getByLabel('Tên tập thể được đề cử');

for (const { path } of allForms) {
  test(`what was typed at ${path} is there after a reload, and offered in another tab, in every field but the consents`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    await expect(draftState(page)).toContainText('Chưa gửi');
    await fillEveryField(page);
    const typed = await answersOn(page);
    await waitUntilKept(page);
    await page.reload();
    await expect(draftState(page)).toContainText('Đã mở lại nội dung nhập dở');
    expect(await answersOn(page)).toEqual(typed);
    expect(await tickedConsents(page)).toBe(0);
    const later = await comeBack(page);
    await expect(draftBox(later)).toContainText(/Bản nháp lưu trên máy này lúc .* câu đã trả lời, chưa gửi/);
    await expect(draftButton(later, 'Tiếp tục điền')).toBeInViewport({ ratio: 1 });
    expect(await answersOn(later)).toEqual([]);
    await expectAccessible(later);
    await draftButton(later, 'Tiếp tục điền').click();
    await expect(draftBox(later)).toContainText('đánh dấu lại các ô cam kết và đồng ý');
    expect(await answersOn(later)).toEqual(typed);
    expect(await tickedConsents(later)).toBe(0);
    await expect(draftButton(later, 'Tiếp tục điền')).toHaveCount(0);
  });
}

test('a draft never replaces typed text without asking', async ({ page: first }) => {
  let page = first;
  await page.goto(nomination);
  await name(page).fill('Bản nháp cũ');
  await waitUntilKept(page);
  page = await comeBack(page, nomination);
  await name(page).fill('Đang nhập mới');
  await draftButton(page, 'Tiếp tục điền').click();
  await expect(draftBox(page)).toContainText('Trên trang đang có 1 câu trả lời khác với bản nháp');
  await expect(name(page)).toHaveValue('Đang nhập mới');
  await draftButton(page, 'Giữ những gì đang có trên trang').click();
  await expect(name(page)).toHaveValue('Đang nhập mới');
  await draftButton(page, 'Tiếp tục điền').click();
  await draftButton(page, 'Đưa bản nháp vào').click();
  await expect(name(page)).toHaveValue('Bản nháp cũ');
  // What it took the place of is a draft of its own.
  await draftButton(page, 'Tiếp tục điền').click();
  await draftButton(page, 'Đưa bản nháp vào').click();
  await expect(name(page)).toHaveValue('Đang nhập mới');
});

test('a draft of another version says what no longer fits, and loses none of it', async ({ page }) => {
  await page.goto(nomination);
  await name(page).fill('Tập thể bản cũ');
  await page.getByLabel('Loại tập thể').selectOption({ label: 'Cơ quan, đơn vị nhà nước' });
  await waitUntilKept(page);
  await page.goto('/de-cu/');
  const kind = await page.evaluate(() =>
    /"name":"(\w+)","label":"Loại tập thể","values":\["([\w-]+)"\]/.exec(Object.values(localStorage).join()),
  );
  await changeKept(page, '"version":"', '"version":"cu-');
  await changeKept(page, `"values":["${kind?.[2]}"]`, '"values":["loai-cu"]');
  // In its own tab the page goes on by itself, and asks only because an answer would be lost.
  await page.goto(nomination);
  await expect(draftBox(page)).toContainText('Phiếu đã đổi từ bản cu-');
  await expect(draftBox(page)).toContainText('Loại tập thể: Cơ quan, đơn vị nhà nước');
  await expect(name(page)).toHaveValue('');
  await draftButton(page, 'Đưa bản nháp vào').click();
  await expect(name(page)).toHaveValue('Tập thể bản cũ');
  await expect(draftBox(page)).toContainText('không đưa lại được');
  await waitUntilKept(page);
  const later = await comeBack(page, nomination);
  await draftButton(later, 'Tiếp tục điền').click();
  await expect(draftBox(later)).toContainText('Loại tập thể: Cơ quan, đơn vị nhà nước');
});

test('a draft is deleted by its buttons, after a question', async ({ page: first }) => {
  await first.goto(nomination);
  await name(first).fill('Máy dùng chung');
  await waitUntilKept(first);
  const page = await comeBack(first, nomination);
  await draftButton(page, 'Bỏ bản nháp').click();
  await draftButton(page, 'Giữ lại').click();
  await draftButton(page, 'Bỏ bản nháp').click();
  await draftButton(page, 'Bỏ hẳn').click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await name(page).fill('Lần nữa');
  await waitUntilKept(page);
  await openDraftTools(page);
  await draftButton(page, 'Xóa bản nháp').click();
  await expect(draftBox(page)).toContainText('Đã xóa bản nháp khỏi máy này');
  await page.reload();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(name(page)).toHaveValue('');
});

test('two tabs keep a draft each, and one draft is never open in both', async ({ page, context }) => {
  await page.goto(nomination);
  await name(page).fill('Thẻ thứ nhất');
  await waitUntilKept(page);
  const second = await context.newPage();
  await second.goto(nomination);
  await draftButton(second, 'Tiếp tục điền').click();
  await expect(draftBox(second)).toContainText('đang mở ở một thẻ khác');
  await name(second).fill('Thẻ thứ hai');
  await waitUntilKept(second);
  expect(await page.evaluate(() => localStorage.length)).toBe(2);
  await page.close();
  await draftButton(second, 'Tiếp tục điền').click();
  await draftButton(second, 'Đưa bản nháp vào').click();
  await expect(name(second)).toHaveValue('Thẻ thứ nhất');
});

for (const [what, spoil] of [
  [
    'full',
    () =>
      (Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      }),
  ],
  [
    'forbidden',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
  ],
] as const) {
  test(`where the store of the browser is ${what} the page says so, and the file still works`, async ({
    page,
  }) => {
    await page.addInitScript(spoil);
    await page.goto(nomination);
    await name(page).fill('Không lưu được');
    await expect(draftState(page)).toContainText('không lưu được trên máy này');
    expect((await downloadDraft(page)).text).toContain('Không lưu được');
  });
}

test('axe finds nothing in the box when it offers, asks and answers', async ({ page: first }) => {
  let page = first;
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/de-cu/tap-the/');
  await phone(page).fill('0251 0000 000');
  await waitUntilKept(page);
  page = await comeBack(page);
  await openDraftTools(page);
  await phone(page).fill('0251 0000 001');
  await draftButton(page, 'Tiếp tục điền').click();
  await expectAccessible(page, 'draft-box');
});

test('what was typed before the scripts came is kept as well', async ({ page }) => {
  const scripts = Promise.withResolvers<void>();
  await page.route('**/_astro/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto('/de-cu/tap-the/', { waitUntil: 'commit' });
  await page.locator('#contactName').fill('Người gõ sớm');
  scripts.resolve();
  await waitUntilKept(page);
});
