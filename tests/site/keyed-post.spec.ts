import { expect, test } from '@playwright/test';
import { siteOrigin } from '../fixtures/addresses.ts';
import { openFiled } from '../fixtures/open-filed.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a keyed page posts under its own origin, so that a browser without Sec-Fetch-Site is let in, and shows its key to nobody', async ({
      page,
    }) => {
      const { code } = await openFiled(page, `Phòng thử địa chỉ có khóa ${crypto.randomUUID()}`);
      const loaded: string[] = [];
      page.on('request', async (request) => {
        loaded.push((await request.allHeaders()).referer ?? '');
      });
      const posted = page.waitForRequest((request) => request.method() === 'POST');
      await page.getByLabel('Tên tập thể được đề cử').fill(`Phòng thử đã sửa ${code}`);
      await page.getByRole('button', { name: 'Gửi bản sửa' }).click();
      const request = await posted;
      const { origin, referer, 'content-type': type } = await request.allHeaders();
      expect(new URL(request.url()).pathname).toBe(`/api/supplements/${code}`);
      expect(origin).toBe(siteOrigin);
      expect([undefined, `${siteOrigin}/`]).toContain(referer);
      expect(loaded.join()).not.toContain('khoa');
      // As Safari before 16.4 sends it: Node sets no Sec-Fetch header.
      const old = await page.request.post(request.url(), {
        headers: { origin: origin ?? '', 'content-type': type ?? '' },
        data: request.postDataBuffer() ?? '',
        maxRedirects: 0,
      });
      expect(old.status()).not.toBe(403);
      const foreign = await page.request.post(request.url(), {
        headers: { origin: 'null', 'content-type': type ?? '' },
        data: request.postDataBuffer() ?? '',
        maxRedirects: 0,
      });
      expect(foreign.status()).toBe(403);
    });
  });
}

test('a link out of a keyed page names the site at most', async ({ page }) => {
  await openFiled(page, `Phòng thử liên kết ra ngoài ${crypto.randomUUID()}`);
  await page.route('https://ngoai.example/**', (route) => route.fulfill({ body: 'Trang khác' }));
  const left = page.waitForRequest('https://ngoai.example/**');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://ngoai.example/trang';
    document.body.append(link);
    link.click();
  });
  expect((await (await left).allHeaders()).referer ?? '').not.toContain('khoa');
});
