import { expect, type Page, type Route, test } from '@playwright/test';
import { answersOn, draftBox, draftButton } from '../fixtures/drafts.ts';
import { fillWithOneMistake, phone, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';

const nomination = '/de-cu/tap-the/';
const api = '**/api/forms/*';

async function fill(page: Page, name: string): Promise<void> {
  await page.goto(nomination);
  await fillWithOneMistake(page, name);
  await phone(page).fill('0251 0000 000');
}

async function consent(page: Page): Promise<void> {
  const names = ['attest', 'contactConsent', 'nomineeConsent', 'storageNotice'];
  for (const name of names) await page.locator(`[name="${name}"]`).check();
}

const cut = (route: Route) => route.abort('internetdisconnected');

/** Lets filings arrive and loses every answer; the codes that the server gave. */
async function loseAnswers(page: Page): Promise<string[]> {
  const codes: string[] = [];
  await page.route(api, async (route) => {
    const answer = await route.fetch();
    codes.push((await answer.json()).code);
    await route.abort();
  });
  return codes;
}

const keptDrafts = (page: Page) => page.evaluate(() => localStorage.length);

test('a filing that met a dead line is sent by itself when the line is back', async ({ page, context }) => {
  await fill(page, 'Tập thể thử tự gửi');
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('phiếu sẽ tự gửi');
  await context.setOffline(false);
  expect(await receiptCode(page)).toMatch(/^DN26-/);
  expect(await keptDrafts(page)).toBe(0);
});

test('an answer that was lost is fetched by itself: one filing, one code', async ({ page }) => {
  await fill(page, 'Tập thể thử lạc tin');
  const codes = await loseAnswers(page);
  await sendButton(page).click();
  await expect(page.locator('[data-sending]')).toHaveText('Chưa gửi. Tự gửi lại sau 5 giây.');
  await page.unroute(api);
  expect([await receiptCode(page)]).toEqual(codes);
});

test('after the page was closed the filing is offered again, waits for a press, and keeps its first code', async ({
  page,
  context,
}) => {
  await fill(page, 'Tập thể thử đóng trang');
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
  await expect(draftBox(again)).toContainText('Phiếu chưa gửi xong lần trước');
  await draftButton(again, 'Mở lại để gửi').click();
  await expect(draftBox(again)).toContainText('không tạo hồ sơ thứ hai');
  expect(await answersOn(again)).toEqual(typed);
  expect(posts).toBe(0);
  await consent(again);
  await sendButton(again).click();
  expect([await receiptCode(again)]).toEqual(codes);
  expect(await keptDrafts(again)).toBe(0);
});

test('the same words typed anew after a lost answer are the same filing', async ({ page }) => {
  await fill(page, 'Tập thể thử nhập lại');
  const codes = await loseAnswers(page);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await page.unroute(api);
  await fill(page, 'Tập thể thử nhập lại');
  await sendButton(page).click();
  expect([await receiptCode(page)]).toEqual(codes);
});

test('a filing on its way is not sent by a second tab, which hears when it was taken', async ({
  page,
  context,
}) => {
  await fill(page, 'Tập thể thử hai thẻ');
  await page.route(api, cut);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('phiếu sẽ tự gửi');
  const second = await context.newPage();
  await second.goto(nomination);
  await draftButton(second, 'Mở lại để gửi').click();
  await expect(draftBox(second)).toContainText('đang mở ở một thẻ khác');
  await page.unroute(api);
  await receiptCode(page);
  await expect(draftBox(second)).not.toContainText('chưa gửi xong');
});

test('what answers in the place of the server is no answer', async ({ page }) => {
  await fill(page, 'Tập thể thử mạng khách sạn');
  const strangers = [
    { status: 200, contentType: 'text/html', body: '<h1>Đăng nhập Wi-Fi</h1>' },
    { status: 201, contentType: 'application/json', body: '{"ok":true}' },
    { status: 502, contentType: 'text/html', body: 'Bad gateway' },
  ];
  for (const stranger of strangers) {
    await page.route(api, (route) => route.fulfill(stranger));
    await sendButton(page).click();
    await expect(page.getByRole('alert')).toContainText('mất kết nối');
    await page.unroute(api);
  }
  await sendButton(page).click();
  await receiptCode(page);
});

test('a line that never answers is given up after a minute, and the filing is sent again', async ({
  page,
}) => {
  await page.clock.install();
  await fill(page, 'Tập thể thử chờ mãi');
  await page.route(api, () => undefined);
  await sendButton(page).click();
  await expect(page.locator('[data-sending]')).toHaveText('Đang gửi…');
  await page.clock.fastForward(61_000);
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await page.unroute(api);
  await page.clock.fastForward(6_000);
  await receiptCode(page);
});

test('two tabs that send one draft where the browser has no locks make one filing', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await fill(page, 'Tập thể thử không khóa');
  await page.route(api, cut);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('phiếu sẽ tự gửi');
  const second = await context.newPage();
  await second.goto(nomination);
  await draftButton(second, 'Mở lại để gửi').click();
  await consent(second);
  await page.unroute(api);
  await Promise.all([sendButton(page).click(), sendButton(second).click()]);
  expect(await receiptCode(page)).toBe(await receiptCode(second));
});

test('a busy server is asked again when it said, and at any press', async ({ page }) => {
  await fill(page, 'Tập thể thử máy bận');
  const busy = { title: 'Tạm thời chưa nhận được phiếu', status: 503, detail: 'Hãy chờ.' };
  await page.route(api, (route) =>
    route.fulfill({ status: 503, json: busy, headers: { 'Retry-After': '30' } }),
  );
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Tạm thời chưa nhận được phiếu');
  await expect(page.locator('[data-sending]')).toHaveText('Chưa gửi. Tự gửi lại sau 30 giây.');
  await page.unroute(api);
  await sendButton(page).click();
  await receiptCode(page);
});

test('words changed while a filing waits are not sent half typed', async ({ page, context }) => {
  await fill(page, 'Tập thể thử sửa');
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('phiếu sẽ tự gửi');
  await page.getByLabel('Tên tập thể được đề cử').fill('Tập thể thử sửa xong');
  await expect(page.getByRole('alert')).toContainText('không tự gửi nữa');
  await context.setOffline(false);
  await page.waitForTimeout(1_000);
  await expect(page).toHaveURL(/tap-the/);
  await sendButton(page).click();
  await receiptCode(page);
});

test('after a receipt the next filing has a key of its own', async ({ page }) => {
  await fill(page, 'Tập thể thử nối tiếp');
  await sendButton(page).click();
  const first = await receiptCode(page);
  await fill(page, 'Tập thể thử nối tiếp');
  await sendButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phiếu');
  expect(await receiptCode(page)).not.toBe(first);
});

test('where the code that keeps drafts does not arrive the form is sent all the same', async ({ page }) => {
  await page.route('**/_astro/desk*.js', cut);
  await fill(page, 'Tập thể thử không bản nháp');
  await sendButton(page).click();
  await receiptCode(page);
});

test('where no script arrives the form is posted by the browser', async ({ page }) => {
  await page.route('**/_astro/*.js', cut);
  await page.goto(nomination);
  await fillWithOneMistake(page, 'Tập thể thử không mã lệnh nào');
  await phone(page).fill('0251 0000 000');
  await sendButton(page).click();
  await receiptCode(page);
  expect(await keptDrafts(page)).toBe(0);
});
