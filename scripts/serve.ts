import { join } from 'node:path';
import { operatorOf } from '../src/back-office/health/server/operator.ts';
import { readEnv, SettingsError } from '../src/platform/env.ts';
import { closeDatabases, openDatabase } from '../src/platform/postgres.ts';
import { codeDigest, settingsOfPages } from '../src/server/builds/code-digest.ts';
import { runAstro } from '../src/server/builds/run-astro.ts';
import { loadFunctions } from '../src/server/functions/load.ts';
import { clientAddress } from '../src/server/http/client-address.ts';
import { activatedSocket } from '../src/server/http/listen.ts';
import { logConsole, openLog } from '../src/server/log.ts';
import { SchemaError } from '../src/server/schema.ts';
import { startServing } from '../src/server/serve.ts';
import { missingMigrations } from './local-system/migrations.ts';

// `npm run serve`: production on a machine of one's own. Settings: docs/deploy.md, section “A machine of your own”.

const defaultBuilds = '.local/serve/builds';
const watchMs = 1_000;
const electionMs = 5_000;
/** Brotli 10 and 11 take 8 and 17 times as long for files that are 5 and 7 % smaller. */
const effort = { brotli: 9, gzip: 9 };

// What functions read for themselves, where nothing else is set.
process.env.EVIDENCE_STORE ||= 'postgres';
process.env.SITE_BUILDS ||= defaultBuilds;
process.env.SITE_FOLDER = join(process.env.SITE_BUILDS, 'current', 'site');

const env = readEnv();
const { siteUrl, DATABASE_URL: databaseUrl, SITE_BUILDS: builds = defaultBuilds } = env;
if (!process.env.SITE_URL) throw new SettingsError('Set SITE_URL to the public address of the site.');
if (!databaseUrl) throw new SettingsError('Set DATABASE_URL to the PostgreSQL server of the site.');
const lacking = () => missingMigrations(databaseUrl);
// While the database is away, the server serves files and waits for it.
const missing = await lacking().catch(() => []);
if (missing.length > 0) throw new SchemaError(missing);

const log = openLog(env.LOG_LEVEL);
logConsole(log);
const db = openDatabase(databaseUrl);
const addressOf = clientAddress(env.TRUSTED_PROXIES);
if (env.TRUSTED_PROXIES.length === 0)
  log.warn('TRUSTED_PROXIES is empty: behind a proxy, every visitor would be taken for the proxy.');
const serving = await startServing({
  roles: new Set(env.SERVE_ROLES),
  siteUrl,
  databaseUrl,
  db,
  lacking,
  listen: activatedSocket(process.env, process.pid) ?? { port: env.PORT, host: env.HOST },
  internal:
    env.INTERNAL_PORT === undefined ? undefined : { port: env.INTERNAL_PORT, host: env.INTERNAL_HOST },
  functions: await loadFunctions(),
  clientOf: ({ socket, headersDistinct }) =>
    addressOf(socket.remoteAddress, headersDistinct['x-forwarded-for'] ?? []),
  syncEveryMs: env.SYNC_EVERY_SECONDS * 1_000,
  watchMs,
  electionMs,
  build: {
    db,
    builds,
    effort,
    runBuild: runAstro,
    code: await codeDigest(settingsOfPages(env)),
  },
  report: {
    onBuilt: ({ name, tookMs }) => log.info({ build: name, tookMs: Math.round(tookMs) }, 'built'),
    onFault: (error) => log.error(error),
  },
  tell: operatorOf(readEnv()),
  log,
});
log.info({ roles: env.SERVE_ROLES, address: serving.server?.address() }, 'serving');

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    log.info({ signal }, 'ending');
    void serving
      .stop()
      .then(closeDatabases)
      .then(() => process.exit(0));
  });
