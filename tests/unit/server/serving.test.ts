import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '../../fixtures/database.ts';
import { serveProcess as serve } from '../../fixtures/server/serve-process.ts';
import { placeSite } from '../../fixtures/server/small-site.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

test('a server that ends answers what is under way, takes nothing new, and says that it ends', async ({
  databaseUrl,
}) => {
  const builds = await temporaryFolder();
  await placeSite(builds.path);
  const { port, stop, readiness } = await serve(databaseUrl, builds.path, ['site']);
  expect(await readiness()).toEqual({ accepting: true, site: true, database: true });
  const slow = request({ port, host: '127.0.0.1', path: '/api/slow' });
  slow.end();
  // A connection that is kept open without a request does not hold the end up.
  const idle = connect(port, '127.0.0.1');
  await once(idle, 'connect');
  await sleep(100);
  const begun = performance.now();
  const stopped = stop();
  const [answer] = await once(slow, 'response');
  expect([answer.statusCode, await text(answer)]).toEqual([200, 'xong']);
  await stopped;
  expect(performance.now() - begun).toBeLessThan(10_000);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  idle.destroy();
  await builds.remove();
});

test('two servers on one database answer both, and one of them syncs at a time; none is cut off by the end', async ({
  databaseUrl,
}) => {
  const builds = await temporaryFolder();
  await placeSite(builds.path);
  let [atOnce, most, begun, ended] = [0, 0, 0, 0];
  const job = async () => {
    begun += 1;
    atOnce += 1;
    most = Math.max(most, atOnce);
    await sleep(30);
    atOnce -= 1;
    ended += 1;
  };
  const both = [
    await serve(databaseUrl, builds.path, ['site', 'sync'], job),
    await serve(databaseUrl, builds.path, ['site', 'sync'], job),
  ];
  for (const { port } of both) expect((await fetch(`http://127.0.0.1:${port}/ke-hoach/`)).status).toBe(200);
  await expect.poll(() => ended).toBeGreaterThan(2);
  await both[0]?.stop();
  const before = ended;
  await expect.poll(() => ended).toBeGreaterThan(before + 1);
  await both[1]?.stop();
  expect([most, begun]).toEqual([1, ended]);
  await builds.remove();
});

test('without a build the server says so and is not ready; it serves the first build by itself', async ({
  databaseUrl,
}) => {
  const builds = await temporaryFolder();
  const { port, stop, readiness, lines } = await serve(databaseUrl, builds.path, ['site']);
  const first = await fetch(`http://127.0.0.1:${port}/`);
  expect([first.status, first.headers.get('retry-after')]).toEqual([503, '60']);
  expect((await readiness())['site']).toBe(false);
  await placeSite(builds.path);
  await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  expect(await readiness()).toEqual({ accepting: true, site: true, database: true });
  await stop();
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'answered', status: 503 });
  await builds.remove();
});
