import { expect, test } from '@playwright/test';
import { addresses, ask, firstResult, otherWays, ownName, rows } from '../fixtures/search-page.ts';

test('“chuyen doi xanh” is found in the plan and in stories, each result with its kind', async ({ page }) => {
  await ask(page, 'chuyen doi xanh');
  await expect(firstResult(page)).toContainText('Mục của kế hoạch');
  await expect(firstResult(page)).toContainText(/chuyển đổi xanh/i);
  await expect(rows(page, 'Điển hình').first()).toContainText('Dữ liệu minh họa');
  await expect(page.getByRole('main')).not.toContainText(/[ḏḎ]/);
});

test('a question in plain words leads to its answer, the form and the file', async ({ page }) => {
  await ask(page, 'bao giờ nộp báo cáo');
  expect((await addresses(page)).slice(0, 2)).toEqual(['/hoi-dap/#han-nop-bao-cao', '/bao-cao-nam/']);
  await ask(page, 'tải kế hoạch');
  await expect(rows(page).filter({ hasText: 'Tệp tải về' }).first()).toBeVisible();
});

test('“nông nghiệp” leads to the agency and to the clause that names its duty', async ({ page }) => {
  await ask(page, 'nông nghiệp');
  await expect(firstResult(page)).toContainText('Sở Nông nghiệp và Môi trường');
  await rows(page)
    .getByRole('link', { name: /^V\.2\.3 / })
    .click();
  await expect(page).toHaveURL('/ke-hoach/v-2-3/');
});

test('a clause is found by its number and by its heading', async ({ page }) => {
  for (const number of ['III.1.3.4', 'iii-1-3-4', 'mục III.1.3.4']) {
    await ask(page, number);
    expect((await addresses(page))[0]).toBe('/ke-hoach/iii-1-3-4/');
  }
  await ask(page, 'Tiêu chuẩn khen thưởng', 'ke-hoach');
  await expect(firstResult(page)).toContainText('III.2.3');
});

test('typed tones are meant: a page that only shares their letters is no answer', async ({ page }) => {
  await ask(page, 'Biên Hòa');
  await expect(firstResult(page)).toContainText('Phường Biên Hoà');
  await expect(page.getByRole('main').locator('mark').filter({ hasText: 'Biện' })).toHaveCount(0);
});

test('a place of yesterday leads to the unit of today, which says so where it has no story', async ({
  page,
}) => {
  await ask(page, 'thị trấn Dầu Giây');
  await expect(firstResult(page)).toContainText('Phường Dầu Giây');
  await expect(firstResult(page)).toContainText('trước đây: Thị trấn Dầu Giây');
  await expect(page.getByRole('main')).toContainText('Chưa có điển hình nào ở Phường Dầu Giây');
  await firstResult(page).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Dầu Giây');
});

test('words that only the text of a page has find it, with the place', async ({ page }) => {
  await ask(page, 'trình đọc màn hình NVDA');
  await expect(firstResult(page).getByRole('link')).toHaveAttribute('href', '/tiep-can/');
});

test('one section can be chosen, and the address keeps it', async ({ page }) => {
  await ask(page, 'chuyển đổi số');
  await page.getByRole('radio', { name: 'Điển hình' }).check();
  await expect(page).toHaveURL(/muc=dien-hinh/);
  await expect(rows(page)).toHaveCount(0);
  await expect(rows(page, 'Điển hình').first()).toContainText('Dữ liệu minh họa');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Tất cả' })).toBeChecked();
  await expect(firstResult(page)).toBeVisible();
});

test('the first results are few, and a link leads on to the others', async ({ page }) => {
  await ask(page, 'thi đua');
  await expect(rows(page)).toHaveCount(8);
  await page.getByRole('link', { name: `Xem thêm: ${ownName}` }).click();
  await expect(page).toHaveURL(/xem=/);
  expect(await rows(page).count()).toBeGreaterThan(8);
});

test('when nothing is found it says so, asks nothing back and shows three other ways', async ({ page }) => {
  for (const query of ['zzzz', 'H2SO4', '{{7*7}}', 'asdfgh qwerty']) {
    await ask(page, query);
    await expect(page.getByRole('status')).toHaveText(`Không tìm thấy gì cho “${query}”.`);
    await expect(page.getByRole('heading', { name: 'Các lối khác' })).toBeVisible();
    await expect(otherWays(page)).toHaveCount(3);
  }
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('where nothing has all that was typed, the ways on are those for its kind of words', async ({
      page,
    }) => {
      for (const [query, way] of [
        ['zyxzyx 2041', 'Lộ trình 2026–2030'],
        ['xã Zyxzyx', 'Bản đồ điển hình'],
        ['DN99zyx', 'Tra cứu hồ sơ đã gửi'],
      ] as const) {
        await page.goto(`/tim-kiem/?${new URLSearchParams({ q: query })}`);
        await expect(otherWays(page).filter({ hasText: way }), query).toBeVisible();
        await expect(otherWays(page)).toHaveCount(3);
      }
      await page.goto('/tim-kiem/?q=khen');
      await expect(page.getByRole('heading', { name: 'Các lối khác' })).toBeHidden();
    });
  });

test('a correct word is never asked back, a slip only where its pair is real', async ({ page }) => {
  for (const query of ['khiếu nại', 'Long Khánh', 'Trảng Bom', 'lập luận']) {
    await ask(page, query);
    await expect(page.getByRole('main')).not.toContainText('Ý bạn là');
  }
  await ask(page, 'huân chươngg');
  await page.getByRole('link', { name: 'Ý bạn là “huân chương”' }).click();
  await expect(page).toHaveURL(/q=hu%C3%A2n\+ch%C6%B0%C6%A1ng$/);
  await expect(firstResult(page)).toContainText('Huân chương Lao động');
});

test('a name whose syllables stand apart in texts and titles is not said to be found', async ({ page }) => {
  for (const name of ['Hà Nội', 'Đà Nẵng', 'Lâm Đồng']) {
    await ask(page, name);
    await expect(page.getByRole('status')).toContainText(`Không nơi nào có đúng “${name}”.`);
    await page.goto(`/dien-hinh/?${new URLSearchParams({ q: name })}`);
    await expect(page.getByRole('status')).toContainText(`Không tìm thấy điển hình nào cho “${name}”`);
  }
  await page.goto(`/dien-hinh/?${new URLSearchParams({ q: 'Bình dân học vụ số' })}`);
  await expect(page.getByRole('status')).toContainText('Tìm thấy');
});
