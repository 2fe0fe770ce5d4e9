import { join } from 'node:path';
import { closeDatabases, openDatabase } from '../../src/platform/postgres.ts';
import { buildSite } from '../../src/server/builds/build-site.ts';
import { codeDigest } from '../../src/server/builds/code-digest.ts';
import { runAstro } from '../../src/server/builds/run-astro.ts';
import { loadFunctions } from '../../src/server/functions/load.ts';
import type { ServerLog } from '../../src/server/log.ts';
import { startServing } from '../../src/server/serve.ts';
import { alarm } from './alarm.ts';
import { refuseTakenPort } from './ports.ts';
import { startServices } from './services.ts';
import { visitorOf } from './visitors.ts';

/** Addresses and folders of the system. */
export interface SystemOptions {
  /** Keeps the database and the stand-in's base. */
  folder: string;
  /** Keeps the builds of the site. */
  builds: string;
  sitePort: number;
  standInPort: number;
  /** Calls a second that the stand-in takes; 5 if not given, as Airtable. */
  standInCallsASecond?: number;
  /** Further words of the command line of PostgreSQL. */
  postgresFlags?: readonly string[];
  /** Between two syncs; sooner after a change in the base. */
  syncEveryMs: number;
  say: (line: string) => void;
}

/** On a person's own machine, nothing but faults is worth a line. */
const faultsAlone: ServerLog = {
  info: () => undefined,
  warn: () => undefined,
  error: (...said: unknown[]) => console.error(...said),
};

/** After a change in the base. The sync reads the base every second and a half at most. */
const [quickMs, quickForMs] = [500, 2_500];
/** Between two looks for a reason to build, and for a new build. */
const watchMs = 500;

/** Compresses quickly, because the developer at this machine waits for it. */
const quickEffort = { brotli: 5, gzip: 6 };

/**
 * Starts the whole system on this machine: PostgreSQL, the stand-in for Airtable, and the production server with its sync and its
 * builder. Rejects when a part does not start, after ending those that did. Resolves with what ends it.
 */
export async function startSystem(options: SystemOptions): Promise<() => Promise<void>> {
  const { builds, sitePort, syncEveryMs, say } = options;
  const { ring, rest } = alarm(quickMs, quickForMs);
  await refuseTakenPort(sitePort);
  await using started = new AsyncDisposableStack();
  started.use(await startServices({ ...options, onBaseChanged: ring, onRebuildAsked: () => undefined }));
  const siteUrl = `http://localhost:${sitePort}`;
  const databaseUrl = String(process.env.DATABASE_URL);
  Object.assign(process.env, { SITE_BUILDS: builds, SITE_FOLDER: join(builds, 'current', 'site') });
  const functions = await loadFunctions();
  // The samples are read first, so that the first build shows them.
  const never = new AbortController().signal;
  for (const job of functions.jobs) await job(never);
  const db = openDatabase(databaseUrl);
  const build = { db, builds, effort: quickEffort, runBuild: runAstro, code: await codeDigest([siteUrl]) };
  say('Đang dựng trang…');
  await buildSite(build, never);
  const serving = await startServing({
    roles: new Set(['site', 'sync', 'builder']),
    siteUrl,
    databaseUrl,
    db,
    listen: { port: sitePort, host: '127.0.0.1' },
    functions,
    clientOf: ({ headers }) => visitorOf(headers),
    syncEveryMs,
    restOfSync: rest,
    watchMs,
    electionMs: 1_000,
    build,
    report: {
      onBuilt: () => say('Đã dựng lại trang theo dữ liệu mới.'),
      onFault: (error) => say(String(error)),
    },
    log: faultsAlone,
  });
  started.defer(closeDatabases);
  started.defer(serving.stop);
  const all = started.move();
  return () => all.disposeAsync();
}
