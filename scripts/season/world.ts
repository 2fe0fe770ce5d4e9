import { setUpBase } from '../../src/back-office/airtable/set-up-base.ts';
import type { RateLimit } from '../../src/back-office/sync/airtable-rate-limit.ts';
import { siteDigest } from '../../src/back-office/sync/rebuild.ts';
import type { ServedBuild } from '../../src/back-office/sync/served-build.ts';
import { syncState } from '../../src/back-office/sync/sync-state.ts';
import { usualMailPatience } from '../../src/filing/mail/outbox.ts';
import { smtpDelivery } from '../../src/filing/mail/smtp.ts';
import { receiptKeys } from '../../src/filing/receipts/server/receipt-key.ts';
import { recordPublication } from '../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import { readOwnerFiles } from '../../src/filing/settings/server/owner-files.ts';
import { readSettings } from '../../src/filing/settings/server/store.ts';
import { type Database, openDatabase } from '../../src/platform/postgres.ts';
import { servedCases } from '../../src/progress/comments/server/served-cases.ts';
import { begunCases } from '../../src/vocabulary/comment-cases.ts';
import { followRows } from '../../src/vocabulary/owner-settings.ts';
import { startMailServer } from '../../tests/fixtures/mail-server.ts';
import { memoryBlobs } from '../../tests/fixtures/memory-blobs.ts';
import { missedNotes } from '../../tests/fixtures/missed-notes.ts';
import { syncOnce } from '../../tests/fixtures/sync-once.ts';
import { startAirtableStandIn } from '../airtable-stand-in/server.ts';
import { migrate } from '../local-system/migrations.ts';
import { moveOn, shiftDatabase, shiftDate } from './clock.ts';
import type { Ledger } from './ledger.ts';
import { startListsServer } from './lists-server.ts';
import type { Random } from './random.ts';
import { staffOf } from './staff.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A world begins at eight in the morning of Việt Nam, whatever time it is: at night the sync asks the base less often. */
const beginsAtMs = 60 * minuteMs;
const toMorning = () => (dayMs + beginsAtMs - (Date.now() % dayMs)) % dayMs;

/** Whether the site holds back what staff must confirm. */
async function isHolding(db: Database): Promise<boolean> {
  const { rows } = await db.query<{ held: boolean }>(
    'select exists (select from row_losses where held) or exists (select from story_losses where held) as held',
  );
  return rows[0]?.held === true;
}

/**
 * A base, a database and a site on one clock that tests can advance. The site is the published data, without pages, and what it says
 * over HTTP of the lists up for comment.
 */
export async function startWorld(databaseUrl: string, random: Random) {
  shiftDate();
  const admin = openDatabase(databaseUrl);
  await shiftDatabase(admin);
  await admin.end();
  await migrate(databaseUrl);
  const db = openDatabase(databaseUrl);
  await moveOn(db, toMorning());
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
  let kills = 0;
  /** What went wrong: said at the end. */
  const faults: string[] = [];
  /** Story → the time before which nobody may read of it. */
  const embargoes = new Map<string, Date>();
  const ledger: Ledger = { reports: [], comments: [], plans: new Map(), honours: 0 };

  const siteServer = await startListsServer();
  const siteUrl = siteServer.url;
  const build = async ({ isKilled = false } = {}) => {
    const builtAt = new Date();
    followRows(await readSettings(db));
    const digest = await siteDigest(db, { samples: false }, builtAt);
    const published = await readPublished(db, { samples: false });
    const lists = servedCases(begunCases(builtAt), await readOwnerFiles(db));
    if (isKilled) return;
    siteServer.show(lists);
    await recordPublication(db, published, builtAt);
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
  const mailServer = await startMailServer();
  const mail = {
    deliver: smtpDelivery({ url: mailServer.url, from: 'Sở Nội vụ thử <thi-dua@donvi.example>' }),
    keys: receiptKeys(db),
    signer: null,
    siteUrl,
    patience: usualMailPatience,
  };
  const blobs = memoryBlobs();
  const options = { rebuild, pullEveryMs: minuteMs, siteUrl, mail, blobs };
  const sync = (pace?: RateLimit) => syncOnce(db, standIn, options, pace);

  return {
    db,
    standIn,
    staff,
    blobs,
    mailServer,
    random,
    faults,
    embargoes,
    ledger,
    shownLists: siteServer.shown,
    shown: (): ReadonlySet<string> => site,
    setUpBase: () => setUpBase(staff.client, memory),
    moveOn: (ms: number) => moveOn(db, ms),
    /** Ends the other connections of the database, as a database that restarts and a sync that is killed do. */
    cutConnections: async () => {
      kills += 1;
      const others = `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
      await db.query(others).catch(() => undefined);
    },
    /** How many times connections were cut. */
    kills: () => kills,
    sync,
    /** Lets minutes pass: a sync each minute, at times two at once, and the builds that are asked for, some of them killed. */
    minutes: async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await moveOn(db, minuteMs);
        await Promise.all(random.happens(0.2) ? [sync(), sync()] : [sync()]);
        if (await isHolding(db)) await staff.confirmLosses();
        faults.push(
          ...(await missedNotes(db, siteUrl)).map((row) => `nothing noted that a row changed: ${row}`),
        );
        if (!isBuildAsked) continue;
        isBuildAsked = false;
        await build({ isKilled: random.happens(0.15) });
      }
    },
    end: async () => {
      siteServer.close();
      await mailServer.close();
      await standIn.close();
      await db.end();
    },
  };
}

/** See `startWorld`. */
export type World = Awaited<ReturnType<typeof startWorld>>;
