import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { maxFileBytes } from '../../src/schemas/forms/kept-file.ts';
import { choose, chosen, expectKept, fileLines, openFiles } from '../fixtures/choose-files.ts';

test.use({ viewport: { width: 360, height: 740 } });

const path = '/de-cu/tap-the/';

/** A photo as a telephone makes it: lying, turned by its EXIF, with more detail than fits into 4 MB. */
async function aLargePhoto(width: number, height: number): Promise<Buffer> {
  const raw = { width: width / 2, height: height / 2, channels: 3 } as const;
  const noise = randomBytes(raw.width * raw.height * 3);
  return sharp(noise, { raw })
    .resize(width, height)
    .jpeg({ quality: 92 })
    .withExif({ IFD0: { Make: 'SECRET' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

test('a photo of 12 megapixels is made smaller, stands upright, and is kept', async ({ page }) => {
  const photo = await aLargePhoto(4_000, 3_000);
  expect(photo.length).toBeGreaterThan(maxFileBytes);
  await openFiles(page, path, 3);
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/evidence'));
  await choose(page, chosen('IMG_0001.JPG', photo, 'image/jpeg'));
  const body = (await sent).postDataBuffer();
  await expectKept(page, 1);
  await expect(fileLines(page)).toContainText('IMG_0001.jpg');
  const start = body?.indexOf(Buffer.from([0xff, 0xd8, 0xff])) ?? 0;
  const small = await sharp(body?.subarray(start)).metadata();
  expect(small.orientation ?? 1).toBe(1);
  expect(small.height).toBeGreaterThan(small.width ?? 0);
  expect(small.height).toBeLessThanOrEqual(3_000);
  expect(body?.length).toBeLessThan(maxFileBytes + 16 * 1024);
});

test('a picture of another kind that the browser opens becomes a JPEG; one that it does not is told what to do', async ({
  page,
}) => {
  await openFiles(page, path, 3);
  const webp = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .webp()
    .toBuffer();
  await choose(page, chosen('anh-zalo.webp', webp, 'image/webp'));
  await expectKept(page, 1);
  await expect(fileLines(page)).toContainText('anh-zalo.jpg');
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  await choose(page, chosen('IMG_2.HEIC', heic, 'image/heic'));
  await expect(fileLines(page).nth(1)).toContainText('Cài đặt › Camera › Định dạng › Tương thích nhất');
  await choose(page, chosen('danh sách.docx', Buffer.from('PK\x03\x04'), 'application/zip'));
  await expect(page.getByText('chọn Lưu thành PDF rồi chọn tệp PDF đó').first()).toBeVisible();
});
