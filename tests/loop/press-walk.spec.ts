import { expect, type Locator, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { aPhoneJpeg } from '../fixtures/a-picture.ts';
import { standInOrigin } from '../fixtures/addresses.ts';
import { staffOf, stories, storyRow } from '../fixtures/back-office.ts';
import { startPictureServer } from '../fixtures/picture-server.ts';

// What a newsroom needs of one honoree, from the home page: at most four clicks. Typing is no click.
const mostClicks = 4;
const mostSeconds = 60;
const staff = staffOf({ url: standInOrigin });
const name = 'Tập thể trạm bơm thử';

/** Counts the clicks of a walk. */
function walker() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      clicks += 1;
      await target.click();
    },
    clicks: () => clicks,
  };
}

/** What stands on the page of the press: citation with the decision, photo with credit, contact, short address. */
async function expectEverything(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await expect(main).toContainText(
    `Bằng khen của Chủ tịch Ủy ban nhân dân thành phố, Quyết định số 12/QĐ-THU ngày 20 tháng 11 năm 2026`,
  );
  await expect(main).toContainText('Trạm bơm buổi sáng. Ảnh: Người chụp thử');
  await expect(main.getByRole('link', { name: '0912 345 678' })).toHaveAttribute('href', 'tel:+84912345678');
  await expect(main.getByRole('img', { name: /^Mã QR dẫn tới .*\/d\/VD-0996$/ })).toBeVisible();
}

/** By the door of the press and its table; the photo is taken and the citation copied. */
async function takeByTable(page: Page): Promise<void> {
  const { click, clicks } = walker();
  await page.goto('/');
  await click(page.getByRole('main').getByRole('link', { name: 'Mở trang báo chí' }));
  await click(page.getByRole('row', { name }).getByRole('link', { name: 'Trích dẫn, ảnh' }));
  await expectEverything(page);
  const download = page.waitForEvent('download');
  await click(page.getByRole('link', { name: /^Ảnh gốc \(JPEG/ }));
  expect((await download).suggestedFilename()).toBe('VD-0996-goc.jpg');
  await click(page.getByRole('button', { name: 'Chép câu đầy đủ' }));
  await expect(page.getByText('Đã chép', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Quyết định số 12/QĐ-THU ngày 20',
  );
  expect(clicks()).toBeLessThanOrEqual(mostClicks);
}

/** By the search of the header. */
async function findBySearch(page: Page, typed: string): Promise<void> {
  const { click, clicks } = walker();
  await page.goto('/');
  const box = page.getByRole('banner').getByRole('searchbox');
  // On a phone the header has only the button, which opens the page of the search.
  if (await box.isVisible()) await box.fill(typed);
  else {
    await click(page.getByRole('banner').getByRole('button', { name: 'Tìm' }));
    await page.getByRole('main').getByRole('searchbox').fill(typed);
  }
  await page.keyboard.press('Enter');
  const found = page.getByRole('main').getByRole('link', { name: new RegExp(name) });
  await click(found.first());
  await click(
    page
      .getByRole('link', { name: /báo chí/i })
      .filter({ visible: true })
      .first(),
  );
  await expectEverything(page);
  expect(clicks(), typed).toBeLessThanOrEqual(mostClicks);
}

test('citation, photo with credit, decision, contact and short address of an honoree are four clicks from home at most, on a phone and at a desk', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(20_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pictures = await startPictureServer();
  pictures.answers.set('/a.jpg', await aPhoneJpeg(1600, 1000));
  await staff.create(
    stories,
    storyRow({
      Mã: 'VD-0996',
      Loại: 'Tập thể',
      Tên: name,
      'Hình thức khen thưởng': 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      'Số quyết định': '12/QĐ-THU',
      'Ngày quyết định': '2026-11-20',
      'Cơ quan quyết định': 'Chủ tịch Ủy ban nhân dân thành phố',
      'Liên hệ công khai': 'Bà Thử, 0912 345 678',
      Ảnh: [{ url: `${pictures.url}/a.jpg`, filename: 'anh.jpg' }],
      'Mô tả ảnh': 'Trạm bơm bên kênh',
      'Chú thích ảnh': 'Trạm bơm buổi sáng.',
      'Nguồn ảnh': 'Người chụp thử',
    }),
  );
  await expect(async () => {
    const sizes = await page.request.get('/bao-chi/anh.json');
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(await sizes.json())).length).toBeGreaterThan(
      0,
    );
    await page.goto('/bao-chi/');
    await expect(page.getByRole('row', { name })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 180_000 });

  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const began = Date.now();
    await takeByTable(page);
    expect(Date.now() - began, `${width} px`).toBeLessThan(mostSeconds * 1000);
    // By the name, as somebody types it who was told of the honoree, and by the code on a certificate.
    for (const typed of ['tram bom thu', 'VD-0996']) await findBySearch(page, typed);
  }
  pictures.close();
});
