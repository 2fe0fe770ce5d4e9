import { expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { standInOrigin } from '../fixtures/addresses.ts';
import { staffOf, stories, storyRow } from '../fixtures/back-office.ts';

const staff = staffOf({ url: standInOrigin });

/** A draft that waits for its unit, and where its two addresses are read. */
async function makeDraft(id: string) {
  const row = await staff.create(
    stories,
    storyRow({
      Mã: id,
      Tên: `Trạm nước thử ${id}`,
      'Nội dung': '## Bối cảnh\n\nGiếng cạn.\n\n## Kết quả\n\n- Đủ nước.',
      'Chỉ số trước và sau': 'Chỉ số: Hộ có nước · Trước: 40 · Sau: 71 · Đơn vị tính: %',
      'Liên hệ công khai': 'Văn phòng trạm',
      'Công bố từ': '2099-01-01T01:00:00.000Z',
      'Trạng thái': 'Chờ xác nhận',
    }),
  );
  const cells = async () => (await staff.rows(stories)).find((one) => one.id === row)?.fields ?? {};
  await expect(async () => expect(await cells()).toHaveProperty('Link xác nhận')).toPass();
  return { cells };
}

for (const javaScriptEnabled of [false, true]) {
  test(`a unit reads its draft and answers, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    browser,
    request,
  }) => {
    const id = javaScriptEnabled ? 'MH-0981' : 'MH-0982';
    const { cells } = await makeDraft(id);
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(String((await cells())['Link xác nhận']));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Trạm nước thử ${id}`);
    await expect(page.getByRole('note')).toContainText('trước 08:00 ngày 01 tháng 01 năm 2099');
    await expect(page.getByRole('heading', { name: 'Kết quả' })).toBeVisible();
    await expect(page.getByRole('cell', { name: /71/ })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Ảnh' })).toHaveCount(0);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(page.getByRole('alert')).toContainText('Chọn đồng ý hay không đồng ý công bố bài.');
    await page.getByLabel('Đồng ý công bố', { exact: true }).check();
    await page.getByLabel('Không đồng ý hiện liên hệ').check();
    await page.getByLabel('Chỗ cần sửa').fill('Giếng cạn từ tháng 3.');
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(page.getByText('Đã ghi trả lời lúc')).toBeVisible();
    await expect(async () =>
      expect(await cells()).toMatchObject({
        'Đơn vị xác nhận': 'Đồng ý, có ý kiến',
        'Ý kiến của đơn vị': expect.stringContaining('Giếng cạn từ tháng 3.'),
      }),
    ).toPass();
    await page.goto(String((await cells())['Xem trước']));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Trạm nước thử ${id}`);
    await expect(page.getByRole('button', { name: 'Gửi trả lời' })).toHaveCount(0);
    expect((await request.get('/xem-truoc/')).status()).toBe(200);
    await context.close();
  });
}
