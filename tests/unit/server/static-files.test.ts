import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '../../fixtures/server/served.ts';
import { compressibleText, placeSite, smallSite } from '../../fixtures/server/small-site.ts';

const home = smallSite['index.html'] ?? '';

test('a page comes compressed as the client takes it, each copy with its own tag', async ({ served }) => {
  const plain = await served.ask('/');
  const br = await served.ask('/', { 'accept-encoding': 'gzip;q=0.8, br' });
  const gzip = await served.ask('/', { 'accept-encoding': 'br;q=0, *;q=0.5' });
  expect(plain.body.toString()).toBe(home);
  expect(brotliDecompressSync(br.body).toString()).toBe(home);
  expect(gunzipSync(gzip.body).toString()).toBe(home);
  expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'br',
    'gzip',
  ]);
  expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers, body } of [plain, br, gzip]) {
    expect(headers).toMatchObject({ vary: 'Accept-Encoding', 'content-type': 'text/html; charset=utf-8' });
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('what the client has is not sent again', async ({ served }) => {
  const accepted = { 'accept-encoding': 'br' };
  const { headers } = await served.ask('/', accepted);
  const tag = String(headers.etag);
  for (const named of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
    const again = await served.ask('/', { ...accepted, 'if-none-match': named });
    expect([again.status, again.body.length, again.headers.etag], named).toEqual([304, 0, tag]);
    expect(again.headers).not.toHaveProperty('content-type');
  }
  expect((await served.ask('/', { ...accepted, 'if-none-match': '"another"' })).status).toBe(200);
  expect((await served.ask('/', { 'if-none-match': tag })).status).toBe(200);
});

const ranges: readonly [range: string, status: number, contentRange: string | undefined][] = [
  ['bytes=0-3', 206, `bytes 0-3/${Buffer.byteLength(home)}`],
  ['bytes=5-', 206, `bytes 5-${Buffer.byteLength(home) - 1}/${Buffer.byteLength(home)}`],
  [
    'bytes=-4',
    206,
    `bytes ${Buffer.byteLength(home) - 4}-${Buffer.byteLength(home) - 1}/${Buffer.byteLength(home)}`,
  ],
  ['bytes=0-99999999', 206, `bytes 0-${Buffer.byteLength(home) - 1}/${Buffer.byteLength(home)}`],
  ['bytes=99999999-', 416, `bytes */${Buffer.byteLength(home)}`],
  ['bytes=-0', 416, `bytes */${Buffer.byteLength(home)}`],
  ['bytes=3-1', 200, undefined],
  ['bytes=0-1,4-5', 200, undefined],
  ['lines=0-1', 200, undefined],
  ['bytes=-', 200, undefined],
];

for (const [range, status, contentRange] of ranges) {
  test(`a range “${range}” is answered ${status}`, async ({ served }) => {
    const { headers, body, ...answer } = await served.ask('/', { range, 'accept-encoding': 'br' });
    expect([answer.status, headers['content-range']]).toEqual([status, contentRange]);
    expect(Number(headers['content-length'])).toBe(body.length);
    if (status !== 206) return;
    const [, first = 0, last = 0] = /(\d+)-(\d+)/.exec(contentRange ?? '') ?? [];
    expect(body).toEqual(Buffer.from(home).subarray(Number(first), Number(last) + 1));
  });
}

test('a range of a file that changed since is the whole file', async ({ served }) => {
  const { headers } = await served.ask('/');
  const part = { range: 'bytes=0-3' };
  expect((await served.ask('/', { ...part, 'if-range': String(headers.etag) })).status).toBe(206);
  expect((await served.ask('/', { ...part, 'if-range': '"another"' })).status).toBe(200);
  expect((await served.ask('/', { ...part, 'if-range': 'Sat, 28 Nov 2026 00:00:00 GMT' })).status).toBe(200);
});

test('HEAD has the headers of GET and no body', async ({ served }) => {
  for (const path of ['/', '/robots.txt', '/khong-co/', '/cu/', '/dien-hinh/go/']) {
    const [get, head] = [await served.ask(path), await served.ask(path, {}, 'HEAD')];
    const without = ({ date: _, ...headers }: typeof get.headers) => headers;
    expect([head.status, head.body.length], path).toEqual([get.status, 0]);
    expect(without(head.headers), path).toEqual(without(get.headers));
  }
});

const addresses: readonly [path: string, status: number, location?: string][] = [
  ['/ke-hoach', 301, '/ke-hoach/'],
  ['/ke-hoach?q=a%20b', 301, '/ke-hoach/?q=a%20b'],
  ['/ke-hoach/index.html', 301, '/ke-hoach/'],
  ['/index.html', 301, '/'],
  ['/ke-hoach//', 404],
  ['/cu', 301, '/ke-hoach/'],
  ['/cu/', 301, '/ke-hoach/'],
  ['/kehoach/ii-3/', 301, '/ke-hoach/ii-3/'],
  ['/kehoach/%22%0d%0aX:1', 400],
  ['/dien-hinh/go/', 410],
  ['/dien-hinh/go', 410],
  ['/ch%E1%BB%AF.txt', 200],
  ['/khong-co', 404],
  ['/404.html', 404],
  ['/_headers', 404],
  ['/_redirects', 404],
  ['/site.json', 404],
  ['/../site.json', 404],
  ['/..%2f..%2fsite.json', 404],
  ['/index.html.br', 404],
  ['http://evil.example/ke-hoach', 301, '/ke-hoach/'],
];

for (const [path, status, location] of addresses) {
  test(`${path} is answered ${status}`, async ({ served }) => {
    const { headers, ...answer } = await served.ask(path);
    expect([answer.status, headers.location]).toEqual([status, location]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    if (status >= 400) expect(headers).not.toHaveProperty('etag');
  });
}

test('files are read, not written', async ({ served }) => {
  for (const path of ['/', '/cu/', '/dien-hinh/go/']) {
    const answer = await served.ask(path, {}, 'POST', 'a=b');
    expect([answer.status, answer.headers.allow], path).toEqual([405, 'GET, HEAD']);
  }
});

test('what carries a hash is kept for ever, its absence is not', async ({ served }) => {
  expect((await served.ask('/_astro/page.aaaa.js')).headers['cache-control']).toContain('immutable');
  expect((await served.ask('/anh/dh-1.png')).headers['cross-origin-resource-policy']).toBe('cross-origin');
  const missing = await served.ask('/_astro/khong-co.js');
  expect([missing.status, missing.headers['cache-control']]).toEqual([
    404,
    'public, max-age=0, must-revalidate',
  ]);
});

/** What an earlier build may hold of a story beside its page, and of any other kind of file. */
const ofTheBuildBefore = {
  ...smallSite,
  'anh/mh-0001-1a2b3c4d.png': 'tên và tiêu đề',
  'anh/MH-0001-1a2b3c4d-480.jpg': 'ảnh',
  'pagefind/pagefind.js': 'mã của Pagefind',
  'pagefind/pagefind.vi_1.pf_meta': 'từ điển',
  'pagefind/index/vi_1.pf_index': 'các từ',
  'pagefind/fragment/vi_1.pf_fragment': 'toàn văn',
  '_astro/style.bbbb.css': 'a{}',
  '_astro/letter.cccc.woff2': 'chữ',
  '_astro/photo.dddd.webp': 'ảnh của một bài',
  '_astro/names.eeee.json': '["tên"]',
};
const codeOfPages = /^_astro\/.*\.(?:js|css|woff2)$/;

test('of earlier builds an open page finds scripts and styles, and nobody finds anything else', async ({
  served,
}) => {
  await placeSite(served.builds, ofTheBuildBefore);
  await served.refresh();
  await placeSite(served.builds, { 'index.html': compressibleText, '404.html': '404' });
  await served.refresh();
  const files = Object.keys(ofTheBuildBefore).filter((file) => !/html$|^_[hr]/.test(file));
  for (const file of files)
    expect((await served.ask(encodeURI(`/${file}`))).status, file).toBe(codeOfPages.test(file) ? 200 : 404);
});

test('an open page finds its scripts in two earlier builds, and no page of them', async ({ served }) => {
  const script = '/_astro/page.aaaa.js';
  for (const [round, expected] of [200, 200, 404].entries()) {
    const name = `_astro/page.${round}.js`;
    await placeSite(served.builds, {
      'index.html': compressibleText,
      '404.html': '404',
      [name]: compressibleText,
    });
    await served.refresh();
    expect((await served.ask(script)).status, `${round + 1} builds later`).toBe(expected);
    expect((await served.ask(`/${name}`)).status).toBe(200);
    expect((await served.ask('/ke-hoach/')).status).toBe(404);
  }
});

test('the same content is the same build, and is served again', async ({ served }) => {
  const first = await placeSite(served.builds);
  await placeSite(served.builds, { 'index.html': compressibleText });
  expect(await placeSite(served.builds)).toBe(first);
  await served.refresh();
  expect((await served.ask('/ke-hoach/')).status).toBe(200);
});
