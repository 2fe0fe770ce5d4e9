import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { aPhoneJpeg } from '../fixtures/a-picture.ts';
import { axeFaults } from '../fixtures/accessible.ts';
import { builtSite, standInOrigin } from '../fixtures/addresses.ts';
import { staffOf, stories, storyRow } from '../fixtures/back-office.ts';
import { startPictureServer } from '../fixtures/picture-server.ts';

const staff = staffOf({ url: standInOrigin });
const withPicture = (code: string, url: string, changes: Record<string, unknown>) =>
  storyRow({
    Mã: code,
    Ảnh: [{ url, filename: 'anh.jpg' }],
    'Mô tả ảnh': 'Cột đèn bên lối đi',
    'Chú thích ảnh': 'Cột đèn thử.',
    'Nguồn ảnh': 'Người chụp thử',
    ...changes,
  });

test('a picture reaches the card and the story, without the place it was taken; under embargo nothing of it does', async ({
  page,
}) => {
  const pictures = await startPictureServer();
  pictures.answers.set('/a.jpg', await aPhoneJpeg(1600, 1000));
  const early = { Tên: 'Cột đèn chưa đến giờ', 'Công bố từ': '2099-01-01T00:00:00.000Z' };
  await staff.create(stories, withPicture('MH-0997', `${pictures.url}/a.jpg?early`, early));
  pictures.answers.set('/a.jpg?early', await aPhoneJpeg(1400, 900));
  await staff.create(stories, withPicture('MH-0998', `${pictures.url}/a.jpg`, { Tên: 'Cột đèn có ảnh' }));

  const card = page.locator('.story-card', { hasText: 'Cột đèn có ảnh' });
  await expect(async () => {
    await page.goto('/dien-hinh/');
    await expect(card.locator('img')).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(pictures.asked.toSorted()).toEqual(['/a.jpg', '/a.jpg?early']);
  // The same card, made by the search.
  await page.goto(`/dien-hinh/?q=${encodeURIComponent('cột đèn có ảnh')}`);
  const found = card.filter({ visible: true });
  await expect(found).toHaveCount(1);
  await expect(found.locator('img')).toHaveJSProperty('naturalWidth', 480);
  await found.getByRole('link').click();

  const figure = page.getByRole('figure');
  await expect(figure).toHaveText('Cột đèn thử. Ảnh: Người chụp thử');
  const picture = figure.getByRole('img', { name: 'Cột đèn bên lối đi' });
  // Upright: the phone held it sideways.
  await expect(picture).toHaveAttribute('width', '1000');
  await expect(picture).toHaveAttribute('height', '1600');
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await axeFaults(page)).toEqual([]);

  // A build that ends in between takes the folder away.
  await expect(() => {
    const files = readdirSync(join(builtSite, 'anh'))
      .filter((file) => file.endsWith('.jpg'))
      .toSorted();
    expect(files).toEqual([
      ...['1000', '16x9', '1x1', '480', '4x3'].map((size) =>
        expect.stringMatching(new RegExp(`^MH-0998-[0-9a-f]{8}-${size}\\.jpg$`)),
      ),
    ]);
    for (const file of files)
      expect(readFileSync(join(builtSite, 'anh', file)).toString('latin1')).not.toMatch(/Exif|SECRET/);
    for (const crop of files.filter((file) => /-\d+x\d+\.jpg$/.test(file)))
      expect(readFileSync(join(builtSite, 'anh', crop), 'utf8'), crop).toContain(
        'photoshop:Credit="Người chụp thử"',
      );
    for (const file of readdirSync(builtSite, { recursive: true, encoding: 'utf8' })) {
      expect(file).not.toMatch(/mh-0997|chua-den-gio/i);
      if (file.endsWith('.html'))
        expect(readFileSync(join(builtSite, file), 'utf8')).not.toContain('chưa đến giờ');
    }
  }).toPass();
  // The original, from the desk of the press: every pixel, the credit, and nothing that the phone wrote.
  await page.goto('/bao-chi/dien-hinh/MH-0998/');
  await expect(page.getByRole('link', { name: /^Ảnh gốc \(JPEG, 1000 × 1600/ })).toBeVisible();
  const original = await page.request.get('/anh-goc/MH-0998.jpg');
  const bytes = (await original.body()).toString('utf8');
  expect(original.status()).toBe(200);
  expect(bytes).toContain('photoshop:Credit="Người chụp thử"');
  expect(bytes).not.toContain('SECRET');
  expect((await page.request.get('/anh-goc/MH-0997.jpg')).status()).toBe(404);
  pictures.close();
});
