import { expect, type Page, test } from '@playwright/test';
import { batchApi, collectivesPath, sendTableButton } from '../fixtures/batch-page.ts';
import { choose, fileLines, pdfToChoose } from '../fixtures/choose-files.ts';
import { aPdf } from '../fixtures/evidence.ts';
import {
  filedTitle,
  fillPlainForm,
  goToSend,
  openFor,
  plainSendButton,
  writeTableRow,
} from '../fixtures/file-with-faults.ts';
import { fillShared } from '../fixtures/fill-table.ts';
import { newerThings } from '../fixtures/newer-features.ts';

/** Takes away everything that is newer than the stated browsers, as far as this one has it; how much that was. */
const takeAwayNewer = (page: Page) =>
  page.addInitScript((things) => {
    const isThing = (thing: unknown): thing is object => thing instanceof Object;
    for (const { owner, member, of: place } of things) {
      const thing: unknown = Reflect.get(window, owner);
      if (!member) Reflect.deleteProperty(window, owner);
      else if (isThing(thing)) {
        if (place !== 'prototype') Reflect.deleteProperty(thing, member);
        const prototype: unknown = Reflect.get(thing, 'prototype');
        if (place !== 'itself' && isThing(prototype)) Reflect.deleteProperty(prototype, member);
      }
    }
  }, newerThings);

test.describe('without anything that is newer than the stated browsers', () => {
  test('a form with a file is filed', async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await openFor(page, 60_000);
    await takeAwayNewer(page);
    await fillPlainForm(page);
    expect(
      await page.evaluate(() => [
        'toWellFormed' in String.prototype,
        'toSorted' in Array.prototype,
        'size' in URLSearchParams.prototype,
      ]),
    ).toEqual([false, false, false]);
    await page.getByLabel('Chọn tệp').focus();
    await choose(page, pdfToChoose('biên bản.pdf', aPdf()));
    await expect(fileLines(page)).toHaveText(/biên bản\.pdf \(1 KB\)/);
    await goToSend(page);
    await plainSendButton(page).click();
    await expect(page).toHaveTitle(filedTitle);
    await expect(page.getByText(/biên bản\.pdf \(1 KB\), SHA-256/)).toBeVisible();
    expect(faults).toEqual([]);
  });

  test('a table is filed', async ({ page }) => {
    const posts = page.waitForResponse(batchApi);
    await openFor(page, 60_000);
    await takeAwayNewer(page);
    await page.goto(collectivesPath);
    await fillShared(page);
    await page.getByLabel('Dòng 1: Tên tập thể được đề cử', { exact: true }).focus();
    await writeTableRow(page);
    await sendTableButton(page).click();
    expect((await posts).status()).toBe(201);
    await expect(page).toHaveTitle(filedTitle);
  });

  test('pages and stories are found', async ({ page }) => {
    await takeAwayNewer(page);
    await page.goto('/tim-kiem/?q=bang+khen');
    await expect(page.locator('site-search h3').first()).toBeVisible();
    await page.goto('/dien-hinh/?q=to+cong+nghe');
    await expect(page.locator('gallery-search [data-part="status"]')).toContainText(/\d/);
  });
});
