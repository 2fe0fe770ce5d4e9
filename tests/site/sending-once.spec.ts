import { expect, type Page, test } from '@playwright/test';
import { answersOn, draftBox, draftButton } from '../fixtures/drafts.ts';
import { receiptCode, sendButton } from '../fixtures/fill-nomination.ts';
import {
  consent,
  cut,
  fillCompletely,
  formApi,
  keptDrafts,
  loseAnswers,
  nomination,
} from '../fixtures/sending.ts';

test('after the page was closed the submission is offered again, waits for a press, and keeps its first code', async ({
  page,
  context,
}) => {
  await fillCompletely(page, 'Tập thể thử đóng trang');
  const typed = await answersOn(page);
  const codes = await loseAnswers(page);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await page.close();

  const again = await context.newPage();
  let posts = 0;
  again.on('request', (request) => {
    if (request.method() === 'POST') posts += 1;
  });
  await again.goto(nomination);
  await expect(draftBox(again)).toContainText('Lần trước chưa gửi xong');
  await draftButton(again, 'Mở lại để gửi').click();
  await expect(draftBox(again)).toContainText('không tạo hồ sơ thứ hai');
  expect(await answersOn(again)).toEqual(typed);
  expect(posts).toBe(0);
  await consent(again);
  await sendButton(again).click();
  expect([await receiptCode(again)]).toEqual(codes);
  expect(await keptDrafts(again)).toBe(0);
});

test('the same words typed anew after a lost answer are the same submission', async ({ page }) => {
  await fillCompletely(page, 'Tập thể thử nhập lại');
  const codes = await loseAnswers(page);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await page.unroute(formApi);
  await fillCompletely(page, 'Tập thể thử nhập lại');
  await sendButton(page).click();
  expect([await receiptCode(page)]).toEqual(codes);
});

test('a submission on its way is not sent by a second tab, which hears when it was taken', async ({
  page,
  context,
}) => {
  await fillCompletely(page, 'Tập thể thử hai thẻ');
  await page.route(formApi, cut);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('trang sẽ tự gửi');
  const second = await context.newPage();
  await second.goto(nomination);
  await draftButton(second, 'Mở lại để gửi').click();
  await expect(draftBox(second)).toContainText('đang mở ở một thẻ khác');
  await page.unroute(formApi);
  await receiptCode(page);
  await expect(draftBox(second)).not.toContainText('chưa gửi xong');
});

test('two tabs that send one draft where the browser has no locks make one submission', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await fillCompletely(page, 'Tập thể thử không khóa');
  await page.route(formApi, cut);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('trang sẽ tự gửi');
  const second = await context.newPage();
  await second.goto(nomination);
  await draftButton(second, 'Mở lại để gửi').click();
  await consent(second);
  await page.unroute(formApi);
  // The first tab also sends by itself, and may be at its receipt before the click.
  const send = (tab: Page) =>
    sendButton(tab)
      .click({ timeout: 10_000 })
      .catch(() => undefined);
  await Promise.all([send(page), send(second)]);
  // The one that was late is at the receipt, or says on its page which code was given.
  const said = async (tab: Page) => ((await draftBox(tab).count()) > 0 ? draftBox(tab).textContent() : '');
  const isAtReceipt = async (tab: Page) => /^(Đã nhận phiếu|Còn một bước nữa)/.test(await tab.title());
  const codeOn = async (tab: Page) => {
    await expect
      .poll(async () => (await isAtReceipt(tab)) || /DN\d\d-/.test((await said(tab)) ?? ''))
      .toBe(true);
    return (await isAtReceipt(tab)) ? receiptCode(tab) : /DN\d\d-[\w-]+/.exec((await said(tab)) ?? '')?.[0];
  };
  expect(await codeOn(second)).toMatch(/^DN\d\d-/);
  expect(await codeOn(page)).toBe(await codeOn(second));
});
