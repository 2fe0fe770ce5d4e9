import { expect, test } from '@playwright/test';
import { findTitles } from '../fixtures/find-stories.ts';

const gallery = '/dien-hinh/';
const lights = 'Tập thể Phường minh họa C';

test.describe('search', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(gallery);
  });

  for (const typed of ['đường', 'duong', 'ĐƯỜNG', 'đường'.normalize('NFD')]) {
    test(`“${typed}” finds the story about street lights first (${typed.length} characters)`, async ({
      page,
    }) => {
      const found = await findTitles(page, typed);
      expect(found[0]).toBe(lights);
      expect(found).toContain('Bản đồ số điểm ngập và cây xanh');
      expect(found.length).toBeLessThan(8);
    });
  }

  test('with and without tones, “chuyển đổi số” finds the same stories', async ({ page }) => {
    const untoned = await findTitles(page, 'chuyen doi so');
    const toned = await findTitles(page, 'chuyển đổi số');
    expect(toned[0]).toBe('Hợp tác xã truy xuất nguồn gốc bằng mã QR');
    // By the name of its strand.
    expect(toned).toContain('Sáng kiến “Một việc, một lần khai” rút gọn biểu mẫu');
    expect(untoned[0]).toBe(toned[0]);
    expect(toned.filter((title) => !untoned.includes(title))).toEqual([]);
  });

  for (const typed of ['Đồng Nai', 'dong nai', 'ĐỒNG NAI']) {
    test(`“${typed}” finds the one story that names it`, async ({ page }) => {
      expect(await findTitles(page, typed)).toEqual(['Hợp tác xã truy xuất nguồn gốc bằng mã QR']);
    });
  }

  for (const typed of ['điều hoà', 'điều hòa', 'dieu hoa']) {
    test(`“${typed}” finds it wherever the tone stands`, async ({ page }) => {
      expect((await findTitles(page, typed))[0]).toBe('Nhà máy giảm điện nhờ dữ liệu cảm biến');
    });
  }

  test('the very tones rank above the folded word', async ({ page }) => {
    expect((await findTitles(page, 'dưỡng'))[0]).toBe('Tập thể Hội minh họa 08');
    expect((await findTitles(page, 'đường'))[0]).toBe(lights);
  });

  test('words typed with tones keep them, also apart', async ({ page }) => {
    expect(await findTitles(page, 'điều hòa')).toHaveLength(1);
  });

  test('shows where the words stand when the card does not have them', async ({ page }) => {
    await findTitles(page, 'Đồng Nai');
    await expect(page.locator('mark').first()).toHaveText('Đồng');
    await expect(page.getByRole('main')).not.toContainText(/[ḏḎ]/);
  });

  test('says what is missing when a word is unknown, and shows what is near', async ({ page }) => {
    const found = await findTitles(page, 'duong zzzz');
    await expect(page.getByRole('status')).toContainText('chứa đủ các từ');
    expect(found).toContain(lights);
  });

  test('says so when nothing is found, and leads back to everything', async ({ page }) => {
    expect(await findTitles(page, 'zzzz')).toEqual([]);
    await expect(page.getByRole('status')).toHaveText('Không tìm thấy điển hình nào cho “zzzz”.');
    await page.getByRole('link', { name: /xem tất cả/ }).click();
    await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused();
    await expect(page).toHaveURL(gallery);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(6);
    await expect(page.getByRole('link', { name: 'Xem tất cả 16 điển hình' })).toBeVisible();
  });

  test('what is typed stays text', async ({ page }) => {
    await findTitles(page, '<img src=x onerror=alert(1)>');
    await expect(page.locator('gallery-search img')).toHaveCount(0);
  });
});
