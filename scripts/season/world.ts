import { setUpBase } from '../../src/back-office/airtable/set-up-base.ts';
import type { RateLimit } from '../../src/back-office/sync/airtable-rate-limit.ts';
import { siteDigest } from '../../src/back-office/sync/rebuild.ts';
import type { ServedBuild } from '../../src/back-office/sync/served-build.ts';
import { syncState } from '../../src/back-office/sync/sync-state.ts';
import { recordPublication } from '../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import { openDatabase } from '../../src/platform/postgres.ts';
import { syncOnce } from '../../tests/fixtures/sync-once.ts';
import { startAirtableStandIn } from '../airtable-stand-in/server.ts';
import { migrate } from '../local-system/migrations.ts';
import { moveOn, shiftDatabase, shiftDate } from './clock.ts';
import type { Random } from './random.ts';
import { staffOf } from './staff.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Until 9:00 in Việt Nam: a season begins when staff do, at whatever hour it is played. */
const untilMorningMs = () => {
  const hourOfDayMs = (Date.now() + 7 * hourMs) % (24 * hourMs);
  return (33 * hourMs - hourOfDayMs) % (24 * hourMs);
};

/** A base, a database and a site on one clock that tests can advance. The site is the published data, without pages. */
export async function startWorld(databaseUrl: string, random: Random) {
  shiftDate();
  const admin = openDatabase(databaseUrl);
  await shiftDatabase(admin);
  await admin.end();
  await migrate(databaseUrl);
  const db = openDatabase(databaseUrl);
  await moveOn(db, untilMorningMs());
  const standIn = await startAirtableStandIn({
    path: ':memory:',
    requestsPerSecond: null,
    now: () => Date.now(),
  });
  const staff = staffOf(standIn);
  const memory = { baseId: standIn.baseId, memory: syncState(db) };
  await setUpBase(staff.client, memory);
  /** Ids of stories that the site shows. */
  let site = new Set<string>();
  let served: ServedBuild | null = null;
  let isBuildAsked = false;
  /** What went wrong: said at the end. */
  const faults: string[] = [];
  /** Story → the time before which nobody may read of it. */
  const embargoes = new Map<string, Date>();

  const build = async ({ isKilled = false } = {}) => {
    const builtAt = new Date();
    const digest = await siteDigest(db, { samples: false }, builtAt);
    const published = await readPublished(db, { samples: false });
    if (isKilled) return;
    await recordPublication(db, published);
    site = new Set(published.map(({ id }) => id));
    served = { digest, builtAt };
    for (const id of site)
      if ((embargoes.get(id)?.getTime() ?? 0) > builtAt.getTime())
        faults.push(`${id} was shown before ${embargoes.get(id)?.toISOString()}`);
  };
  const rebuild = {
    ask: async () => {
      isBuildAsked = true;
    },
    readServed: async () => served,
  };
  const options = { rebuild, pullEveryMs: minuteMs, siteUrl: 'https://thidua.example' };
  const sync = (pace?: RateLimit) => syncOnce(db, standIn, options, pace);

  return {
    db,
    standIn,
    staff,
    random,
    faults,
    embargoes,
    shown: (): ReadonlySet<string> => site,
    setUpBase: () => setUpBase(staff.client, memory),
    moveOn: (ms: number) => moveOn(db, ms),
    sync,
    /** Lets minutes pass: a sync each minute, at times two at once, and the builds that are asked for, some of them killed. */
    minutes: async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await moveOn(db, minuteMs);
        await Promise.all(random.happens(0.2) ? [sync(), sync()] : [sync()]);
        if (!isBuildAsked) continue;
        isBuildAsked = false;
        await build({ isKilled: random.happens(0.15) });
      }
    },
    end: async () => {
      await standIn.close();
      await db.end();
    },
  };
}

/** See `startWorld`. */
export type World = Awaited<ReturnType<typeof startWorld>>;
