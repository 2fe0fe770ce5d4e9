import type { IncomingMessage, Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TellOperator } from '../back-office/health/server/alerts.ts';
import { databaseWatch } from '../back-office/health/server/watch-database.ts';
import type { Database } from '../platform/postgres.ts';
import { runBuilder, runJobs, runWatches } from './background.ts';
import type { BuildTools } from './builds/build-site.ts';
import { type BuildReport, isBuiltBy } from './builds/keep-built.ts';
import { answerWithoutGone } from './files/answer-without-gone.ts';
import { gonePages } from './files/gone-pages.ts';
import { servedSites } from './files/kept-sites.ts';
import { readGone } from './files/read-gone.ts';
import { functionServer } from './functions/app.ts';
import type { SiteFunctions } from './functions/load.ts';
import { drainer } from './http/drain.ts';
import { type Listen, listen } from './http/listen.ts';
import { siteServer } from './http/site-server.ts';
import { internalServer } from './internal-server.ts';
import type { ServerLog } from './log.ts';
import { serverMetrics } from './metrics.ts';
import { type Rest, repeat } from './repeat.ts';
import { restUntilAsked } from './run-request.ts';
import { type LackingMigrations, schemaCheck } from './schema.ts';

/** What a process does: answer visitors, run the sync, build the site. */
export type Role = 'site' | 'sync' | 'builder';

/** Where and how a process serves. */
export interface ServeOptions {
  roles: ReadonlySet<Role>;
  /** Origin of the site. */
  siteUrl: string;
  databaseUrl: string;
  db: Database;
  /** Looked at until there is none: before that, files are served, and no work of the background begins. None if not given. */
  lacking?: LackingMigrations;
  listen: Listen;
  /** For monitors; none if not given. */
  internal?: Listen | undefined;
  functions: SiteFunctions;
  clientOf: (incoming: IncomingMessage) => string;
  syncEveryMs: number;
  /** Between two runs of the sync, where something else than the clock and a request in the database may begin one. */
  restOfSync?: Rest | undefined;
  /** Between two looks for a new build, and for a reason to make one. */
  watchMs: number;
  /** Between two tries to become leader of the sync or of the builder. */
  electionMs: number;
  build: BuildTools;
  report: BuildReport;
  /** Tells the operator that the database is away; nobody is told if not given. */
  tell?: TellOperator;
  log: ServerLog;
}

/** Largest body of any request; each function has a lower limit of its own. */
const maxBodyBytes = 8 * 1024 * 1024;

/** Time for requests, a run of the sync and a build that are under way when the process ends. */
const drainMs = 15_000;
const databaseMs = 2_000;
/** Between two looks at the health of the service. */
const watchEveryMs = 5 * 60_000;
/** Between two looks for a database that is away. */
const databaseEveryMs = 30_000;
/** Between two looks for a database that was away, or older than the code, at the start. */
const schemaEveryMs = 2_000;
/** Between two looks for what was taken back. */
const goneEveryMs = 3_000;

/** A process that serves. */
export interface Serving {
  /** Undefined without the role `site`. */
  server: Server | undefined;
  /** Whether visitors may be sent here, as facts that must all be true. */
  readiness: () => Promise<Record<string, boolean>>;
  /** Ends: no new connections, requests and the run of the sync are finished within 15 seconds, the pool is closed. */
  stop: () => Promise<void>;
}

/** Serves the site. Rejects with the system's error when it cannot listen. */
export async function startServing(options: ServeOptions): Promise<Serving> {
  const { roles, db, log, build, report } = options;
  const metrics = serverMetrics();
  const sites = servedSites(build.builds);
  const gone = gonePages(() => readGone(db, sites.now()?.current, new Date()));
  const schema = schemaCheck(options.lacking ?? (async () => []));
  const stopping = new AbortController();
  const onFault = (error: unknown) => log.error(error instanceof Error ? error : new Error(String(error)));
  const hasDatabase = () =>
    Promise.race([
      db.query('select 1').then(schema.isComplete, () => false),
      sleep(databaseMs, false, { ref: false }),
    ]);
  const readiness = async () => ({
    accepting: !stopping.signal.aborted,
    site: !roles.has('site') || sites.now() !== undefined,
    database: await hasDatabase(),
    // The build before stays until that of this code stands, and goes with the code before.
    ...(roles.has('builder') && { built: await isBuiltBy(build) }),
  });
  const rework = answerWithoutGone(gone);
  const functions = functionServer(options.functions, { ...options, maxBodyBytes, onFault, rework });
  const server = siteServer({
    functions,
    sites: () => sites.now(),
    gone,
    isDraining: () => stopping.signal.aborted,
    onAnswered: ({ address, ...answered }) => {
      metrics.answered(answered);
      log.info({ ...answered, address }, 'answered');
    },
    onFault,
  });
  const drain = drainer(server);
  const internal = internalServer({ registry: metrics.registry, readiness });
  const background = { ...options, metrics, onFault };
  const loops: Promise<void>[] = [];
  await sites.refresh().catch(onFault);
  if (roles.has('site')) {
    await listen(server, options.listen);
    loops.push(sites.follow(options.watchMs, stopping.signal, onFault));
    loops.push(gone.follow(goneEveryMs, stopping.signal, onFault));
    const lookAtDatabase = databaseWatch(hasDatabase, options.tell ?? (async () => undefined));
    loops.push(repeat(databaseEveryMs, stopping.signal, () => lookAtDatabase(new Date()).catch(onFault)));
  }
  if (options.internal) await listen(internal, options.internal);
  const completed = schema.completed(schemaEveryMs, stopping.signal, onFault);
  const inBackground = (work: () => Promise<void>) =>
    loops.push(completed.then((isComplete) => (isComplete ? work() : undefined)));
  if (roles.has('sync'))
    inBackground(() =>
      runJobs(background, stopping.signal, {
        jobs: options.functions.jobs,
        everyMs: options.syncEveryMs,
        rest: options.restOfSync ?? restUntilAsked(db),
      }),
    );
  // Not where the sync alone runs: a process that hangs would watch itself.
  if (roles.has('site') || roles.has('builder'))
    inBackground(() =>
      runWatches(background, stopping.signal, {
        watches: options.functions.watches,
        everyMs: watchEveryMs,
      }),
    );
  if (roles.has('builder'))
    inBackground(() =>
      runBuilder(background, stopping.signal, { tools: build, report, everyMs: options.watchMs }),
    );
  return {
    server: roles.has('site') ? server : undefined,
    readiness,
    stop: async () => {
      stopping.abort();
      const ended = Promise.all(loops)
        .then(functions.settled)
        .then(() => true);
      const [isDrained, isDone] = await Promise.all([
        drain(drainMs),
        Promise.race([ended, sleep(drainMs, false, { ref: false })]),
      ]);
      if (!isDrained || !isDone) log.warn({ isDrained, isDone }, 'ended before everything was done');
      internal.close();
      internal.closeAllConnections();
      await db.end();
    },
  };
}
