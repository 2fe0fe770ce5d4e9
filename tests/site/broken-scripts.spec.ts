import { expect, type Page, test } from '@playwright/test';
import { forms } from '../../src/filing/definitions/registry.ts';
import { address, api as batchApi, own, send } from '../fixtures/batch-page.ts';
import { beginning, chunksOf } from '../fixtures/built-chunks.ts';
import { choose, chosen, fileLines } from '../fixtures/choose-files.ts';
import { aPdf } from '../fixtures/evidence.ts';
import { fillExample } from '../fixtures/fill-example.ts';
import { fillShared } from '../fixtures/fill-table.ts';
import { newerThings } from '../fixtures/newer-features.ts';
import { fileFaults, platformFaults, proofFaults } from '../fixtures/platform-faults.ts';
import { goodCells, tableText } from '../fixtures/tables.ts';

const form = forms.find(({ id }) => id === 'ke-hoach-don-vi') ?? forms[0];
const sendButton = (page: Page) => page.locator('[data-send]');
const filed = /^(Đã nhận phiếu|Danh sách mã hồ sơ)/;
/** What the server says to a browser that posted the form by itself. */
const plain = /^Còn một bước nữa/;
const filedOrPlain = new RegExp(`${filed.source}|${plain.source}`);

/** A page that seems to have been open for a minute, or for no time at all. */
const openFor = (page: Page, ms: number) => page.addInitScript((open) => (performance.now = () => open), ms);

async function fillForm(page: Page): Promise<void> {
  await page.goto(form.path);
  await fillExample(page, form, { unitName: own('Đơn vị thử') });
}

/** Presses what leads on until the button that files is there. */
async function goToSend(page: Page): Promise<void> {
  const step = async () =>
    (await sendButton(page).isVisible()) || page.locator('[data-step]:visible h2').first().textContent();
  while (!(await sendButton(page).isVisible())) {
    const before = await step();
    await page.locator('[data-next]').click();
    await expect.poll(step).not.toBe(before);
  }
}

async function fileForm(page: Page): Promise<void> {
  await fillForm(page);
  await goToSend(page);
  await sendButton(page).click();
}

/** Writes a row of a table, whether or not the box became a table to type in. */
const writeTable = (page: Page): Promise<void> =>
  page.locator('[data-raw] textarea').evaluate(
    (area: HTMLTextAreaElement, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    tableText([goodCells(own('Tổ thử'))]),
  );

/** A script does not arrive, or throws when it is loaded. */
const breakScript = (page: Page, chunk: string, how: 'missing' | 'broken') =>
  page.route(`**/_astro/${chunk}`, (route) =>
    how === 'missing'
      ? route.abort()
      : route.fulfill({ contentType: 'text/javascript', body: `throw new Error('broken');` }),
  );

const formChunks = chunksOf('Filing');
const tableChunks = chunksOf('TableField').filter((chunk) => !formChunks.includes(chunk));

for (const how of ['missing', 'broken'] as const) {
  // What others import fails for them alike, missing or broken.
  const those = (chunks: readonly string[]) => (how === 'missing' ? chunks : beginning(chunks));
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
      await page.goto(address);
      await fillShared(page);
      await writeTable(page);
      await send(page).click();
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
      await expect(sendButton(page)).toBeEnabled();
    } else await expect(page).toHaveTitle(filedOrPlain);
  });
}

for (const [what, script] of Object.entries(proofFaults)) {
  test(`a form that is asked for a proof is answered where ${what}`, async ({ page }) => {
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
    await fillForm(page);
    await page.getByLabel('Chọn tệp').focus();
    await page.waitForFunction(() => customElements.get('evidence-files') !== undefined);
    await choose(page, chosen('biên bản.pdf', aPdf()));
    await expect(fileLines(page)).toHaveText(/không (đọc được|tải) tệp/);
    await page.locator('[data-next]').click();
    await expect(page.getByRole('alert')).toContainText(refused);
    await page.getByRole('button', { name: 'Bỏ tệp' }).click();
    await goToSend(page);
    await sendButton(page).click();
    await expect(page).toHaveTitle(filed);
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
    await fillForm(page);
    await page.getByLabel('Chọn tệp').focus();
    await page.waitForFunction(() => customElements.get('evidence-files') !== undefined);
    await choose(page, chosen('biên bản.pdf', aPdf()));
    await goToSend(page);
    await sendButton(page).click();
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
  await expect(sendButton(page)).toBeEnabled();
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
    await fillForm(page);
    expect(
      await page.evaluate(() => [
        'toWellFormed' in String.prototype,
        'toSorted' in Array.prototype,
        'size' in URLSearchParams.prototype,
      ]),
    ).toEqual([false, false, false]);
    await page.getByLabel('Chọn tệp').focus();
    await choose(page, chosen('biên bản.pdf', aPdf()));
    await expect(fileLines(page)).toHaveText(/biên bản\.pdf \(1 KB\)/);
    await goToSend(page);
    await sendButton(page).click();
    await expect(page).toHaveTitle(filed);
    await expect(page.getByText(/biên bản\.pdf \(1 KB\), SHA-256/)).toBeVisible();
    expect(faults).toEqual([]);
  });

  test('a table is filed', async ({ page }) => {
    const posts = page.waitForResponse(batchApi);
    await openFor(page, 60_000);
    await takeAwayNewer(page);
    await page.goto(address);
    await fillShared(page);
    await page.getByLabel('Dòng 1: Tên tập thể được đề cử', { exact: true }).focus();
    await writeTable(page);
    await send(page).click();
    expect((await posts).status()).toBe(201);
    await expect(page).toHaveTitle(filed);
  });

  test('pages and stories are found', async ({ page }) => {
    await takeAwayNewer(page);
    await page.goto('/tim-kiem/?q=bang+khen');
    await expect(page.locator('site-search h3').first()).toBeVisible();
    await page.goto('/dien-hinh/?q=to+cong+nghe');
    await expect(page.locator('gallery-search [data-part="status"]')).toContainText(/\d/);
  });
});
