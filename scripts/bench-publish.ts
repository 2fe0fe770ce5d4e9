import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { setUpBase } from '../src/back-office/airtable/set-up-base.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { airtableLimit } from './airtable-stand-in/airtable-limit.ts';
import { startAirtableStandIn } from './airtable-stand-in/server.ts';
import { startServer } from './bench/serve/start-server.ts';
import { migrate } from './local-system/migrations.ts';
import { freePort, startPostgres } from './local-system/postgres.ts';
import { staffOf } from './season/staff.ts';
import { storyRow } from './season/story-row.ts';

// `npm run bench:publish`: `npm run serve` on this machine with 3,000 stories and a base that keeps Airtable's limit and cannot ping
// this machine. From a choice in the base until the public address answers as it should: `Công bố` → 200, `Gỡ bỏ` → 410. Real time,
// nothing reckoned. Fails when a wait is longer than the target. `-- 300` takes fewer stories, `-- 300 600` allows so many seconds.
const [stories = 3_000, targetS = 90] = process.argv.slice(2).map(Number);
const table = 'Điển hình';
const patienceMs = 30 * 60_000;
const ticksASecond = 100;

const folder = await temporaryFolder();
const postgres = await startPostgres(folder.path, await freePort());
await migrate(postgres.url);
const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null });
const staff = staffOf(standIn);
await setUpBase(staff.client);
const states = ['Công bố', 'Nháp'];
const rows = Array.from({ length: stories + 1 }, (_, n) => ({
  ...storyRow(`MH-${1_000 + n}`, `Mô hình đo ${n}`),
  'Trạng thái': states[n === stories ? 1 : 0],
}));
const ids = await staff.create(table, rows);
standIn.setFault(airtableLimit());

const port = await freePort();
const began = performance.now();
const secondsSince = (start: number) => (performance.now() - start) / 1_000;
const server = await startServer(port, {
  SITE_URL: `http://127.0.0.1:${port}`,
  DATABASE_URL: postgres.url,
  AIRTABLE_TOKEN: standIn.token,
  AIRTABLE_BASE_ID: standIn.baseId,
  AIRTABLE_ENDPOINT_URL: standIn.url,
  RECEIPT_SECRET: 'a secret of a bench, long enough for anyone',
  SITE_BUILDS: `${folder.path}/builds`,
  BUILD_CACHE: `${folder.path}/cache`,
  SERVE_ROLES: 'site,sync,builder',
});

const answers = async (path: string) =>
  (await fetch(`${server.origin}${path}`, { redirect: 'manual' })).status;
async function until(path: string, wanted: number): Promise<void> {
  while ((await answers(path)) !== wanted) {
    if (secondsSince(began) * 1_000 > patienceMs) {
      await server.stop();
      throw new Error(`${path} did not answer ${wanted}.`);
    }
    await sleep(250);
  }
}
/** Processor time of the server and of its builds, in seconds. */
async function processorS(): Promise<number> {
  const stat = await readFile(`/proc/${server.pid}/stat`, 'utf8');
  const ticks = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15);
  return ticks.reduce((sum, one) => sum + Number(one), 0) / ticksASecond;
}
await until(`/dien-hinh/mo-hinh-do-${stories - 1}/`, 200);
console.log(`first build with ${stories} stories served after ${Math.round(secondsSince(began))} s`);

const lines: boolean[] = [];
async function measure(what: string, index: number, state: string, wanted: number): Promise<void> {
  // A quiet minute, so that no build of before is under way.
  await sleep(60_000);
  const [start, processor] = [performance.now(), await processorS()];
  await staff.change(table, ids[index] ?? '', { 'Trạng thái': state });
  await until(`/dien-hinh/mo-hinh-do-${index}/`, wanted);
  const took = secondsSince(start);
  const isMet = took <= targetS;
  lines.push(isMet);
  console.log(
    `${what} at ${stories} stories: ${Math.round(took)} s, of it ${Math.round((await processorS()) - processor)} s of processor time (load average ${loadavg()[0]?.toFixed(1)}): ${isMet ? 'holds' : 'MISSED'}`,
  );
}
await measure('Công bố → public', stories, 'Công bố', 200);
await measure('Gỡ bỏ → 410', 0, 'Gỡ bỏ', 410);

await server.stop();
await standIn.close();
await postgres.stop();
await folder.remove();
process.exit(lines.every(Boolean) ? 0 : 1);
