import { setUpBase } from '../../src/back-office/airtable/set-up-base.ts';
import type { RateLimit } from '../../src/back-office/sync/airtable-rate-limit.ts';
import { syncState } from '../../src/back-office/sync/sync-state.ts';
import { usualMailPatience } from '../../src/filing/mail/outbox.ts';
import { smtpDelivery } from '../../src/filing/mail/smtp.ts';
import { receiptKeys } from '../../src/filing/receipts/server/receipt-key.ts';
import { type Database, openDatabase } from '../../src/platform/postgres.ts';
import { startMailServer } from '../../tests/fixtures/mail-server.ts';
import { memoryBlobs } from '../../tests/fixtures/memory-blobs.ts';
import { missedNotes } from '../../tests/fixtures/missed-notes.ts';
import { syncOnce } from '../../tests/fixtures/sync-once.ts';
import { startAirtableStandIn } from '../airtable-stand-in/server.ts';
import { migrate } from '../local-system/migrations.ts';
import { moveOn, shiftDatabase, shiftDate } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import { startSite } from './site.ts';
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
  let kills = 0;
  /** What went wrong: said at the end. */
  const faults: string[] = [];
  /** Story → the time before which nobody may read of it. */
  const embargoes = new Map<string, Date>();
  const ledger: Ledger = {
    reports: [],
    comments: [],
    plans: new Map(),
    honours: 0,
    erased: [],
    neighbours: [],
  };
  const site = await startSite(db, embargoes, faults);
  const mailServer = await startMailServer();
  const mail = {
    deliver: smtpDelivery({ url: mailServer.url, from: 'Sở Nội vụ thử <thi-dua@donvi.example>' }),
    keys: receiptKeys(db),
    signer: null,
    siteUrl: site.url,
    patience: usualMailPatience,
  };
  const blobs = memoryBlobs();
  const options = { rebuild: site.rebuild, pullEveryMs: minuteMs, siteUrl: site.url, mail, blobs };
  const sync = (pace?: RateLimit) => syncOnce(db, standIn, options, pace);

  return {
    databaseUrl,
    db,
    standIn,
    staff,
    blobs,
    mailServer,
    random,
    faults,
    embargoes,
    ledger,
    site,
    shownLists: site.shownLists,
    shown: site.shown,
    setUpBase: () => setUpBase(staff.client, memory),
    moveOn: (ms: number) => moveOn(db, ms),
    /** Moves on to eight in the morning, when the sync asks the base each minute. */
    moveToMorning: () => moveOn(db, toMorning()),
    /** Ends the other connections of the database, as a database that restarts and a sync that is killed do. */
    cutConnections: async () => {
      kills += 1;
      const others = `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
      await db.query(others).catch(() => undefined);
    },
    /** After an older backup was restored, as many letters may arrive a second time. */
    mayRepeat: (letters: number) => {
      kills += letters;
    },
    /** How many letters may have arrived twice: one for each time that connections were cut, and those that a restore forgot. */
    kills: () => kills,
    sync,
    /** Lets minutes pass: a sync each minute, at times two at once, and the builds that are asked for: some are killed, some never deployed. */
    minutes: async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await moveOn(db, minuteMs);
        await Promise.all(random.happens(0.2) ? [sync(), sync()] : [sync()]);
        if (await isHolding(db)) await staff.confirmLosses();
        faults.push(
          ...(await missedNotes(db, site.url)).map((row) => `nothing noted that a row changed: ${row}`),
        );
        const build = await site.beginAsked({ isKilled: random.happens(0.08) });
        if (!random.happens(0.08)) build?.deploy();
      }
    },
    end: async () => {
      site.close();
      await mailServer.close();
      await standIn.close();
      await db.end();
    },
  };
}

/** See `startWorld`. */
export type World = Awaited<ReturnType<typeof startWorld>>;
