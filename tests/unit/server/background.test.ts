import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/platform/postgres.ts';
import { loadFunctions } from '../../../src/server/functions/load.ts';
import { repeat } from '../../../src/server/repeat.ts';
import { requestRun, restUntilAsked } from '../../../src/server/run-request.ts';
import { expect, test } from '../../fixtures/database.ts';
import { serveProcess as serve } from '../../fixtures/server/serve-process.ts';
import { placeSite } from '../../fixtures/server/small-site.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

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

test('a builder is not ready before the build that is served was made by its code', async ({
  databaseUrl,
}) => {
  const builds = await temporaryFolder();
  const { stop, readiness } = await serve(databaseUrl, builds.path, ['builder']);
  expect(await readiness()).toMatchObject({ built: false });
  await placeSite(builds.path);
  expect(await readiness()).toEqual({ accepting: true, site: true, database: true, built: true });
  await stop();
  await builds.remove();
});

test('a request in the database begins a run of the leader at once, also one that came during a run', async ({
  databaseUrl,
  db,
}) => {
  const rest = restUntilAsked(openDatabase(databaseUrl, { connections: 1 }));
  const stop = new AbortController();
  let runs = 0;
  const ended = repeat(
    600_000,
    stop.signal,
    async () => {
      runs += 1;
      if (runs === 2) await requestRun(db);
    },
    rest,
  );
  await sleep(1_500);
  expect(runs).toBe(1);
  await requestRun(db);
  await expect.poll(() => runs, { timeout: 10_000 }).toBe(3);
  await sleep(1_500);
  expect(runs).toBe(3);
  stop.abort();
  await ended;
});

test('on a machine of one’s own a ping asks the leader, and runs nothing where it came in', async () => {
  const source = await readFile('functions/base-pings.ts', 'utf8');
  expect(source).toMatch(/if \(SITE_BUILDS\) \{\s+await requestRun\(db\);\s+return;/);
});

test('the end of a server waits for what a function does beside its answer, and tells the job', async ({
  databaseUrl,
}) => {
  const builds = await temporaryFolder();
  await placeSite(builds.path);
  const told: boolean[] = [];
  const job = async (signal?: AbortSignal) => {
    await sleep(2_000, undefined, { signal }).catch(() => undefined);
    told.push(signal?.aborted === true);
  };
  const { port, stop, besides } = await serve(databaseUrl, builds.path, ['site', 'sync'], job);
  await fetch(`http://127.0.0.1:${port}/api/besides`);
  expect(besides()).toBe(0);
  await sleep(300);
  await stop();
  expect(besides()).toBe(1);
  expect(told.at(-1)).toBe(true);
  await builds.remove();
});
