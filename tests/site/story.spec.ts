import { expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { sitePort } from '../fixtures/addresses.ts';

const honoree = '/dien-hinh/tap-the-hoi-minh-hoa-08/';

test('a story has one h1, its facts in official style, and leads to the clauses it proves', async ({
  page,
}) => {
  await page.goto(honoree);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const main = page.getByRole('main');
  for (const fact of ['Giấy khen', 'Hằng năm', '00/QĐ-MINHHOA', 'ngày 15 tháng 9 năm 2026', 'VD-0003']) {
    await expect(main).toContainText(fact);
  }
  await page.getByRole('link', { name: /III\.1\.2\.3/ }).click();
  await expect(page).toHaveURL(/\/ke-hoach\/iii-1-2-3\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('III.1.2');
});

test('a story ends with two stories near to it, and the way back', async ({ page }) => {
  await page.goto(honoree);
  const end = page.getByRole('region', { name: 'Đọc tiếp' });
  const near = end.getByRole('listitem');
  await expect(near).toHaveCount(2);
  await expect(near.getByText('Dữ liệu minh họa', { exact: true })).toHaveCount(2);
  for (const link of await near.getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^\/dien-hinh\/[a-z0-9-]+\/$/);
  await end.getByRole('link', { name: 'Tất cả điển hình' }).click();
  await expect(page).toHaveURL('/dien-hinh/');
});

test('a story says when it was published, and each criterion it meets by number and short name', async ({
  page,
}) => {
  await page.goto(honoree);
  await expect(page.getByRole('article').locator('time').first()).toHaveAttribute(
    'datetime',
    /^20\d\d-\d\d-\d\d$/,
  );
  await expect(page.getByRole('article')).toContainText(/Công bố ngày \d\d tháng \d+ năm 20\d\d/);
  const met = page.getByRole('region', { name: 'Thuộc mục nào của kế hoạch' }).getByRole('listitem');
  await expect(met.first()).toHaveText(/^III\.1\.2\.3\s.*Sáng kiến học tập số, bình dân học vụ số$/);
});

test('a model shows its figures first, with their change in words, and its parts in the order of the template', async ({
  page,
}) => {
  await page.goto('/dien-hinh/sang-kien-mot-viec-mot-lan-khai-rut-gon-bieu-mau/');
  const article = page.getByRole('article');
  const table = article.getByRole('table', { name: 'Chỉ số trước và sau' });
  await expect(table.getByRole('columnheader')).toHaveText(['Trước', 'Sau', 'Đơn vị tính']);
  await expect(table.getByRole('row').nth(2)).toHaveText(/25\s*15\s*giảm 40%\s*phút/);
  await expect(table.getByRole('row').nth(4)).toHaveText(/18\s*7\s*giảm 11 điểm phần trăm\s*%/);
  await expect(article.getByRole('heading', { level: 2 })).toHaveText([
    'Bối cảnh',
    'Cách làm',
    'Tính mới',
    'Kết quả',
    'Chi phí',
    'Điều kiện nhân rộng',
    'Bài học',
  ]);
  await expect(article).not.toContainText('Đơn vị chưa nêu');
});

test('what a model does not tell is named in one line, and a correction stands above the text', async ({
  page,
}) => {
  await page.goto('/dien-hinh/ban-do-so-diem-ngap-va-cay-xanh/');
  const article = page.getByRole('article');
  await expect(article.getByText('Đơn vị chưa nêu: chi phí.')).toBeVisible();
  await expect(article.getByRole('heading', { level: 2 }).first()).toHaveText('Đính chính');
  await expect(article.getByRole('region', { name: 'Đính chính' })).toContainText(
    'ngày 12 tháng 10 năm 2026',
  );
});

test('whom to ask is who agreed to be named, or a named slot; the short address never changes', async ({
  page,
}) => {
  await page.goto('/dien-hinh/to-cong-nghe-so-cong-dong-ho-tro-tai-nha-van-hoa/');
  const contact = page.getByRole('region', { name: 'Người liên hệ' });
  await expect(contact).toContainText('Người liên hệ minh họa, điện thoại 0000 000 000');
  await expect(page.getByText(`localhost:${sitePort}/d/MH-0002`)).toBeVisible();
  await page.goto(honoree);
  await expect(contact).toContainText('[điền: đầu mối của đơn vị]');
});

test('an honoree is honoured in the words of the decision, apart from the story', async ({ page }) => {
  await page.goto(honoree);
  const honour = page.getByRole('region', { name: 'Khen thưởng' });
  await expect(honour.getByRole('blockquote')).toContainText('đưa “góc học số” lưu động đến hội viên ở xa');
});

test('the citation is copied whole, with the permanent address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(honoree);
  await page.getByRole('button', { name: 'Chép lời trích dẫn' }).click();
  await expect(page.getByText('Đã chép', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(
    '[Dữ liệu minh họa] Hội minh họa 08, “Tập thể Hội minh họa 08” (tập thể, mã VD-0003)',
  );
  expect(copied).toContain(honoree);
});

for (const path of ['/dien-hinh/?q=duong', '/dien-hinh/?q=zzzz']) {
  test(`${path} passes axe`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('status')).not.toBeEmpty();
    await expectAccessible(page);
  });

  test(`${path} fits 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
