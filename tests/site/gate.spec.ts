import { expect, type Page, type Request, test } from '@playwright/test';
import { openGate } from '../../src/filing/abuse/server/gate.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { answersOn } from '../fixtures/drafts.ts';
import { fillNomination, receiptCode, sendButton } from '../fixtures/fill-nomination.ts';
import { cut, formApi, keptDrafts, nomination } from '../fixtures/sending.ts';

const saying = (page: Page) => page.locator('[data-sending]');

/** Fills the form as one who is faster than anybody, as far as its page can tell. */
async function fillTooFast(page: Page, name: string): Promise<void> {
  const stopClock = () => {
    performance.now = () => 900;
  };
  await page.addInitScript(stopClock);
  await page.goto(nomination);
  await fillNomination(page, name);
  await page.evaluate(stopClock);
}

const keyIn = (request: Request) => /name="submissionKey"\s+([\w-]+)/.exec(request.postData() ?? '')?.[1];

test('a filer who is too fast sees a short proof of work, and the submission is then sent once by itself', async ({
  page,
}) => {
  const posts: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request);
  });
  await fillTooFast(page, 'Tập thể thử nhanh tay');
  await page.evaluate(() => {
    const status = document.querySelector('[data-sending]');
    if (!status) return;
    new MutationObserver(() => {
      const heard = sessionStorage.getItem('heard') ?? '';
      sessionStorage.setItem('heard', `${heard}\n${status.textContent}`);
    }).observe(status, { childList: true });
  });
  await sendButton(page).click();
  expect(await receiptCode(page)).toMatch(/^DN\d\d-/);
  const heard = await page.evaluate(() => sessionStorage.getItem('heard'));
  expect(heard).toContain('Máy này làm một phép tính ngắn trước');
  expect(heard).toContain('Đang gửi…');
  expect(await keptDrafts(page)).toBe(0);
  expect(posts).toHaveLength(2);
  expect(new Set(posts.map(keyIn)).size).toBe(1);
});

test('the proof of work is explained, can be stopped and loses no typed text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await fillTooFast(page, 'Tập thể thử dừng lại');
  const typed = await answersOn(page);
  const challenge = await openGate('khóa khác').challenge('de-cu-tap-the');
  // Far more work than any server asks for.
  const parameters = { ...challenge.parameters, keyPrefix: '0'.repeat(32), cost: 20_000 };
  await page.route(formApi, (route) =>
    route.fulfill({
      status: 428,
      json: { title: 'Còn một bước nữa', status: 428, challenge: { ...challenge, parameters } },
    }),
  );
  await sendButton(page).click();
  await expect(saying(page)).toContainText('Thường mất vài giây; xong thì tự gửi.');
  await expect(saying(page)).toContainText('đã được 25%', { timeout: 45_000 });
  const stop = page.getByRole('button', { name: 'Dừng, chưa gửi' });
  await expectAccessible(page);
  await stop.click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('Đã dừng.');
  await expect(stop).toHaveCount(0);
  await expect(saying(page)).toBeEmpty();
  expect(await answersOn(page)).toEqual(typed);
  await page.unroute(formApi);
  await sendButton(page).click();
  await receiptCode(page);
});

test('a server that asks again is not asked without end', async ({ page }) => {
  await fillTooFast(page, 'Tập thể thử hỏi mãi');
  const challenge = await openGate('khóa khác').challenge('de-cu-tap-the');
  let posts = 0;
  await page.route(formApi, (route) => {
    posts += 1;
    return route.fulfill({ status: 428, json: { title: 'Còn một bước nữa', status: 428, challenge } });
  });
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Hãy chờ ít phút rồi bấm gửi lại.');
  expect(posts).toBe(2);
});

test('if the proof of work cannot run, the browser posts the form, which then asks only for a wait', async ({
  page,
}) => {
  await page.route('**/_astro/solver*', cut);
  await fillTooFast(page, 'Tập thể thử không tính được');
  await sendButton(page).click();
  await expect(page).toHaveTitle(/^Còn một bước nữa/);
  await page.unroute('**/_astro/solver*');
  await receiptCode(page);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

  test('a nomination comes back as it was typed, waits, says how long, and is filed', async ({ page }) => {
    await page.goto(nomination);
    await fillNomination(page, 'Tập thể thử chờ gửi');
    const typed = await answersOn(page);
    await sendButton(page).click();
    await expect(page).toHaveTitle(/^Còn một bước nữa/);
    const summary = page.locator('[data-error-summary]');
    await expect(summary).toContainText('sau 5 giây nữa, bấm gửi lần nữa là xong.');
    await expect(summary.getByRole('link', { name: 'Đến nút gửi' })).toHaveAttribute('href', '#gui');
    const answers = async () => (await answersOn(page)).filter(([name]) => name !== 'waitToken');
    expect(await answers()).toEqual(typed);
    await expect(page.getByRole('checkbox', { name: /^Tôi đã đọc/ })).toBeChecked();
    await sendButton(page).click();
    await expect(summary).toContainText(/sau [1-5] giây nữa/);
    expect(await answers()).toEqual(typed);
    await page.waitForTimeout(5_000);
    await sendButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phiếu');
  });
});

test('axe finds nothing on the page that asks to wait, at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.route('**/_astro/*.js', cut);
  await page.goto(nomination);
  await fillNomination(page, 'Tập thể thử trang chờ');
  await sendButton(page).click();
  await expect(page).toHaveTitle(/^Còn một bước nữa/);
  await expectAccessible(page);
});

test('the words beside the button say that no mail is sent where no mail server is set', async ({ page }) => {
  await page.goto(nomination);
  await expect(page.locator('.copy-note')).toContainText('Trang này không gửi thư điện tử');
});
