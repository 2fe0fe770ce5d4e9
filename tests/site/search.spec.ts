import { expect, type Page, test } from '@playwright/test';

const address = (query: string, section = '') =>
  `/tim-kiem/?${new URLSearchParams({ q: query, ...(section ? { muc: section } : {}) })}`;

async function ask(page: Page, query: string, section = ''): Promise<void> {
  await page.goto(address(query, section));
  await expect(page.getByRole('status')).toContainText(`“${query}”`);
}

const ownName = 'Trên trang này';
const rows = (page: Page, group = ownName) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: group }) })
    .getByRole('listitem');
const first = (page: Page) => rows(page).first();
const addresses = async (page: Page, group = ownName) =>
  rows(page, group)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

test('“chuyen doi xanh” is found in the plan and in stories, each result with its kind', async ({ page }) => {
  await ask(page, 'chuyen doi xanh');
  await expect(first(page)).toContainText('Mục của kế hoạch');
  await expect(first(page)).toContainText(/chuyển đổi xanh/i);
  await expect(rows(page, 'Điển hình').first()).toContainText('Dữ liệu minh hoạ');
  await expect(page.getByRole('main')).not.toContainText(/[ḏḎ]/);
});

test('a question in plain words leads to the duty, the form and the file', async ({ page }) => {
  await ask(page, 'bao giờ nộp báo cáo');
  expect((await addresses(page)).slice(0, 2)).toEqual(['/phan-cong/', '/bao-cao-nam/']);
  await ask(page, 'tải kế hoạch');
  await expect(first(page)).toContainText('Tệp tải về');
});

test('“nông nghiệp” leads to the agency and to the clause that names its duty', async ({ page }) => {
  await ask(page, 'nông nghiệp');
  await expect(first(page)).toContainText('Sở Nông nghiệp và Môi trường');
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
  await expect(first(page)).toContainText('III.2.3');
});

test('typed tones are meant: a page that only shares their letters is no answer', async ({ page }) => {
  await ask(page, 'Biên Hòa');
  await expect(first(page)).toContainText('Phường Biên Hoà');
  await expect(page.getByRole('main').locator('mark').filter({ hasText: 'Biện' })).toHaveCount(0);
});

test('a place of yesterday leads to the unit of today, which says so where it has no story', async ({
  page,
}) => {
  await ask(page, 'thị trấn Dầu Giây');
  await expect(first(page)).toContainText('Phường Dầu Giây');
  await expect(first(page)).toContainText('trước đây: Thị trấn Dầu Giây');
  await expect(page.getByRole('main')).toContainText('Chưa có điển hình nào ở Phường Dầu Giây');
  await first(page).getByRole('link').click();
  await expect(page.locator(':target')).toContainText('Phường Dầu Giây');
});

test('words that only the text of a page has find it, with the place', async ({ page }) => {
  await ask(page, 'trình đọc màn hình NVDA');
  await expect(first(page).getByRole('link')).toHaveAttribute('href', '/tiep-can/');
});

test('one section can be chosen, and the address keeps it', async ({ page }) => {
  await ask(page, 'chuyển đổi số');
  await page.getByRole('radio', { name: 'Điển hình' }).check();
  await expect(page).toHaveURL(/muc=dien-hinh/);
  await expect(rows(page)).toHaveCount(0);
  await expect(rows(page, 'Điển hình').first()).toContainText('Dữ liệu minh họa');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Tất cả' })).toBeChecked();
  await expect(first(page)).toBeVisible();
});

test('the first results are few, and a link leads on to the others', async ({ page }) => {
  await ask(page, 'thi đua');
  await expect(rows(page)).toHaveCount(8);
  await page.getByRole('link', { name: `Xem thêm: ${ownName}` }).click();
  await expect(page).toHaveURL(/xem=/);
  expect(await rows(page).count()).toBeGreaterThan(8);
});

test('when nothing is found it says so, asks nothing back and shows other ways', async ({ page }) => {
  for (const query of ['zzzz', 'H2SO4', '{{7*7}}', 'asdfgh qwerty']) {
    await ask(page, query);
    await expect(page.getByRole('status')).toHaveText(`Không tìm thấy gì cho “${query}”.`);
    await expect(page.getByRole('heading', { name: 'Các lối khác' })).toBeVisible();
  }
});

test('a correct word is never asked back, a slip only where its pair is real', async ({ page }) => {
  for (const query of ['khiếu nại', 'Long Khánh', 'Trảng Bom', 'lập luận']) {
    await ask(page, query);
    await expect(page.getByRole('main')).not.toContainText('Ý bạn là');
  }
  await ask(page, 'huân chươngg');
  await page.getByRole('link', { name: 'Ý bạn là “huân chương”' }).click();
  await expect(page).toHaveURL(/q=hu%C3%A2n\+ch%C6%B0%C6%A1ng$/);
  await expect(first(page)).toContainText('Huân chương Lao động');
});

test('what is typed stays text', async ({ page }) => {
  await ask(page, '<img src=x>');
  await expect(page.locator('site-search img')).toHaveCount(0);
});

test('the header’s form works from every page by keyboard alone', async ({ page }) => {
  await page.goto('/ke-hoach/iii-1-2/');
  await page.getByLabel('Tìm trên toàn trang').focus();
  await page.keyboard.type('bang khen');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tim-kiem\/\?q=bang\+khen$/);
  await expect(page.getByRole('status')).toContainText('“bang khen”');
  await page.getByRole('main').getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('button', { name: 'Tìm' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Tất cả' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(first(page).getByRole('link')).toBeFocused();
});

test('on a phone the header’s button opens the search page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  await page.getByRole('banner').getByRole('button', { name: 'Tìm' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('when the index does not load, the server answers each question', async ({ page }) => {
  await page.route('**/chi-muc/**', (route) => route.abort());
  await ask(page, 'liên hệ');
  await expect(first(page).getByRole('link')).toHaveAttribute('href', '/lien-he/');
  await page.getByRole('main').getByRole('searchbox').fill('lộ trình');
  await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
  await expect(first(page).getByRole('link')).toHaveAttribute('href', '/lo-trinh/');
});

test('a first result costs few bytes', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await ask(page, 'kế hoạch 113');
  await expect(first(page)).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/pagefind/') || path.endsWith('trang-van.json'))).toEqual(
    [],
  );
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  const queries = ['bao giờ nộp báo cáo', 'III.1.3.4', 'thị trấn Dầu Giây', 'chuyen doi xanh', 'zzzz'];

  for (const query of queries) {
    test(`“${query}” has the answer that it has with script`, async ({ page, browser }) => {
      await ask(page, query);
      const scripted = await browser.newPage({ javaScriptEnabled: true });
      await scripted.goto(new URL(address(query), page.url()).href);
      await scripted.waitForLoadState('networkidle');
      const shown = async (each: Page) => {
        const found = each.locator('[data-part="found"]');
        const links = await found
          .getByRole('link')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        return [await each.getByRole('status').textContent(), await found.textContent(), ...links];
      };
      const expected = await shown(page);
      await expect.poll(() => shown(scripted)).toEqual(expected);
      await scripted.close();
    });
  }

  test('the form of the header and the box of the page lead to answers', async ({ page }) => {
    await page.goto('/tim-kiem/');
    await page.getByRole('main').getByRole('searchbox').fill('AT&T "báo cáo" <b>');
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('AT&T "báo cáo" <b>');
    await page.getByRole('main').getByRole('searchbox').fill('liên hệ');
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    await first(page).getByRole('link').click();
    await expect(page).toHaveURL('/lien-he/');
  });

  test('the gallery answers too, and a page with an answer is not listed', async ({ page, request }) => {
    await page.goto('/dien-hinh/');
    await page.getByRole('main').getByRole('searchbox').fill('duong');
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    await expect(page).toHaveURL(/\/dien-hinh\/\?q=duong/);
    await expect(page.getByRole('status')).toContainText('“duong”');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
      'Tập thể Phường minh hoạ C',
    );
    await page.goto('/dien-hinh/?q=long+khanh');
    await expect(page.getByRole('main')).toContainText('Chưa có điển hình nào ở Phường Long Khánh');
    for (const path of [address('xanh'), '/dien-hinh/?q=duong'])
      expect((await request.get(path)).headers()['x-robots-tag']).toBe('noindex');
  });
});
