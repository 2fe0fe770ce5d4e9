import { expect, test } from '@playwright/test';
import { standInOrigin } from '../fixtures/addresses.ts';
import { staffOf, stories, storyRow } from '../fixtures/back-office.ts';

const staff = staffOf({ url: standInOrigin });
const reason = 'Số liệu chưa đúng, đơn vị đã xin rút.';

test('an id leads to its story; taken down, both addresses say so and why, with 410', async ({
  request,
  page,
}) => {
  const row = storyRow({ Mã: 'MH-0996', Tên: 'Bể nước tập thể thử gỡ' });
  const id = await staff.create(stories, row);
  const path = '/dien-hinh/be-nuoc-tap-the-thu-go/';
  await expect(async () => {
    const answer = await request.get('/d/MH-0996', { maxRedirects: 0 });
    expect([answer.status(), new URL(answer.headers()['location'] ?? '', 'http://x').pathname]).toEqual([
      301,
      path,
    ]);
    expect((await request.get(path)).status()).toBe(200);
  }).toPass();

  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': reason });
  for (const address of [path, '/d/MH-0996', '/d/MH-0996/', '/d/mh-0996']) {
    await expect(async () => {
      const answer = await request.get(address);
      expect(answer.status(), address).toBe(410);
      expect(await answer.text()).toContain(reason);
    }).toPass();
  }
  // At once the server says so by itself; the page of the site comes with the next build.
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nội dung này đã được gỡ', {
      timeout: 1,
    });
  }).toPass();
  await expect(page.getByText('Bể nước tập thể')).toHaveCount(0);
});
