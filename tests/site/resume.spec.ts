import { expect, type Page, test } from '@playwright/test';
import { choose, expectKept, fileLines, openFiles, pdfToChoose } from '../fixtures/choose-files.ts';
import {
  answersOn,
  draftBox,
  draftButton,
  draftState,
  openDraftTools,
  waitUntilKept,
} from '../fixtures/drafts.ts';
import { aPdf } from '../fixtures/evidence.ts';
import { fillNomination, fillUnit, sendButton } from '../fixtures/fill-nomination.ts';
import { cut, formApi } from '../fixtures/sending.ts';

test.use({ viewport: { width: 360, height: 740 } });

const path = '/de-cu/tap-the/';
const name = (page: Page) => page.getByLabel('Tên tập thể được đề cử');
const step = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title });

/** Types into the second step, as a person who then takes a photo. */
async function typeIntoSecondStep(page: Page): Promise<[string, string][]> {
  await page.goto(path);
  await fillUnit(page);
  await name(page).fill('Phòng thử mở lại');
  await page.getByRole('radio', { name: /^1\.1\./ }).check();
  await page.getByRole('checkbox', { name: 'Tháo gỡ vướng mắc về cơ chế, cải cách hành chính' }).check();
  await waitUntilKept(page);
  return answersOn(page);
}

/** Every way in which a tab loads its page again. */
const ways: Record<string, (page: Page) => Promise<unknown>> = {
  'a reload': (page) => page.reload(),
  'Back from another page': async (page) => {
    await page.goto('/quyen-rieng-tu/');
    await page.goBack();
  },
  'a link to the form': async (page) => {
    await page.goto('/de-cu/');
    await page.goto(path);
  },
  'a reload before the last letters were kept': async (page) => {
    await page.getByLabel('Sơ lược đặc điểm, tình hình').fill('Chữ cuối');
    await page.reload();
  },
};

for (const [way, load] of Object.entries(ways)) {
  test(`${way}: the tab goes on at its step with its answers, and asks nothing`, async ({ page }) => {
    const typed = await typeIntoSecondStep(page);
    await load(page);
    await expect(name(page)).toHaveValue('Phòng thử mở lại');
    // By a link one comes to the first step, and finds the way to one's own.
    const back = page.getByRole('link', { name: 'Về bước đang điền' });
    if (way.includes('link')) await back.click();
    await expect(step(page, 'Tập thể được đề cử')).toBeVisible();
    for (const answer of typed) expect(await answersOn(page)).toContainEqual(answer);
    await expect(draftBox(page).getByRole('button', { name: 'Tiếp tục điền' })).toHaveCount(0);
    await expect(draftBox(page).getByRole('heading')).toHaveCount(0);
    if (way.includes('last letters'))
      await expect(page.getByLabel('Sơ lược đặc điểm, tình hình')).toHaveValue('Chữ cuối');
    // It is the same draft, not a second one.
    await name(page).fill('Phòng thử mở lại, sửa');
    await waitUntilKept(page);
    expect(
      await page.evaluate(
        () => Object.keys(localStorage).filter((key) => key.startsWith('ban-nhap/')).length,
      ),
    ).toBe(1);
  });
}

test('the last step shows the answers again, not an empty form', async ({ page }) => {
  await page.goto(path);
  await fillNomination(page, 'Phòng thử bước cuối');
  await waitUntilKept(page);
  await page.reload();
  await expect(page.locator('[data-answers]')).toContainText('Phòng thử bước cuối');
  await expect(draftState(page)).toContainText('các ô cam kết, đồng ý cần đánh dấu lại');
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('4 chỗ cần sửa');
});

test('text typed before the draft is restored stays, beside the rest of the draft', async ({ page }) => {
  await typeIntoSecondStep(page);
  let letGo = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = () => void resolve();
  });
  await page.route(/desk\.\w+\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await name(page).fill('Đã gõ tiếp');
  letGo();
  await expect(page.getByRole('radio', { name: /^1\.1\./ })).toBeChecked();
  await expect(name(page)).toHaveValue('Đã gõ tiếp');
});

test('a submission that was on its way when the page went says so, and is not sent by itself', async ({
  page,
}) => {
  await page.goto(path);
  await fillNomination(page, 'Phòng thử đang gửi');
  await page.route(formApi, cut);
  await sendButton(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1;
  });
  await page.reload();
  await expect(draftBox(page)).toContainText('chưa rõ đã đến nơi hay chưa');
  await expect(page.locator('[data-answers]')).toContainText('Phòng thử đang gửi');
  expect(posts).toBe(0);
});

test('files that are kept come back with the tab', async ({ page }) => {
  await openFiles(page, path, 3);
  await choose(page, pdfToChoose('một.pdf', aPdf()));
  await expectKept(page, 1);
  await waitUntilKept(page);
  await page.reload();
  await expect(fileLines(page)).toHaveText([/^một\.pdf \(1 KB\)/]);
  await expect(step(page, 'Thành tích')).toBeVisible();
});

test('the tab still resumes if the device stores nothing', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    }),
  );
  await page.goto(`${path}#buoc-2`);
  await name(page).fill('Chỉ thẻ này giữ');
  await expect(draftState(page)).toContainText('không lưu được trên máy này');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.waitForTimeout(600);
  await page.reload();
  await expect(name(page)).toHaveValue('Chỉ thẻ này giữ');
});

test('a new form is begun in the same tab; the draft is offered beside it', async ({ page }) => {
  await typeIntoSecondStep(page);
  await openDraftTools(page);
  await draftButton(page, 'Để bản nháp lại, điền phiếu mới').click();
  await expect(draftButton(page, 'Tiếp tục điền')).toBeInViewport({ ratio: 1 });
  expect(await answersOn(page)).toEqual([]);
  await page.reload();
  expect(await answersOn(page)).toEqual([]);
  await draftButton(page, 'Tiếp tục điền').click();
  await page.goto(`${path}#buoc-2`);
  await expect(name(page)).toHaveValue('Phòng thử mở lại');
});

test('a draft that was deleted does not come back with the tab', async ({ page }) => {
  await typeIntoSecondStep(page);
  await openDraftTools(page);
  await draftButton(page, 'Xóa bản nháp').click();
  await page.reload();
  await expect(draftState(page)).toContainText('Tự lưu tạm');
  expect(await answersOn(page)).toEqual([]);
});
