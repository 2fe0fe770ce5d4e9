import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { rawRequest } from '../../fixtures/server/raw-request.ts';
import { expect, maxBodyBytes, siteUrl, test } from '../../fixtures/server/served.ts';

const malformed: readonly [line: string, status: number][] = [
  ['GET /%ff HTTP/1.1', 400],
  ['GET /%E1%BA HTTP/1.1', 400],
  ['GET /% HTTP/1.1', 400],
  ['GET //[ HTTP/1.1', 400],
  ['GET //evil.example/x HTTP/1.1', 400],
  ['GET /\\evil.example HTTP/1.1', 400],
  ['GET /%5Cevil.example HTTP/1.1', 400],
  ['GET /%00 HTTP/1.1', 400],
  ['GET /a%0d%0ab HTTP/1.1', 400],
  ['GET * HTTP/1.1', 400],
  ['OPTIONS * HTTP/1.1', 400],
  ['GET http://[/ HTTP/1.1', 200],
  [`GET /${'a'.repeat(9_000)} HTTP/1.1`, 400],
  ['GET /api/echo/%ff HTTP/1.1', 400],
  ['TRACE / HTTP/1.1', 405],
  ['TRACE /api/echo/x HTTP/1.1', 405],
  ['CONNECT evil.example:443 HTTP/1.1', 405],
  ['PROPFIND / HTTP/1.1', 405],
  ['GIVE / HTTP/1.1', 400],
  ['GET / HTTP/1.1\r\nX y', 400],
];

for (const [line, status] of malformed) {
  test(`${line.slice(0, 40)} is answered ${status}`, async ({ served }) => {
    const said = await rawRequest(served.port, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(served.faults).toEqual([]);
  });
}

test('a function sees the address of the site, whatever a client or a proxy wrote', async ({ served }) => {
  for (const path of ['/api/body?a=b%20c', 'http://evil.example/api/body?a=b%20c']) {
    const { body } = await served.ask(path, { host: 'evil.example' }, 'POST', 'xyz');
    expect(body.toString()).toBe(`${siteUrl}/api/body?a=b%20c 3`);
  }
});

test('a function gets the parts of its path, and who asks', async ({ served }) => {
  const forged = { 'x-forwarded-for': '1.1.1.1, 203.0.113.7' };
  const { body } = await served.ask('/api/echo/DN26-a%20b', forged);
  expect(JSON.parse(body.toString())).toEqual({ params: { code: 'DN26-a b' }, ip: '203.0.113.7' });
});

test('a body above the limit is refused before it is read', async ({ served }) => {
  const declared = await rawRequest(
    served.port,
    `POST /api/body HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n`,
  );
  expect(declared).toMatch(/^HTTP\/1.1 413 /);
  expect(declared).toContain('"status":413');
  const chunk = `1000\r\n${'x'.repeat(4_096)}\r\n`;
  const chunked = await rawRequest(
    served.port,
    `POST /api/body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk.repeat(3)}`,
  );
  expect(chunked).toMatch(/^HTTP\/1.1 413 /);
  const short = await rawRequest(
    served.port,
    `POST /api/body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk}0\r\n\r\n`,
  );
  expect(short).toMatch(/^HTTP\/1.1 200 /);
  expect(short).toContain('/api/body 4096');
  const fits = await served.ask('/api/body', {}, 'POST', 'x'.repeat(maxBodyBytes));
  expect(fits.body.toString()).toBe(`${siteUrl}/api/body ${maxBodyBytes}`);
});

test('a function is called as often as it allows, by each client', async ({ served }) => {
  const call = (client: string) => served.ask('/api/limited', { 'x-forwarded-for': client }, 'POST');
  const calls = ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'];
  const statuses: number[] = [];
  for (const client of calls) statuses.push((await call(client)).status);
  expect(statuses).toEqual([200, 200, 429, 200]);
  expect((await served.ask('/api/limited')).status).toBe(405);
});

test('every method with a body or without reaches a function that takes it', async ({ served }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    for (const body of [undefined, 'xyz']) {
      const answer = await served.ask('/api/body', {}, method, body);
      expect([answer.status, answer.body.toString()], method).toEqual([
        200,
        `${siteUrl}/api/body ${body?.length ?? 0}`,
      ]);
    }
  expect(served.faults).toEqual([]);
});

test('a function that fails answers 500, and the log names the fault', async ({ served }) => {
  const { status, headers, body } = await served.ask('/api/broken');
  expect([status, headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8']);
  expect(body.toString()).not.toContain('lỗi\n');
  expect(served.faults).toEqual([new Error('lỗi')]);
});

test('what is logged of an address is never what a visitor typed', async ({ served }) => {
  for (const path of [
    '/ke-hoach/',
    '/cu?khoa=bi-mat',
    '/nguyen-van-a@example.vn',
    '/api/echo/DN26-1?khoa=x',
    '/%ff',
  ])
    await served.ask(path);
  await expect
    .poll(() => served.answered.map(({ address }) => address))
    .toEqual(['/ke-hoach/', '/cu/', 'not found', '/api/echo/:code', 'refused']);
});

test('a visitor who leaves while sending is no fault', async ({ served }) => {
  for (const length of [100, 9_000]) {
    const visitor = connect(served.port, '127.0.0.1');
    await once(visitor, 'connect');
    visitor.write(`POST /api/body HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\nxyz`);
    await sleep(50);
    visitor.destroy();
  }
  await expect.poll(() => served.answered.length).toBe(2);
  expect(served.faults).toEqual([]);
});

test('a connection with a body that no function read to its end closes after the answer', async ({
  served,
}) => {
  const said = await rawRequest(
    served.port,
    'POST /api/echo/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nxyz\r\n',
  );
  expect(said).toMatch(/^HTTP\/1.1 200 /);
  expect((await served.ask('/api/echo/x')).status).toBe(200);
});
