import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Filing,
  file,
  fileAgainAndAgain,
  fileDuring,
  wrongInStore,
} from '../tests/fixtures/ground/filings.ts';
import { startGround } from '../tests/fixtures/ground/start-ground.ts';
import type { HeldServer } from '../tests/fixtures/ground/start-held.ts';
import { loseLeader } from './bench/ground/lose-leader.ts';
import { memoryUnderLoad } from './bench/ground/memory.ts';

// `npm run bench:ground`: what a machine of one's own does while parts of it end and begin again, four servers on one database,
// and memory. The small site of the tests and a real PostgreSQL. Fails when a target is missed.
const [memorySeconds = 600, seconds = 10] = process.argv.slice(2).map(Number);
const aSecond = 200;
const targets = { ofOneServer: 0.9, memoryGrowth: 1.1 };

const misses: string[] = [];
const demand = (isMet: boolean, what: string) => {
  if (!isMet) misses.push(what);
};
const count = (filings: readonly Filing[], kind: Filing['outcome']['kind']) =>
  filings.filter(({ outcome }) => outcome.kind === kind).length;

const ground = await startGround();
const first = await ground.serve('site');

/** Files while something happens, and files again what was refused. */
async function during(what: string, mayRefuse: boolean, work: () => Promise<void>): Promise<void> {
  const filings = await fileDuring([first.origin], aSecond, async () => {
    await sleep(1_000);
    await work();
    await sleep(1_000);
  });
  const [broken, refused, doubted] = [
    count(filings, 'broken'),
    count(filings, 'refused'),
    count(filings, 'doubted'),
  ];
  // Again at a pace at which nobody is asked for a pass.
  await sleep(1_500);
  const again: Filing[] = [];
  for (const { key, outcome } of filings)
    if (outcome.kind === 'refused' || outcome.kind === 'doubted') {
      await sleep(10);
      again.push(await file(first.origin, key));
    }
  demand(count(again, 'receipt') === again.length, `${what}: what is filed again gets its receipt`);
  filings.push(...again);
  const wrong = await wrongInStore(ground.db, filings);
  const slowest = Math.max(...filings.map(({ tookMs }) => tookMs));
  console.log(
    `${what}: ${filings.length} filings, ${refused} answered 503, ${doubted} asked for a pass, ${broken} failed, ${wrong.length} wrong in the database, slowest ${Math.round(slowest)} ms`,
  );
  demand(broken === 0 && wrong.length === 0, `${what}: ${[broken, ...wrong].join(', ')}`);
  demand(mayRefuse || refused === 0, `${what}: ${refused} answered 503`);
}

await during('restart of the server', false, () => first.restart());
await during('a new build', false, async () => void (await ground.newBuild()));
await during('restart of PostgreSQL', true, () => ground.restartPostgres());
await during('loss of the leader of the sync', false, async () => {
  const { most, tookMs } = await loseLeader(ground);
  console.log(`the other server leads after ${Math.round(tookMs)} ms; at most ${most} at a time`);
  demand(most === 1, `${most} leaders at a time`);
});

async function rate(servers: readonly HeldServer[]): Promise<number> {
  const origins = servers.map(({ origin }) => origin);
  await fileAgainAndAgain(origins, { connections: 16, seconds: 2 });
  const filings = await fileAgainAndAgain(origins, { connections: 16, seconds });
  demand((await wrongInStore(ground.db, filings)).length === 0, 'filings are stored once');
  demand(count(filings, 'broken') === 0, 'no filing fails under full load');
  return count(filings, 'receipt') / seconds;
}
const one = await rate([first]);
const servers = [first, ...(await Promise.all([1, 2, 3].map(() => ground.serve('site'))))];
const four = await rate(servers);
console.log(
  `one server: ${Math.round(one)} filings/s; four: ${Math.round(four)}/s = ${(four / one).toFixed(2)} ×`,
);
demand(four >= targets.ofOneServer * one, `four servers: below ${targets.ofOneServer} × one`);
await Promise.all(servers.slice(1).map((server) => server.stop()));

const { growth, megabytes } = await memoryUnderLoad(first, memorySeconds);
console.log(
  `memory over ${memorySeconds} s: ${megabytes.join(', ')} MB; ${growth.toFixed(2)} × in the last part`,
);
demand(growth <= targets.memoryGrowth, `memory: ${growth.toFixed(2)} ×`);

const load = loadavg().map((value) => value.toFixed(1));
console.log(`load average ${load.join(' ')}`);
for (const miss of misses) console.error(`Missed: ${miss}`);
await ground.stop();
process.exit(misses.length > 0 ? 1 : 0);
