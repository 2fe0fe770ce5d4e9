import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAirtableStandIn } from '../airtable-stand-in/server.ts';
import { startBlobs } from './blobs.ts';
import { migrate } from './migrations.ts';
import { freePort, startPostgres } from './postgres.ts';
import { startPreview } from './preview.ts';
import { seedStandIn } from './seed.ts';
import { localReceiptKeys } from './receipt-keys.ts';
import { buildSite } from './build-site.ts';

/** Where the system stands. */
export interface SystemOptions {
  /** Keeps the database, the stand-in's base and the builds. */
  folder: string;
  sitePort: number;
  standInPort: number;
  /** Calls a second that the stand-in takes; 5 if not given, as Airtable. */
  standInCallsASecond?: number;
  /** Further words of the command line of PostgreSQL. */
  postgresFlags?: readonly string[];
  /** Between two syncs. */
  syncEveryMs: number;
  say: (line: string) => void;
}

type Close = () => Promise<unknown>;

/** Takes the platform's place as the receiver of the build hook. */
async function startBuildHook(onCall: () => void) {
  const port = await freePort();
  const server = createServer((_, response) => {
    onCall();
    response.end();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${port}`, close: async () => void server.close() };
}

/** Runs `work` again and again, never twice at once, until it is told to stop. */
function repeat(everyMs: number, work: () => Promise<void>): Close {
  const stop = new AbortController();
  const loop = async () => {
    while (!stop.signal.aborted) {
      await work();
      await sleep(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return async () => {
    stop.abort();
    await running;
  };
}

/**
 * Starts the whole system on this machine: PostgreSQL, the stand-in for Airtable, the built site with its functions, the
 * sync. Rejects when a part does not start, after ending those that did. Resolves with what ends it.
 */
export async function startSystem(options: SystemOptions): Promise<Close> {
  const { folder, sitePort, standInPort, standInCallsASecond = 5, syncEveryMs, say } = options;
  const ends: Close[] = [];
  const endAll = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    await mkdir(folder, { recursive: true });
    const firstBuild = Promise.withResolvers<void>();
    const preview = await startPreview(sitePort, firstBuild.promise);
    ends.push(preview.close);
    ends.push(async () => firstBuild.reject(new Error('The site was never built.')));
    const standIn = await startAirtableStandIn({
      path: join(folder, 'airtable.sqlite'),
      port: standInPort,
      requestsPerSecond: standInCallsASecond,
    });
    ends.push(() => standIn.close());
    const postgres = await startPostgres(
      resolve(folder, 'postgres'),
      await freePort(),
      options.postgresFlags,
    );
    ends.push(postgres.stop);
    await migrate(postgres.url);
    await seedStandIn(standIn.url, standInCallsASecond);
    // The base counts calls by the second: those of the seeding must not count against the first sync.
    await sleep(1_100);
    let rebuildAsked = false;
    const hook = await startBuildHook(() => {
      rebuildAsked = true;
    });
    ends.push(hook.close);
    const blobs = await startBlobs(join(folder, 'blobs'));
    ends.push(blobs.stop);
    const { secret, signingKey } = await localReceiptKeys(folder);
    Object.assign(process.env, {
      RECEIPT_SECRET: secret,
      RECEIPT_SIGNING_KEY: signingKey,
      SITE_URL: `http://localhost:${sitePort}`,
      DATABASE_URL: postgres.url,
      AIRTABLE_ENDPOINT_URL: standIn.url,
      AIRTABLE_BASE_ID: 'appLocal0000000000',
      AIRTABLE_TOKEN: 'local',
      BUILD_HOOK_URL: hook.url,
      NETLIFY_BLOBS_CONTEXT: blobs.context,
    });
    const { default: sync } = await import('../../functions/sync.ts');
    await sync();
    say('Đang dựng trang…');
    await buildSite(join(folder, 'builds'));
    firstBuild.resolve();
    const rebuild = async () => {
      rebuildAsked = false;
      await buildSite(join(folder, 'builds'));
      await preview.reload();
      say('Đã dựng lại trang theo dữ liệu mới.');
    };
    ends.push(
      repeat(syncEveryMs, async () => {
        await sync();
        if (rebuildAsked) await rebuild().catch((error: unknown) => say(String(error)));
      }),
    );
    return endAll;
  } catch (error) {
    await endAll();
    throw error;
  }
}
