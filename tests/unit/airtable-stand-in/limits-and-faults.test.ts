import { expect } from '@playwright/test';
import { startAirtableStandIn } from '../../../scripts/airtable-stand-in/server.ts';
import { call, clientOf, nominations, test } from './stand-in.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test('the sixth request in a second is refused, then everything until the lock-out ends', async ({
  start,
}) => {
  const standIn = await start({ requestsPerSecond: 5, lockoutMs: 1200 });
  const tables = () => call(standIn, 'GET', `meta/bases/${standIn.baseId}/tables`);
  const first = await Promise.all(Array.from({ length: 6 }, tables));
  expect(first.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await tables()).body).toEqual({
    errors: [{ error: 'RATE_LIMIT_REACHED', message: expect.any(String) }],
  });
  await expect(clientOf(standIn)('Đề cử').select().all()).rejects.toMatchObject({ statusCode: 429 });
  await pause(1250);
  expect((await tables()).status).toBe(200);
  expect(standIn.counts()).toEqual({ accepted: 6, rateLimited: 3 });
});

test('a status fault answers with JSON or HTML and does nothing', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  standIn.setFault(() => ({ kind: 'status', status: 503 }));
  await expect(table.create({ 'Mã hồ sơ': 'A' })).rejects.toMatchObject({ statusCode: 503 });
  standIn.setFault(() => ({ kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' }));
  const response = await fetch(`${standIn.url}/v0/${nominations(standIn)}`, {
    headers: { authorization: 'Bearer local' },
  });
  expect(response.headers.get('content-type')).toContain('text/html');
  standIn.setFault(null);
  expect(await table.select().all()).toHaveLength(0);
});

test('a connection that dies before the work wrote nothing, one that dies after it wrote', async ({
  standIn,
}) => {
  const table = clientOf(standIn)('Đề cử');
  standIn.setFault(({ method }) => (method === 'POST' ? { kind: 'die-before' } : null));
  await expect(table.create({ 'Mã hồ sơ': 'A' })).rejects.toThrow();
  expect(await table.select().all()).toHaveLength(0);
  standIn.setFault(({ method }) => (method === 'POST' ? { kind: 'die-after' } : null));
  await expect(table.create({ 'Mã hồ sơ': 'A' })).rejects.toThrow();
  expect(await table.select().all()).toHaveLength(1);
});

test('a slow answer past the timeout of its caller was still written', async ({ standIn }) => {
  standIn.setFault(({ method }) => (method === 'POST' ? { kind: 'slow', ms: 200 } : null));
  await expect(clientOf(standIn, 50)('Đề cử').create({ 'Mã hồ sơ': 'A' })).rejects.toThrow();
  await pause(250);
  expect(await clientOf(standIn)('Đề cử').select().all()).toHaveLength(1);
});

test('a hanging request never answers, and closing does not wait for it', async ({ standIn }) => {
  const paths: string[] = [];
  standIn.setFault(({ path }) => {
    paths.push(path);
    return { kind: 'hang' };
  });
  await expect(clientOf(standIn, 100)('Đề cử').create({ 'Mã hồ sơ': 'A' })).rejects.toThrow();
  expect(paths).toEqual([`/v0/${standIn.baseId}/Đề cử`]);
  const waiting = call(standIn, 'GET', nominations(standIn)).catch(() => 'cut');
  await pause(50);
  await standIn.close();
  expect(await waiting).toBe('cut');
});

test('a taken port is reported as Node reports it', async ({ standIn }) => {
  await expect(startAirtableStandIn({ path: ':memory:', port: standIn.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
