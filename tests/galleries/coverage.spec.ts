import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { owingUnits } from '../../src/progress/coverage/coverage.ts';
import { movementYears } from '../../src/progress/filing.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { answerQuestions } from '../fixtures/answered-questions.ts';
import { expect, test } from '../fixtures/empty-site.ts';
import { fillCoverage } from '../fixtures/full-coverage.ts';
import { siteFrom } from '../fixtures/site-with-stories.ts';

test.describe.configure({ mode: 'default' });
const pageBytes = 14 * 1024;
/** Bytes as the platform sends them. */
const sentBytes = (file: string) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

test('before anything is confirmed, the page says so, names every unit and calls none late in numbers', async ({
  emptySite: site,
  page,
}) => {
  await page.goto(`${site.origin}/tien-do/`);
  const main = page.getByRole('main');
  await expect(main).toContainText('Chưa có kế hoạch, báo cáo nào được xác nhận');
  await expect(main).toContainText('chưa công bố danh sách cụm, khối');
  await expect(main.locator('.coverage tbody tr[id]')).toHaveCount(owingUnits.length);
  await expect(main).not.toContainText(/sau hạn|%/);
  await expectAccessible(page);
  await page.goto(`${site.origin}/tien-do/ke-hoach-don-vi/`);
  await expect(main).toContainText('Chưa có kế hoạch nào được công khai');
  for (const path of ['/hoi-dap/', '/phan-hoi/']) {
    await page.goto(`${site.origin}${path}`);
    await expect(main).not.toContainText('Một nửa số câu hỏi');
  }
});

test.describe('with all units and years', () => {
  let site: Awaited<ReturnType<typeof siteFrom>>;
  test.beforeAll(async ({ postgres }) => {
    site = await siteFrom(postgres.url, async (db) => {
      await fillCoverage(db);
      await answerQuestions(db, 5);
    });
  });
  test.afterAll(() => site.close());

  test('125 units and five years fit the budget of a page; each line is found from the unit and by its cụm', async ({
    page,
  }) => {
    const at = (path: string) => join(site.folder, path, 'index.html');
    const bytes = sentBytes(at('tien-do'));
    console.log(
      `/tien-do/ with ${owingUnits.length} units and ${movementYears.length} years: ${bytes} bytes`,
    );
    expect(bytes).toBeLessThanOrEqual(pageBytes);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${site.origin}/tien-do/#so-noi-vu`);
    const line = page.locator('#so-noi-vu');
    await expect(line.getByRole('cell')).toHaveCount(2 + movementYears.length);
    await expect(page.getByRole('main')).toContainText('sau hạn');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);

    await line.getByRole('link', { name: 'Sở Nội vụ' }).click();
    const own = page.getByRole('region', { name: 'Đã có và còn thiếu' });
    for (const year of movementYears) await expect(own).toContainText(`Báo cáo năm ${year}: nhận ngày`);
    await own.getByRole('link', { name: 'Khối thi đua số 1' }).click();
    await expect(page.locator('.coverage tbody tr[id]')).toHaveCount(14);
    await expect(page.locator('#so-noi-vu')).toBeVisible();
    await expectAccessible(page);

    await page.goto(`${site.origin}/tien-do/ke-hoach-don-vi/`);
    await expect(page.getByRole('main').locator('.rows > li')).toHaveCount(40);
    console.log(`/tien-do/ke-hoach-don-vi/: ${sentBytes(at('tien-do/ke-hoach-don-vi'))} bytes`);
    await expectAccessible(page);
    await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: 'Trang 4' }).click();
    await expect(page.getByRole('main').locator('.rows > li')).toHaveCount(owingUnits.length - 3 * 40);
  });

  test('the map of the plan tells each clause with what is there and the door of each gap, as the picture does', async ({
    page,
  }) => {
    await page.goto(`${site.origin}/tien-do/ke-hoach/`);
    const main = page.getByRole('main');
    const rowOf = (mark: string) =>
      main.locator('.map > li').filter({ has: page.getByRole('link', { name: mark, exact: true }) });
    const of = owingUnits.length;
    await expect(rowOf('V.2.1')).toContainText(`${of}/${of} đơn vị đã ban hành · mới nhất`);
    await expect(rowOf('V.2.9')).toContainText(new RegExp(`${of}/${of} đơn vị đã báo cáo năm 20\\d\\d`));
    await expect(rowOf('V.2.9').getByRole('link', { name: 'Báo ở đây' })).toHaveCount(0);
    for (const [mark, who] of [
      ['V.2.2', 'Sở Khoa học và Công nghệ'],
      ['V.2.3', 'Sở Nông nghiệp và Môi trường'],
      ['V.2.8', 'Sở Nội vụ'],
    ] as const) {
      await expect(rowOf(mark)).toContainText(`chưa có (0/1 văn bản ${who} ban hành)`);
      await expect(rowOf(mark).getByRole('link', { name: 'Báo đã ban hành' })).toHaveAttribute(
        'href',
        '/phan-hoi/',
      );
    }
    await expect(rowOf('II.1')).toContainText('chưa có');
    await expect(rowOf('II.1').getByRole('link', { name: 'Giới thiệu mô hình' })).toBeVisible();
    expect(sentBytes(join(site.folder, 'tien-do/ke-hoach/index.html'))).toBeLessThanOrEqual(pageBytes);
    await expectAccessible(page);
  });

  test('the median time of answers is told where one reads answers and where one asks, though none is public', async ({
    page,
  }) => {
    for (const path of ['/hoi-dap/', '/phan-hoi/']) {
      await page.goto(`${site.origin}${path}`);
      await expect(page.getByRole('main')).toContainText(
        'Một nửa số câu hỏi trong một năm qua được trả lời ngay trong ngày.',
      );
    }
  });
});
