import { expect, type Page, test } from '@playwright/test';
import { answersOn, waitUntilKept } from '../fixtures/drafts.ts';
import { openFiled } from '../fixtures/open-filed.ts';

test.use({ viewport: { width: 360, height: 740 } });

const name = (page: Page) => page.getByLabel('Tên tập thể được đề cử');
const removal = (page: Page) => page.getByRole('checkbox', { name: 'Xóa câu trả lời này' }).first();

/** Corrects a submission in four kinds of fields: a line, a text, a choice, and an answer that is to go. */
async function correct(page: Page): Promise<[string, string][]> {
  await name(page).fill('Phòng thử sửa dở');
  await page.locator('[name="achievements"]').fill('Chữ đang gõ dở,\nhai dòng.');
  await page.getByRole('checkbox', { name: 'Tháo gỡ vướng mắc về cơ chế, cải cách hành chính' }).check();
  await removal(page).check();
  await waitUntilKept(page);
  return answersOn(page);
}

/** Every way in which a tab loads its page again; each gets the address of the page. */
const ways: Record<string, (page: Page, address: string) => Promise<unknown>> = {
  'a reload': (page) => page.reload(),
  'Back from another page': async (page) => {
    await page.goto('/quyen-rieng-tu/');
    await page.goBack();
  },
  'the address opened again': async (page, address) => {
    await page.goto('/tra-cuu/');
    await page.goto(address);
  },
};

for (const [way, load] of Object.entries(ways)) {
  test(`${way}: a correction goes on with the words of its tab`, async ({ page }) => {
    await openFiled(page, `Phòng thử mở lại bản sửa ${crypto.randomUUID()}`);
    const typed = await correct(page);
    expect(typed).toContainEqual(['name', 'Phòng thử sửa dở']);
    await load(page, page.url());
    await expect(name(page)).toHaveValue('Phòng thử sửa dở');
    await expect(removal(page)).toBeChecked();
    for (const answer of typed) expect(await answersOn(page)).toContainEqual(answer);
  });
}

test('the answers of one submission never appear in another', async ({ page }) => {
  await openFiled(page, `Phòng thử phiếu một ${crypto.randomUUID()}`);
  await correct(page);
  const other = `Phòng thử phiếu hai ${crypto.randomUUID()}`;
  await openFiled(page, other);
  await page.waitForTimeout(600);
  await expect(name(page)).toHaveValue(other);
  await page.goto('/de-cu/tap-the/#buoc-2');
  await expect(name(page)).toHaveValue('');
});
