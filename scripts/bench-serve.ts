import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { askedOf } from './bench/serve/asked.ts';
import { kitNginx } from './bench/serve/kit-nginx.ts';
import { type AskedAddress, loadAddress, type ServeRound } from './bench/serve/load.ts';
import { bareNginx, startNginx } from './bench/serve/nginx.ts';
import { startServer } from './bench/serve/start-server.ts';
import { loadSteadily } from './bench/serve/steady.ts';
import { readVitals } from './bench/serve/vitals.ts';
import { migrate } from './local-system/migrations.ts';
import { freePort, startPostgres } from './local-system/postgres.ts';
import { newReceiptKeys } from './local-system/receipt-keys.ts';

// `npm run bench:serve`: the production server with a real PostgreSQL, beside nginx where that is installed, in turn and on the
// same cores as the load: what the load generator and PostgreSQL take is missing to the server. Each request comes from another
// visitor. `memory [seconds] [a second]` asks for everything at a low rate instead, and follows the memory. Fails when a target is
// missed.
const [first = '8', ...rest] = process.argv.slice(2);
const ofMemory =
  first === 'memory' ? { seconds: Number(rest[0] ?? 600), aSecond: Number(rest[1] ?? 50) } : null;
const seconds = Number(ofMemory ? 8 : first);
const shape = { connections: 50, seconds };
const targets = {
  ofNginx: 0.4,
  kitOfNginx: 0.95,
  notChangedOfPage: 2,
  answersASecond: 300,
  answersP99Ms: 300,
  memoryGrowth: 1.1,
};

await using started = new AsyncDisposableStack();
const folder = await temporaryFolder();
started.defer(folder.remove);
const postgres = await startPostgres(join(folder.path, 'postgres'), await freePort());
started.defer(postgres.stop);
await migrate(postgres.url);
const { secret, signingKey } = newReceiptKeys();
const builds = join(folder.path, 'builds');
const server = await startServer(await freePort(), {
  SITE_URL: 'http://localhost:8888',
  DATABASE_URL: postgres.url,
  RECEIPT_SECRET: secret,
  RECEIPT_SIGNING_KEY: signingKey,
  SITE_BUILDS: builds,
  SERVE_ROLES: 'site,builder',
  TRUSTED_PROXIES: '127.0.0.1',
  LOG_LEVEL: 'error',
});
started.defer(server.stop);
const site = resolve(builds, 'current', 'site');
const [port, kitPort] = [await freePort(), await freePort()];
const nginx = await startNginx(folder.path, bareNginx({ folder: folder.path, site, port }), port);
started.defer(() => void nginx?.stop());
const behind = { folder: folder.path, site, server: new URL(server.origin).host, port: kitPort };
const kit = await startNginx(folder.path, await kitNginx(behind), kitPort);
started.defer(() => void kit?.stop());

const asked = await askedOf(server.origin);
const misses: string[] = [];
const demand = (isMet: boolean, what: string) => {
  if (!isMet) misses.push(what);
};

/** One round of load, told with what it took the server of the processor. */
async function round(name: string, origin: string, one: AskedAddress): Promise<ServeRound> {
  const before = await readVitals(server.monitor);
  const came = await loadAddress(origin, one, shape);
  const { cpuSeconds } = await readVitals(server.monitor);
  const cpuMs = (1_000 * (cpuSeconds - before.cpuSeconds)) / (came.aSecond * seconds);
  const ofServer = origin === server.origin ? `, ${cpuMs.toFixed(2)} ms of the server's CPU each` : '';
  console.log(
    `${name}: ${Math.round(came.aSecond)}/s, p50 ${came.p50Ms} ms, p99 ${came.p99Ms} ms, ${came.failed} failed${ofServer}`,
  );
  demand(came.failed === 0, `${name}: ${came.failed} failed`);
  return came;
}

async function compareRates(): Promise<void> {
  for (const one of Object.values(asked)) await loadAddress(server.origin, one, { ...shape, seconds: 2 });
  const rounds = new Map<string, ServeRound>();
  for (const [name, one] of Object.entries(asked)) rounds.set(name, await round(name, server.origin, one));
  const [ours, cheap] = [rounds.get('page')?.aSecond ?? 0, rounds.get('not changed')?.aSecond ?? 0];
  console.log(`not changed: ${(cheap / ours).toFixed(2)} × the rate of the page`);
  demand(
    cheap >= targets.notChangedOfPage * ours,
    `not changed: below ${targets.notChangedOfPage} × the page`,
  );
  for (const name of ['receipt', 'form with mistakes']) {
    const { aSecond = 0, p99Ms = Infinity } = rounds.get(name) ?? {};
    demand(aSecond >= targets.answersASecond, `${name}: below ${targets.answersASecond}/s`);
    demand(p99Ms < targets.answersP99Ms, `${name}: p99 above ${targets.answersP99Ms} ms`);
  }
  if (!nginx || !kit)
    return demand(false, 'the comparison with nginx, which is not installed (Debian: nginx-light)');
  const theirs = await round('nginx, the same page', nginx.origin, asked.page);
  const kits = await round('nginx of the kit, the same page', kit.origin, asked.page);
  console.log(`nginx of the kit: ${(kits.aSecond / theirs.aSecond).toFixed(2)} × nginx`);
  demand(kits.aSecond >= targets.kitOfNginx * theirs.aSecond, `kit: below ${targets.kitOfNginx} × nginx`);
  console.log(`page: ${(ours / theirs.aSecond).toFixed(2)} × nginx`);
  demand(ours >= targets.ofNginx * theirs.aSecond, `page: below ${targets.ofNginx} × nginx`);
}

async function followMemory(load: { seconds: number; aSecond: number }): Promise<void> {
  const { growth, megabytes, answers, failed } = await loadSteadily(server, Object.values(asked), load);
  console.log(
    `memory over ${load.seconds} s at ${load.aSecond} requests a second: ${megabytes.join(', ')} MB; ${growth.toFixed(2)} × in the last part; ${answers} answers, ${failed} failed`,
  );
  demand(growth <= targets.memoryGrowth, `memory: ${growth.toFixed(2)} ×`);
  demand(failed === 0, `memory: ${failed} failed`);
}

await (ofMemory ? followMemory(ofMemory) : compareRates());
console.log(
  `load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
for (const miss of misses) console.error(`Missed: ${miss}`);
await started.disposeAsync();
process.exit(misses.length > 0 ? 1 : 0);
