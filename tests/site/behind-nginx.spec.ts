import { migrate } from '../../scripts/local-system/migrations.ts';
import { testBuilds } from '../fixtures/addresses.ts';
import { expectAsAgreed } from '../fixtures/as-agreed.ts';
import { type BehindNginx, hasNginx, startBehindNginx } from '../fixtures/behind-nginx.ts';
import { test as base, expect } from '../fixtures/database.ts';
import { withEmptyDatabase } from '../fixtures/empty-database.ts';
import { type Exchange, exchanges } from '../fixtures/requests.ts';
import { sendAsItIs } from '../fixtures/send-as-it-is.ts';

const test = base.extend<object, { behind: BehindNginx }>({
  behind: [
    async ({ postgres }, use) =>
      withEmptyDatabase(postgres.url, async ({ url }) => {
        await migrate(url);
        const behind = await startBehindNginx(testBuilds, url);
        await use(behind);
        await behind.stop();
      }),
    { scope: 'worker' },
  ],
});

// One server for all of them.
test.describe.configure({ mode: 'default' });
test.skip(!hasNginx, 'nginx is not installed on this machine.');

const problem = 'application/problem+json';

/** What nginx answers in its own way, and may. */
function agreed(exchange: Exchange): Exchange {
  const { path, headers = {}, has: { 'content-encoding': encoding, ...has } = {} } = exchange;
  // It never looks up an address that leaves the site, and says so.
  if (path.includes('..%2f')) return { ...exchange, status: 400, type: problem };
  // RFC 9110, 14.2: a range that ends before it begins is ignored or rejected.
  if (headers['range'] === 'bytes=9-1') return { ...exchange, status: 416 };
  // Its Brotli is a package of its own (nginx.conf): who takes nothing else gets the plain file.
  if (encoding === 'br') return { ...exchange, has };
  return exchange;
}

test('behind nginx, the server answers every request as agreed, and as it does alone', async ({ behind }) => {
  const asked = Object.values(exchanges).flat();
  expect(asked.length).toBeGreaterThan(200);
  for (const exchange of asked)
    expectAsAgreed(agreed(exchange), await sendAsItIs(behind.port, exchange), behind.origin);
});

/** Headers that tell one answer, or one server, from another. */
const own = ['date', 'server', 'connection', 'keep-alive', 'transfer-encoding', 'etag', 'last-modified'];

test('what nginx serves itself has the headers and the words of the server', async ({ behind }) => {
  const served = [...(exchanges['pages'] ?? []), ...(exchanges['files'] ?? [])];
  for (const exchange of served) {
    const [front, back] = [
      await sendAsItIs(behind.port, exchange),
      await sendAsItIs(behind.direct, exchange),
    ];
    const headersOf = ({ headers }: typeof front) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'vary' && !own.includes(name)));
    expect(headersOf(front), exchange.path).toEqual(headersOf(back));
    expect(front.body === back.body, exchange.path).toBe(true);
  }
});

test('every page is answered with 304 to who has it, each copy under its own tag', async ({ behind }) => {
  for (const { path } of exchanges['pages'] ?? [])
    for (const encoding of ['gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding };
      const first = await sendAsItIs(behind.port, { path, headers, status: 200 });
      const tag = String(first.headers.etag);
      const known = { path, headers: { ...headers, 'if-none-match': tag }, status: 304 };
      const again = await sendAsItIs(behind.port, known);
      expect([again.status, again.body, again.headers.etag], path).toEqual([304, '', tag]);
    }
});

const refused: readonly Exchange[] = [
  { path: '/%', status: 400 },
  { path: `/${'a'.repeat(20_000)}`, status: 400 },
  { path: '/', headers: { x: 'a'.repeat(20_000) }, status: 400 },
  { path: '/', method: 'TRACE', status: 405 },
  ...['/', '/api/forms/phan-hoi', '/api/khong-co'].map((path) => ({
    path,
    method: 'POST',
    headers: { 'content-length': '99999999' },
    status: 413,
  })),
];

test('what nginx refuses itself, it refuses as the server does', async ({ behind }) => {
  const like = new Map<number, Awaited<ReturnType<typeof sendAsItIs>>>();
  for (const exchange of [
    { path: '/%', status: 400 },
    { path: '/', method: 'TRACE', status: 405 },
    { path: '/api/forms/phan-hoi', method: 'POST', headers: { 'content-length': '99999999' }, status: 413 },
  ])
    like.set(exchange.status, await sendAsItIs(behind.direct, exchange));
  for (const exchange of refused) {
    const { status, headers, body } = await sendAsItIs(behind.port, exchange);
    const server = like.get(exchange.status);
    const name = `${exchange.method ?? 'GET'} ${exchange.path.slice(0, 30)}`;
    expect([status, body], name).toEqual([exchange.status, server?.body]);
    for (const [header, value] of Object.entries(server?.headers ?? {}))
      if (header !== 'vary' && !own.includes(header))
        expect(headers[header], `${name} ${header}`).toBe(value);
  }
});
