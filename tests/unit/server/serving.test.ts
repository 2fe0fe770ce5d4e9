import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type Server, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/platform/postgres.ts';
import { loadFunctions } from '../../../src/server/functions/load.ts';
import { openLog } from '../../../src/server/log.ts';
import type { LackingMigrations } from '../../../src/server/schema.ts';
import { type Role, startServing } from '../../../src/server/serve.ts';
import { expect, test } from '../../fixtures/database.ts';
import { placeSite } from '../../fixtures/server/small-site.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const portOf = (server: Server | undefined): number => {
  const address = server?.address();
  return typeof address === 'object' && address ? address.port : 0;
};

/** A process of the server on a database, with a function that takes 300 ms and a job that counts its runs. */
async function serve(
  databaseUrl: string,
  builds: string,
  roles: Role[],
  onJob = async () => {},
  lacking: LackingMigrations = async () => [],
) {
  const lines: string[] = [];
  const db = openDatabase(databaseUrl);
  const serving = await startServing({
    roles: new Set(roles),
    siteUrl: 'https://thi-dua.example',
    databaseUrl,
    db,
    lacking,
    listen: { port: 0, host: '127.0.0.1' },
    functions: {
      routes: [
        {
          path: '/api/slow',
          methods: undefined,
          rateLimit: undefined,
          handle: async () => {
            await sleep(300);
            return new Response('xong');
          },
        },
      ],
      jobs: [onJob],
      watches: [],
    },
    clientOf: () => '192.0.2.1',
    syncEveryMs: 50,
    watchMs: 50,
    electionMs: 50,
    build: {
      db,
      builds,
      effort: { brotli: 1, gzip: 1 },
      runBuild: () => Promise.reject(new Error('no build here')),
      code: 'code',
    },
    report: { onBuilt: () => undefined, onFault: () => undefined },
    log: openLog('info', { write: (line) => void lines.push(line) }),
  });
  return { ...serving, lines, port: portOf(serving.server) };
}

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

test('the functions of the site have one job of the sync, and a watch that is no part of it', async () => {
  const { jobs, watches } = await loadFunctions(async (path) => ({
    default: async (request: Request) => {
      throw new Error(`${path} ${request.signal.aborted}`);
    },
    config: { schedule: /schedule: '([^']+)'/.exec(await readFile(path, 'utf8'))?.[1] },
  }));
  expect([jobs.length, watches.length]).toEqual([1, 1]);
  await expect(jobs[0]?.(AbortSignal.abort())).rejects.toThrow('functions/sync.ts true');
  await expect(watches[0]?.(new AbortController().signal)).rejects.toThrow('functions/health-watch.ts false');
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

test('a server that starts while the database is away, or older, serves files and waits for it', async ({
  databaseUrl,
}) => {
  const builds = await temporaryFolder();
  await placeSite(builds.path);
  let [looks, jobs] = [0, 0];
  const answers = [
    () => Promise.reject(new Error('connect ECONNREFUSED')),
    () => Promise.reject(new Error('connect ECONNREFUSED')),
    async () => ['9999_newer'],
    async () => [],
  ];
  const job = async () => {
    jobs += 1;
  };
  const lacking = () => (answers[looks++] ?? answers.at(-1))?.() ?? Promise.resolve([]);
  const { port, stop, readiness, lines } = await serve(
    databaseUrl,
    builds.path,
    ['site', 'sync'],
    job,
    lacking,
  );
  expect((await fetch(`http://127.0.0.1:${port}/ke-hoach/`)).status).toBe(200);
  expect(await readiness()).toEqual({ accepting: true, site: true, database: false });
  await expect.poll(() => looks, { timeout: 20_000 }).toBe(3);
  expect(jobs).toBe(0);
  await expect.poll(async () => (await readiness())['database'], { timeout: 10_000 }).toBe(true);
  await expect.poll(() => jobs).toBeGreaterThan(0);
  await stop();
  const faults = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error');
  expect(faults.map(({ msg }) => msg)).toEqual([
    'connect ECONNREFUSED',
    expect.stringContaining('npm run migrate'),
  ]);
  await builds.remove();
});

test('a server that ends while the database is away does not wait for it', async ({ databaseUrl }) => {
  const builds = await temporaryFolder();
  const away = () => Promise.reject(new Error('connect ECONNREFUSED'));
  const { stop } = await serve(databaseUrl, builds.path, ['sync', 'builder'], async () => {}, away);
  const begun = performance.now();
  await stop();
  expect(performance.now() - begun).toBeLessThan(5_000);
  await builds.remove();
});
