import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAirtableStandIn } from '../airtable-stand-in/server.ts';
import { startBuildHook } from './build-hook.ts';
import { migrate } from './migrations.ts';
import { freePort, startPostgres } from './postgres.ts';
import { localReceiptKeys } from './receipt-keys.ts';
import { seedStandIn } from './seed.ts';

interface ServicesOptions {
  /** Keeps the database, the stand-in's base and the files. */
  folder: string;
  sitePort: number;
  standInPort: number;
  /** Calls a second that the stand-in takes; 5 if not given, as Airtable. */
  standInCallsASecond?: number | undefined;
  /** Further words of the command line of PostgreSQL. */
  postgresFlags?: readonly string[] | undefined;
  /** Something was written into the base. */
  onBaseChanged?: (() => void) | undefined;
  /** The sync asks for a new build of the site. */
  onRebuildAsked: () => void;
}

/**
 * Starts what the site needs around it: the stand-in for Airtable with its samples, a migrated PostgreSQL, blobs, a build
 * hook. Then sets the environment of this process, so that the site, its functions and the sync find them. Rejects when
 * one does not start, after ending those that did.
 */
export async function startServices(options: ServicesOptions): Promise<AsyncDisposableStack> {
  const { folder, sitePort, standInPort, standInCallsASecond = 5, onBaseChanged, onRebuildAsked } = options;
  await using started = new AsyncDisposableStack();
  await mkdir(folder, { recursive: true });
  const standIn = await startAirtableStandIn({
    path: join(folder, 'airtable.sqlite'),
    port: standInPort,
    requestsPerSecond: standInCallsASecond,
    ...(onBaseChanged && { onChange: onBaseChanged }),
  });
  started.defer(() => standIn.close());
  const postgres = await startPostgres(resolve(folder, 'postgres'), await freePort(), options.postgresFlags);
  started.defer(postgres.stop);
  await migrate(postgres.url);
  await seedStandIn(standIn.url, standInCallsASecond);
  // The base counts calls by the second: those of the seeding must not count against the first sync.
  await sleep(1_100);
  const hook = await startBuildHook(onRebuildAsked);
  started.defer(hook.close);
  const { secret, signingKey } = await localReceiptKeys(folder);
  Object.assign(process.env, {
    RECEIPT_SECRET: secret,
    RECEIPT_SIGNING_KEY: signingKey,
    LOCAL_SYSTEM: 'true',
    SITE_URL: `http://localhost:${sitePort}`,
    DATABASE_URL: postgres.url,
    AIRTABLE_ENDPOINT_URL: standIn.url,
    AIRTABLE_BASE_ID: 'appLocal0000000000',
    AIRTABLE_TOKEN: 'local',
    BUILD_HOOK_URL: hook.url,
    EVIDENCE_STORE: 'postgres',
  });
  return started.move();
}
