import { expect, type Page, test } from '@playwright/test';

/** How many sheets of A4 a page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}

test('a story prints on at most two sheets, with its citation and a code that leads to it', async ({
  page,
}) => {
  await page.goto('/dien-hinh/ngay-chu-nhat-phan-loai-rac-tai-nguon/');
  await expect(page.getByRole('img', { name: /^Mã QR/ })).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /^Mã QR dẫn tới .*\/d\/MH-0005$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Trích dẫn' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  expect(await sheets(page)).toBeLessThanOrEqual(2);
});

/** Most sheets of a page of each kind, with the margins that the site asks for. */
const most = [
  ['/dien-hinh/cong-cu-tu-dong-tong-hop-bao-cao/', 2],
  ['/dien-hinh/hop-tac-xa-truy-xuat-nguon-goc-bang-ma-qr/', 2],
  // With units that apply it, each with its result.
  ['/dien-hinh/to-cong-nghe-so-cong-dong-ho-tro-tai-nha-van-hoa/', 2],
  ['/dien-hinh/ban-do-so-diem-ngap-va-cay-xanh/', 2],
  ['/khen-thuong/', 2],
  ['/don-vi/tran-bien-26041/', 3],
  ['/lo-trinh/', 2],
  ['/la-gi/', 1],
  ['/phan-cong/', 3],
  ['/tim-kiem/', 1],
] as const;

test('no page takes a sheet of paper for its foot', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const over: string[] = [];
  for (const [path, limit] of most) {
    await page.goto(path);
    const count = await sheets(page);
    if (count > limit) over.push(`${path}: ${count}`);
  }
  expect(over).toEqual([]);
});
