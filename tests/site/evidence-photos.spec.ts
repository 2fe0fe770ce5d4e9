import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { z } from 'zod';
import { maxFileBytes } from '../../src/filing/definitions/uploaded-file.ts';
import { choose, expectKept, fileLines, openFiles, pdfToChoose } from '../fixtures/choose-files.ts';

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
  // What leaves the page, as the browser sees it.
  await page.addInitScript(() => {
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
      const file = body instanceof FormData ? body.get('file') : null;
      if (file instanceof File)
        void createImageBitmap(file).then(({ width, height }) => {
          document.documentElement.dataset.sent = `${width}x${height} ${file.type}`;
        });
      send.call(this, body);
    };
  });
  await openFiles(page, path, 3);
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/evidence'));
  await choose(page, pdfToChoose('IMG_0001.JPG', photo, 'image/jpeg'));
  const kept = z.object({ name: z.string(), bytes: z.number() }).parse(await (await answer).json());
  expect(kept.name).toBe('IMG_0001.jpg');
  expect(kept.bytes).toBeLessThanOrEqual(maxFileBytes);
  await expectKept(page, 1);
  await expect(page.locator('html')).toHaveAttribute('data-sent', '2250x3000 image/jpeg');
});

test('a picture of another kind that the browser opens becomes a JPEG; one that it does not is told what to do', async ({
  page,
}) => {
  await openFiles(page, path, 3);
  const webp = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .webp()
    .toBuffer();
  await choose(page, pdfToChoose('anh-zalo.webp', webp, 'image/webp'));
  await expectKept(page, 1);
  await expect(fileLines(page)).toContainText('anh-zalo.jpg');
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  await choose(page, pdfToChoose('IMG_2.HEIC', heic, 'image/heic'));
  await expect(fileLines(page).nth(1)).toContainText('Cài đặt › Camera › Định dạng › Tương thích nhất');
  await choose(page, pdfToChoose('danh sách.docx', Buffer.from('PK\x03\x04'), 'application/zip'));
  await expect(page.getByText('chọn Lưu thành PDF rồi chọn tệp PDF đó').first()).toBeVisible();
});
