import { expect, test } from '@playwright/test';
import { fillNomination, goOn, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';
import { cut, fillCompletely, formApi, keptDrafts, loseAnswers, nomination } from '../fixtures/sending.ts';

test('a submission that met a dead line is sent by itself when the line is back', async ({
  page,
  context,
}) => {
  await fillCompletely(page, 'Tập thể thử tự gửi');
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('trang sẽ tự gửi');
  await context.setOffline(false);
  expect(await receiptCode(page)).toMatch(/^DN\d\d-/);
  expect(await keptDrafts(page)).toBe(0);
});

test('an answer that was lost is fetched by itself: one submission, one code', async ({ page }) => {
  await fillCompletely(page, 'Tập thể thử lạc tin');
  const codes = await loseAnswers(page);
  await sendButton(page).click();
  await expect(page.locator('[data-sending]')).toHaveText('Chưa gửi. Tự gửi lại sau 5 giây.');
  await page.unroute(formApi);
  expect([await receiptCode(page)]).toEqual(codes);
});

test('an answer from something other than the server does not count', async ({ page }) => {
  await fillCompletely(page, 'Tập thể thử mạng khách sạn');
  const strangers = [
    { status: 200, contentType: 'text/html', body: '<h1>Đăng nhập Wi-Fi</h1>' },
    { status: 201, contentType: 'application/json', body: '{"ok":true}' },
    { status: 502, contentType: 'text/html', body: 'Bad gateway' },
  ];
  for (const stranger of strangers) {
    await page.route(formApi, (route) => route.fulfill(stranger));
    await sendButton(page).click();
    await expect(page.getByRole('alert')).toContainText('mất kết nối');
    await page.unroute(formApi);
  }
  await sendButton(page).click();
  await receiptCode(page);
});

test('a line that never answers is given up after a minute, and the submission is sent again', async ({
  page,
}) => {
  await page.clock.install();
  await fillCompletely(page, 'Tập thể thử chờ mãi');
  await page.route(formApi, () => undefined);
  await sendButton(page).click();
  await expect(page.locator('[data-sending]')).toHaveText('Đang gửi…');
  await page.clock.fastForward(61_000);
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await page.unroute(formApi);
  await page.clock.fastForward(6_000);
  await receiptCode(page);
});

test('a busy server is asked again when it said, and at any press', async ({ page }) => {
  await fillCompletely(page, 'Tập thể thử máy bận');
  const busy = { title: 'Tạm thời chưa nhận được', status: 503, detail: 'Hãy chờ.' };
  await page.route(formApi, (route) =>
    route.fulfill({ status: 503, json: busy, headers: { 'Retry-After': '30' } }),
  );
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Tạm thời chưa nhận được');
  await expect(page.locator('[data-sending]')).toHaveText('Chưa gửi. Tự gửi lại sau 30 giây.');
  await page.unroute(formApi);
  await sendButton(page).click();
  await receiptCode(page);
});

test('words changed while a submission waits are not sent half typed', async ({ page, context }) => {
  await fillCompletely(page, 'Tập thể thử sửa');
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('trang sẽ tự gửi');
  await page.goto(new URL('#buoc-2', page.url()).href);
  await page.getByLabel('Tên tập thể được đề cử').fill('Tập thể thử sửa xong');
  await expect(page.getByRole('alert')).toContainText('không tự gửi nữa');
  await goOn(page);
  await context.setOffline(false);
  await page.waitForTimeout(1_000);
  await expect(page).toHaveURL(/tap-the/);
  await sendButton(page).click();
  await receiptCode(page);
});

test('the form is sent even if the autosave code does not load', async ({ page }) => {
  await page.route('**/_astro/desk*.js', cut);
  await fillCompletely(page, 'Tập thể thử không bản nháp');
  await sendButton(page).click();
  await receiptCode(page);
});

test('the browser posts the form if no script loads', async ({ page }) => {
  await page.route('**/_astro/*.js', cut);
  await page.goto(nomination);
  await fillNomination(page, 'Tập thể thử không mã lệnh nào');
  await sendButton(page).click();
  await receiptCode(page);
  expect(await keptDrafts(page)).toBe(0);
});
