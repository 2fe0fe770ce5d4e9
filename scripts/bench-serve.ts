import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { goodNomination } from '../tests/fixtures/nominations.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { type AskedAddress, loadAddress, type ServeRound } from './bench/serve/load.ts';
import { kitNginx } from './bench/serve/kit-nginx.ts';
import { bareNginx, startNginx } from './bench/serve/nginx.ts';
import { startServer } from './bench/serve/start-server.ts';
import { migrate } from './local-system/migrations.ts';
import { freePort, startPostgres } from './local-system/postgres.ts';
import { newReceiptKeys } from './local-system/receipt-keys.ts';

// `npm run bench:serve`: the production server with a real PostgreSQL, beside nginx where that is installed, in turn and on the
// same cores as the load. Each request comes from another visitor. Fails when a target is missed.
const seconds = Number(process.argv[2] ?? 8);
const shape = { connections: 50, seconds };
const targets = {
  ofNginx: 0.4,
  kitOfNginx: 0.95,
  notChangedOfPage: 2,
  answersASecond: 300,
  answersP99Ms: 300,
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

const filed = await fetch(`${server.origin}/api/forms/de-cu-tap-the`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(goodNomination({ tookMs: 60_000 })),
});
const { receiptUrl } = z.object({ receiptUrl: z.url() }).parse(await filed.json());
const receipt = new URL(receiptUrl);
const page: AskedAddress = { path: '/ke-hoach/ii-3/', status: 200, headers: { 'accept-encoding': 'gzip' } };
const tag = (await fetch(`${server.origin}${page.path}`, { headers: page.headers ?? {} })).headers.get(
  'etag',
);
const asked = {
  page,
  'not changed': { ...page, status: 304, headers: { ...page.headers, 'if-none-match': tag ?? '' } },
  'status API': { path: '/api/submissions/DN26-0000-0000-00', status: 404 },
  receipt: { path: receipt.pathname + receipt.search, status: 200 },
  'form with mistakes': {
    path: '/api/forms/de-cu-tap-the',
    status: 422,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      name: 'Tập thể thử',
      achievements: 'Thành tích thử. '.repeat(40),
    }).toString(),
  },
} as const satisfies Record<string, AskedAddress>;

const tell = (name: string, { aSecond, p50Ms, p99Ms, failed }: ServeRound) =>
  console.log(`${name}: ${Math.round(aSecond)}/s, p50 ${p50Ms} ms, p99 ${p99Ms} ms, ${failed} failed`);

const misses: string[] = [];
const demand = (isMet: boolean, what: string) => {
  if (!isMet) misses.push(what);
};

for (const one of Object.values(asked)) await loadAddress(server.origin, one, { ...shape, seconds: 2 });
const rounds = new Map<string, ServeRound>();
for (const [name, one] of Object.entries(asked)) {
  const round = await loadAddress(server.origin, one, shape);
  rounds.set(name, round);
  tell(name, round);
  demand(round.failed === 0, `${name}: ${round.failed} failed`);
}
const [ours, cheap] = [rounds.get('page')?.aSecond ?? 0, rounds.get('not changed')?.aSecond ?? 0];
console.log(`not changed: ${(cheap / ours).toFixed(2)} × the rate of the page`);
demand(cheap >= targets.notChangedOfPage * ours, `not changed: below ${targets.notChangedOfPage} × the page`);
for (const name of ['receipt', 'form with mistakes']) {
  const { aSecond = 0, p99Ms = Infinity } = rounds.get(name) ?? {};
  demand(aSecond >= targets.answersASecond, `${name}: below ${targets.answersASecond}/s`);
  demand(p99Ms < targets.answersP99Ms, `${name}: p99 above ${targets.answersP99Ms} ms`);
}
if (nginx && kit) {
  const theirs = await loadAddress(nginx.origin, page, shape);
  tell('nginx, the same page', theirs);
  const kits = await loadAddress(kit.origin, page, shape);
  tell('nginx of the kit, the same page', kits);
  console.log(`nginx of the kit: ${(kits.aSecond / theirs.aSecond).toFixed(2)} × nginx`);
  demand(kits.aSecond >= targets.kitOfNginx * theirs.aSecond, `kit: below ${targets.kitOfNginx} × nginx`);
  console.log(`page: ${(ours / theirs.aSecond).toFixed(2)} × nginx`);
  demand(ours >= targets.ofNginx * theirs.aSecond, `page: below ${targets.ofNginx} × nginx`);
} else console.log('nginx is not installed: no comparison.');
console.log(
  `load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
for (const miss of misses) console.error(`Missed: ${miss}`);
await started.disposeAsync();
process.exit(misses.length > 0 ? 1 : 0);
