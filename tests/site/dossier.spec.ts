import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { openPaper } from '../fixtures/dossier.ts';

const draftButton = (page: Page) => page.getByRole('button', { name: 'Soạn hồ sơ .docx' });

/** To a step of the form; without script there are none. */
const toStep = (page: Page, step: number) => page.goto(new URL(`#buoc-${step}`, page.url()).href);

async function draft(page: Page): Promise<Record<string, Uint8Array>> {
  const download = page.waitForEvent('download');
  await draftButton(page).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Hồ sơ đề nghị khen thưởng - Tập thể thử.zip');
  return unzipSync(await readFile(await file.path()));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a half-filled form gives the papers, and stays as it was', async ({ page }) => {
      await page.goto('/de-cu/tap-the/#buoc-2');
      const name = page.getByLabel('Tên tập thể được đề cử');
      await name.fill('Tập thể thử');
      await toStep(page, 5);
      const files = await draft(page);
      const papers = Object.entries(files).filter(([file]) => !file.startsWith('0-'));
      expect(papers).toHaveLength(3);
      for (const [, bytes] of papers) expect(openPaper(bytes).text).toContain('Tập thể thử');
      await expect(page).toHaveURL(/\/de-cu\/tap-the\/#buoc-5$/);
      await expect(name).toHaveValue('Tập thể thử');
    });

    test('a wrong answer is said on the page, with what was typed', async ({ page }) => {
      await page.goto('/de-cu/ca-nhan/#buoc-3');
      await page.getByLabel('Từ tháng').fill('mai');
      await toStep(page, 5);
      await draftButton(page).click();
      await expect(page.getByRole('alert')).toContainText('Có 1 chỗ cần sửa');
      await expect(page.getByLabel('Từ tháng')).toHaveValue('mai');
    });
  });
}

test('only nominations of a collective or a person offer a dossier', async ({ page }) => {
  await page.goto('/de-cu/mo-hinh/');
  await expect(draftButton(page)).toHaveCount(0);
});
