import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { forms } from '../../src/filing/definitions/registry.ts';
import { builtPages, readPage } from '../fixtures/built-pages.ts';
import { hasFittedFont, keepDeviceFonts, shiftOf, watchShift } from '../fixtures/layout-shift.ts';

// What a visitor's line carries before the first view, in bytes as the server sends them.
const pageBytes = 14 * 1024;
/** A form carries its 130 units, 15 criteria and the question for files, which work without script. */
const formBytes = 18 * 1024;
/** The page of answers holds them all, so that each has its place on it; the first ones come with the first round trip. */
const answersBytes = 17 * 1024;
const scriptBytes = 6 * 1024;
/** A form has its steps, its drafts and its sending at hand before the line can break. */
const formScriptBytes = 6.5 * 1024;
const fontBytes = 70 * 1024;
const fontBytesWithSerif = 100 * 1024;

/** The full plan, in Vietnamese and beside its translation, is as long as it is. */
const fullPlans = ['/ke-hoach/', '/en/plan/'];
/** For those who build the site. */
const workshop = '/thiet-ke/';

/** One page of each template. */
const templates = [
  '/',
  '/ke-hoach/',
  '/ke-hoach/iii-1-2-3/',
  '/tieu-chi/doanh-nghiep/',
  '/dien-hinh/',
  '/dien-hinh/to-cong-nghe-so-cong-dong-ho-tro-tai-nha-van-hoa/',
  '/de-cu/tap-the/',
  '/lo-trinh/',
  '/en/',
];

/** A page of a form, for one submission or for many. */
const isFormPage = (path: string) =>
  forms.some((form) => path === form.path || path === `${form.path}nhieu/`);

/** The most bytes of a page, styles included. */
function limitOf(path: string): number {
  if (path === '/hoi-dap/') return answersBytes;
  return isFormPage(path) ? formBytes : pageBytes;
}

/** Length of an answer as it is sent, compressed as for a browser. */
async function sentBytes(url: URL): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
    buffer(answer).then((body) => resolve(body.length), reject);
  }).on('error', reject);
  return promise;
}

test('no page but a form is longer, styles included, than one round trip of a new connection carries', async ({
  baseURL,
}) => {
  const over: string[] = [];
  for (const path of builtPages.filter((path) => path !== workshop)) {
    expect(readPage(path), path).not.toContain('rel="stylesheet"');
    const bytes = await sentBytes(new URL(path, baseURL));
    if (bytes > limitOf(path) && !fullPlans.includes(path)) over.push(`${path}: ${bytes}`);
  }
  expect(over).toEqual([]);
});

for (const path of templates) {
  test(`${path} loads no more script and fonts than allowed`, async ({ page, baseURL }) => {
    const scripts = new Set<string>();
    const fonts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
      if (request.resourceType() === 'font') fonts.add(request.url());
    });
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const total = async (urls: ReadonlySet<string>) => {
      const sent = await Promise.all([...urls].map((url) => sentBytes(new URL(url, baseURL))));
      return sent.reduce((sum, bytes) => sum + bytes, 0);
    };
    const isForm = isFormPage(path);
    expect(await total(scripts)).toBeLessThanOrEqual(isForm ? formScriptBytes : scriptBytes);
    const hasSerif = [...fonts].some((url) => url.includes('serif'));
    expect(await total(fonts)).toBeLessThanOrEqual(hasSerif ? fontBytesWithSerif : fontBytes);
  });

  test(`nothing of ${path} moves, and hardly a line where our fonts come late`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await keepDeviceFonts(page);
    await watchShift(page);
    await page.goto(path);
    test.skip(!(await hasFittedFont(page)), 'This device has none of the fonts to which ours are fitted.');
    expect(await shiftOf(page)).toBe(0);
    await page.unroute(/\.woff2$/);
    await page.route(/\.woff2$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.goto(path);
    expect(await shiftOf(page)).toBeLessThan(0.05);
  });
}
