import { setTimeout as sleep } from 'node:timers/promises';
import { test as base, expect } from '@playwright/test';
import { type Filing, file, fileDuring, wrongInStore } from '../../fixtures/ground/filings.ts';
import { type Ground, startGround } from '../../fixtures/ground/start-ground.ts';

// Short versions of `npm run bench:ground`: what happens to filings while parts of the machine end and begin again.
// They share a machine, one after the other.
base.describe.configure({ mode: 'default' });

const test = base.extend<object, { ground: Ground }>({
  ground: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const ground = await startGround();
      await use(ground);
      await ground.stop();
    },
    { scope: 'worker' },
  ],
});

const aSecond = 30;
const broken = (filings: readonly Filing[]) =>
  filings.flatMap(({ outcome }) => {
    if (outcome.kind === 'doubted') return ['a pass was asked for'];
    return outcome.kind === 'broken' ? [outcome.why] : [];
  });
const refused = (filings: readonly Filing[]) => filings.filter(({ outcome }) => outcome.kind === 'refused');

test('a server on a socket of systemd restarts, and takes up a new build, without a filing that fails', async ({
  ground,
}) => {
  const server = await ground.serve('site');
  let said = '';
  const filings = await fileDuring([server.origin], aSecond, async () => {
    await server.restart();
    said = await ground.newBuild();
    await expect.poll(async () => (await fetch(server.origin)).text(), { timeout: 30_000 }).toContain(said);
  });
  expect(filings.length).toBeGreaterThan(20);
  expect([new Set(broken(filings)), refused(filings)]).toEqual([new Set(), []]);
  expect(await wrongInStore(ground.db, filings)).toEqual([]);
  await server.stop();
  expect(server.said()).toBe('');
});

test('while PostgreSQL restarts, a filing ends with its receipt or a clear 503; filed again, it is stored once', async ({
  ground,
}) => {
  const server = await ground.serve('site');
  const filings = await fileDuring([server.origin], aSecond, async () => {
    await sleep(500);
    await ground.restartPostgres();
    await sleep(500);
  });
  expect(new Set(broken(filings))).toEqual(new Set());
  for (const { key } of refused(filings)) {
    const again = await file(server.origin, key);
    expect(again.outcome.kind).toBe('receipt');
    filings.push(again);
  }
  expect(await wrongInStore(ground.db, filings)).toEqual([]);
  await server.stop();
});

test('a server that starts while PostgreSQL is down serves files, and takes filings once it is up', async ({
  ground,
}) => {
  await ground.stopPostgres();
  const server = await ground.serve('site,sync', {}, { isReady: false });
  const readyOf = async () => (await fetch(`${server.monitor}/ready`)).json();
  expect((await fetch(`${server.origin}/ke-hoach/`)).status).toBe(200);
  expect(await readyOf()).toEqual({ accepting: true, site: true, database: false });
  expect((await file(server.origin)).outcome.kind).toBe('refused');
  await ground.restartPostgres();
  await expect.poll(readyOf, { timeout: 30_000 }).toEqual({ accepting: true, site: true, database: true });
  expect((await file(server.origin)).outcome.kind).toBe('receipt');
  await server.stop();
});

test('of two servers that are sent the same filing at the same time, both give its one receipt', async ({
  ground,
}) => {
  const servers = [await ground.serve('site'), await ground.serve('site')];
  const keys = Array.from({ length: 25 }, () => crypto.randomUUID());
  const filings = await Promise.all(
    keys.flatMap((key) => servers.flatMap(({ origin }) => [file(origin, key), file(origin, key)])),
  );
  expect(new Set(broken(filings))).toEqual(new Set());
  expect(await wrongInStore(ground.db, filings)).toEqual([]);
  const codes = filings.flatMap(({ outcome }) => (outcome.kind === 'receipt' ? [outcome.code] : []));
  expect([codes.length, new Set(codes).size]).toEqual([4 * keys.length, keys.length]);
  await Promise.all(servers.map((server) => server.stop()));
});

test('monitors ask on a port of their own', async ({ ground }) => {
  const server = await ground.serve('site');
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`${server.monitor}${path}`, { method });
    return [answer.status, await answer.text()] as const;
  };
  expect(await ask('/live')).toEqual([200, 'ok']);
  const [ready, facts] = await ask('/ready');
  expect([ready, JSON.parse(facts)]).toEqual([200, { accepting: true, site: true, database: true }]);
  await fetch(`${server.origin}/ke-hoach/`);
  expect((await ask('/metrics'))[1]).toMatch(
    /^http_requests_total\{method="GET",route="static",status="200"\} [1-9]/m,
  );
  expect([(await ask('/'))[0], (await ask('/live', 'POST'))[0]]).toEqual([404, 405]);
  // Visitors reach none of it.
  for (const path of ['/live', '/ready', '/metrics'])
    expect((await fetch(`${server.origin}${path}`)).status).toBe(404);
  await server.stop();
});
