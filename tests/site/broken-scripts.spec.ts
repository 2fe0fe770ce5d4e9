import { expect, type Page, test } from '@playwright/test';
import { collectivesPath, sendTableButton } from '../fixtures/batch-page.ts';
import { beginning, chunksOf, neededMost } from '../fixtures/built-chunks.ts';
import { choose, fileLines, pdfToChoose } from '../fixtures/choose-files.ts';
import { aPdf } from '../fixtures/evidence.ts';
import {
  filedOrPlain,
  filedTitle,
  fileForm,
  fillPlainForm,
  goToSend,
  openFor,
  plain,
  plainSendButton,
  writeTableRow,
} from '../fixtures/file-with-faults.ts';
import { fillShared } from '../fixtures/fill-table.ts';
import { challengeFaults, fileFaults, platformFaults } from '../fixtures/platform-faults.ts';

/** A script does not arrive, or throws when it is loaded. */
const breakScript = (page: Page, chunk: string, how: 'missing' | 'broken') =>
  page.route(`**/_astro/${chunk}`, (route) =>
    how === 'missing'
      ? route.abort()
      : route.fulfill({ contentType: 'text/javascript', body: `throw new Error('broken');` }),
  );

const formChunks = chunksOf('FilingForm');
const tableChunks = chunksOf('TableField').filter((chunk) => !formChunks.includes(chunk));

for (const how of ['missing', 'broken'] as const) {
  // What others import fails for them alike, missing or broken: what begins something stands for it, and one that stops many.
  const those = (chunks: readonly string[]) =>
    how === 'missing' ? new Set([...beginning(chunks), ...neededMost(chunks)]) : beginning(chunks);
  for (const chunk of those(formChunks)) {
    test(`a form is answered where ${chunk} is ${how}`, async ({ page }) => {
      await openFor(page, /^(solver|prove)/.test(chunk) ? 900 : 60_000);
      await breakScript(page, chunk, how);
      await fileForm(page);
      await expect(page).toHaveTitle(filedOrPlain);
    });
  }

  for (const chunk of those(tableChunks)) {
    test(`a table is answered where ${chunk} is ${how}`, async ({ page }) => {
      await openFor(page, 60_000);
      await breakScript(page, chunk, how);
      await page.goto(collectivesPath);
      await fillShared(page);
      await writeTableRow(page);
      await sendTableButton(page).click();
      await expect(page).toHaveTitle(filedOrPlain);
    });
  }
}

for (const [what, script] of Object.entries(platformFaults)) {
  test(`a form is answered where ${what}`, async ({ page }) => {
    await openFor(page, 60_000);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.addInitScript(script);
    await fileForm(page);
    if (/storage|locks/.test(what)) expect(faults).toEqual([]);
    if (what === 'fetch rejects') {
      await expect(page.getByRole('alert')).toContainText('Chưa gửi được vì mất kết nối');
      await expect(plainSendButton(page)).toBeEnabled();
    } else await expect(page).toHaveTitle(filedOrPlain);
  });
}

for (const [what, script] of Object.entries(challengeFaults)) {
  test(`a form that is asked for a proof of work is answered where ${what}`, async ({ page }) => {
    await openFor(page, 900);
    await page.addInitScript(script);
    await fileForm(page);
    await expect(page).toHaveTitle(plain);
  });
}

const refused = /(Chưa tải lên được|Không nhận) “biên bản\.pdf”/;

for (const [what, script] of Object.entries(fileFaults)) {
  test(`a file is sent, or said not to be, where ${what}`, async ({ page }) => {
    await openFor(page, 60_000);
    await page.addInitScript(script);
    await fillPlainForm(page);
    await page.getByLabel('Chọn tệp').focus();
    await page.waitForFunction(() => customElements.get('evidence-files') !== undefined);
    await choose(page, pdfToChoose('biên bản.pdf', aPdf()));
    await expect(fileLines(page)).toHaveText(/không (đọc được|tải) tệp/);
    await page.locator('[data-next]').click();
    await expect(page.getByRole('alert')).toContainText(refused);
    await page.getByRole('button', { name: 'Bỏ tệp' }).click();
    await goToSend(page);
    await plainSendButton(page).click();
    await expect(page).toHaveTitle(filedTitle);
  });
}

const mute = {
  'the server of files': `XMLHttpRequest.prototype.send = () => undefined;`,
  'the device that has the file': `Blob.prototype.arrayBuffer = () => new Promise(() => undefined);`,
};
for (const [what, script] of Object.entries(mute)) {
  test(`an upload ends, and the form is alive, where ${what} never answers`, async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(script);
    await fillPlainForm(page);
    await page.getByLabel('Chọn tệp').focus();
    await page.waitForFunction(() => customElements.get('evidence-files') !== undefined);
    await choose(page, pdfToChoose('biên bản.pdf', aPdf()));
    await goToSend(page);
    await plainSendButton(page).click();
    await page.clock.fastForward(250_000);
    await expect(page.getByRole('alert')).toContainText(refused);
  });
}

test('a fetch that never answers, and cannot be stopped, ends in a notice', async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(`window.fetch = () => new Promise(() => undefined);`);
  await fileForm(page);
  await expect(page.locator('[data-sending]')).toHaveText('Đang gửi…');
  await page.clock.fastForward(61_000);
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await expect(plainSendButton(page)).toBeEnabled();
});

test('a worker that never answers leaves the form to the browser', async ({ page }) => {
  await page.clock.install();
  await openFor(page, 900);
  await page.addInitScript(`Worker.prototype.postMessage = () => undefined;`);
  await fileForm(page);
  await expect(page.getByRole('button', { name: 'Dừng, chưa gửi' })).toBeVisible();
  await page.clock.fastForward(21_000);
  await expect(page).toHaveTitle(plain);
});
