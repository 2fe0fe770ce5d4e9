import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtSite } from '../fixtures/addresses.ts';

const same = "script-src 'self' 'wasm-unsafe-eval';";
const none = "default-src 'none';";

const routes: readonly [what: string, path: string, status: number, scripts: string, method?: 'POST'][] = [
  ['home', '/', 200, same],
  ['the plan', '/ke-hoach/', 200, same],
  ['a clause', '/ke-hoach/ii-3/', 200, same],
  ['the form', '/de-cu/tap-the/', 200, same],
  ['a story', '/dien-hinh/to-cong-nghe-so-cong-dong-ho-tro-tai-nha-van-hoa/', 200, same],
  ['the gallery, where Pagefind runs', '/dien-hinh/', 200, same],
  ['Pagefind’s worker', '/pagefind/pagefind-worker.js', 200, same],
  ['a page that is not there', '/khong-co/', 404, same],
  ['the receipt', '/de-cu/da-nhan/', 200, same],
  ['the receipt of an unknown code', '/de-cu/da-nhan/?ma=DN26-0000-0000-01', 404, same],
  ['the status page', '/tra-cuu/', 200, same],
  ['the status API', '/api/submissions/abc', 404, none],
  ['the form API', '/api/forms/de-cu-tap-the', 405, none],
  ['a refused submission', '/api/forms/de-cu-tap-the', 422, same, 'POST'],
  ['an unknown form', '/api/forms/khong-co', 404, none],
];

for (const [what, path, status, scripts, method = 'GET'] of routes) {
  const isFile = !/^\/((api|de-cu\/da-nhan|tra-cuu)\/|(dien-hinh|tim-kiem)\/$)/.test(path);
  test(`security headers stand on ${what}`, async ({ request }) => {
    const answer = await request.fetch(path, { method, ...(method === 'POST' && { form: { name: 'x' } }) });
    expect(answer.status()).toBe(status);
    const headers = answer.headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain(scripts);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cross-origin-resource-policy']).toBe(isFile ? 'cross-origin' : 'same-origin');
    if (scripts === none) return;
    expect(policy).toContain("style-src-attr 'none'");
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy']).toContain('geolocation=()');
  });
}

test('each page says itself which scripts it runs; only those with Pagefind compile WebAssembly', async ({
  request,
}) => {
  for (const [path, scripts] of [
    ['/', "'self'"],
    ['/ke-hoach/ii-3/', "'self'"],
    ['/khong-co/', "'self'"],
    ['/tra-cuu/', "'self'"],
    ['/dien-hinh/', "'self' 'wasm-unsafe-eval'"],
    ['/dien-hinh/index.html', "'self' 'wasm-unsafe-eval'"],
    ['/tim-kiem/', "'self' 'wasm-unsafe-eval'"],
  ] as const) {
    const html = await (await request.get(path)).text();
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
    expect(policy.split('; '), path).toEqual(
      expect.arrayContaining(["default-src 'self'", `script-src ${scripts}`]),
    );
  }
});

test('a script that is there is kept for a year, and one that is missing is not', async ({ request }) => {
  const [name = ''] = readdirSync(join(builtSite, '_astro'));
  const cache = async (path: string) => (await request.get(path)).headers()['cache-control'] ?? '';
  expect(await cache(`/_astro/${name}`)).toContain('max-age=31536000');
  expect(await cache('/_astro/khong-con.abc.js')).not.toContain('31536000');
});

test('old addresses redirect', async ({ request, baseURL }) => {
  const answer = await request.get('/kehoach/ii-3/', { maxRedirects: 0 });
  const location = answer.headers()['location'] ?? '';
  expect([answer.status(), new URL(location, baseURL).href]).toEqual([301, `${baseURL}/ke-hoach/ii-3/`]);
});

test('each page lets through its own styles and no others', async ({ page }) => {
  for (const path of ['/', '/ke-hoach/ii-3/', '/khong-co/']) {
    await page.goto(path);
    await page.evaluate(() => {
      const foreign = document.createElement('style');
      foreign.textContent = 'body { display: none }';
      document.head.append(foreign);
    });
    await expect(page.locator('header .brand'), path).toHaveCSS('display', 'flex');
    await expect(page.locator('body'), path).toHaveCSS('display', 'block');
  }
});

test('a page that a function answers keeps its styles', async ({ page }) => {
  await page.goto('/tra-cuu/?ma=DN26-0000-0000-01');
  await expect(page.locator('header .brand')).toHaveCSS('display', 'flex');
});

test('no page breaks its own policy', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  for (const path of [
    '/',
    '/ke-hoach/',
    '/ke-hoach/iii-1-2/',
    '/tieu-chi/',
    '/de-cu/tap-the/',
    '/dien-hinh/',
  ]) {
    await page.goto(path);
  }
  await page.getByRole('main').getByRole('searchbox').fill('duong');
  await expect(page.getByRole('status')).toContainText('duong');
  expect(said).toEqual([]);
});
