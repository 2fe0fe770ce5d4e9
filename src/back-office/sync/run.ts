import { forgetUnseen } from '../../gallery/adoptions/server/store.ts';
import type { AdoptionRow } from '../../gallery/adoptions/record.ts';
import { adoptionTable, importAdoptions } from '../../gallery/adoptions/server/import-rows.ts';
import { forgetPasses } from '../../filing/abuse/pass.ts';
import type { MailTools } from '../../filing/mail/send-copies.ts';
import type { BlobStore } from '../../filing/evidence/server/blob-store.ts';
import { sendFiles, type SendFile } from '../../filing/evidence/server/send-files.ts';
import { deleteUnwanted } from '../../filing/evidence/server/delete-unfiled.ts';
import { eraseExpired } from '../../filing/privacy/erase.ts';
import { MonthUsedUpError, OutOfTimeError } from '../airtable/errors.ts';
import { removeErased, type RemoveRows } from './remove-erased.ts';
import { noteGone } from '../../filing/delivery/row-problems.ts';
import { takePhotos } from '../../gallery/photos/take-photos.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { retention } from '../../filing/privacy/retention.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import { withdrawUnseen } from '../../gallery/stories/server/story-writes.ts';
import { fillNameKeys } from '../../gallery/stories/server/name-keys.ts';
import type { StoryRow } from '../../gallery/stories/record.ts';
import { importStories, storyTable } from '../../gallery/stories/server/import-rows.ts';
import { applyDecisions } from '../../filing/delivery/decisions.ts';
import { deliverDue, type DeliveryReport, type Send } from '../../filing/delivery/deliver.ts';
import { forgetFilings } from '../../filing/abuse/server/filing-limit.ts';
import { usualPatience } from '../../filing/delivery/queue.ts';
import type { Patience } from '../../platform/leased-queue.ts';
import { syncState } from './sync-state.ts';
import { type AskForPage, isListed, pull } from './pull.ts';
import { askForRebuild, siteDigest } from './rebuild.ts';
import { callsThisMonth, stoppedCalls } from './airtable-rate-limit.ts';
import { sendMail } from './send-mail.ts';
import { newsOf } from './news.ts';
import { settleMatters, type TellMatters } from './matters.ts';
import { tellStaff, type TellRows } from './tell-staff.ts';
import { redeliverWritable } from './redeliver-writable.ts';

/** The back office as the sync uses it. Every call may throw. */
interface BackOffice {
  send: Send;
  /** Attaches files to delivered rows. */
  files: SendFile;
  /** Looks for rows and deletes them. */
  remove: RemoveRows;
  /** One entry for each table that only holds decisions; the first table is pulled most often. */
  decisions: readonly { name: string; ask: AskForPage<StaffDecision> }[];
  stories: AskForPage<StoryRow>;
  adoptions: AskForPage<AdoptionRow>;
  /** The codes that records of a table hold now; a record that is gone has no entry. */
  codesOf: (table: string, recordIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  tell: TellRows;
  tellMatters: TellMatters;
  /** What is wrong with the tables, columns and choices of the base, in words for staff. */
  problems: () => Promise<string[]>;
  /** Of these columns of a form's table, those that can be written again. */
  writable: (form: string, columns: readonly string[]) => Promise<string[]>;
}

/** What a sync run needs. */
export interface SyncTools {
  db: Database;
  backOffice: BackOffice;
  /** The store for the bytes of evidence files. */
  blobs: BlobStore;
  /** Whether to import sample stories: only on a developer's machine. */
  samples: boolean;
  askForBuild: () => Promise<void>;
  /** Least time between two pulls of a table, because each pull uses up a call of the monthly allowance. */
  pullEveryMs: number;
  patience?: Patience;
  /** Calls a month that the Airtable plan allows. */
  monthlyCalls: number;
  /** Null where no mail server is set; then no letter is sent. */
  mail?: MailTools | null;
  /** Origin of the site, for the addresses that staff read in the rows. */
  siteUrl?: string;
}

/** What a run did, for its log line. */
export interface SyncReport extends DeliveryReport {
  rebuild: boolean;
  /** Number of letters sent: copies of receipts, and letters about new states. */
  mailed: number;
  problems: string[];
  /** Those of `problems` that no run told within the last hour. */
  news: string[];
}

/** Tables other than nominations get few rows, so the sync pulls them this many times less often. */
const seldomTimes = 5;

/** From this share of the monthly calls on, every run reports a problem. */
const warnAt = 0.8;

async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>('select now()');
  return rows[0]?.now ?? new Date();
}

/** Does `work` unless another run is doing the same right now. */
async function alone(db: Database, work: () => Promise<void>): Promise<void> {
  await inTransaction(db, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(114) as mine');
    if (rows[0]?.mine) await work();
  });
}

/**
 * One sync run: imports what staff changed, requests a rebuild when the public content changed, and delivers what is due.
 * A failed step is reported and does not stop the other steps. Runs may overlap.
 */
export async function runSync(tools: SyncTools): Promise<SyncReport> {
  const { db, backOffice, blobs, samples, askForBuild, pullEveryMs: everyMs, monthlyCalls, mail } = tools;
  const { patience = usualPatience, siteUrl = '' } = tools;
  const memory = syncState(db);
  const report: SyncReport = {
    delivered: 0,
    setAside: 0,
    failure: null,
    broken: [],
    rebuild: false,
    mailed: 0,
    problems: [],
    news: [],
  };
  const step = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      // The next run goes on; why no call is allowed is said once, at the end.
      if (error instanceof OutOfTimeError || error instanceof MonthUsedUpError) return;
      report.problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const began = new Date();
  // Times are compared with those that the database wrote, so they are those of its clock.
  let now = began;
  await step('clock', async () => {
    now = await databaseNow(db);
  });
  // Mail runs beside the other steps, so a slow mail server takes no time from Airtable.
  const mailing = step('mail', () => sendMail(db, mail ?? null, report));
  // What people wait for comes first: withdrawals and publications, then new filings.
  await step('stories', () => {
    const codesOf = (recordIds: readonly string[]) => backOffice.codesOf(storyTable, recordIds);
    const takeIn = (rows: StoryRow[]) => importStories(db, rows, { allowSamples: samples, codesOf });
    const afterFull = async (since: Date) => {
      await withdrawUnseen(db, since);
      await noteGone(db, storyTable, since);
    };
    return pull(memory, { name: 'stories', everyMs, ask: backOffice.stories, takeIn, afterFull }, now);
  });
  await step('base', async () => {
    const problems = await backOffice.problems();
    await settleMatters(db, memory, { problems, now, tell: backOffice.tellMatters });
    report.problems.push(...problems);
  });
  await step('rebuild', () =>
    alone(db, async () => {
      // A store that was never filled would ask for a site without stories.
      if (!(await isListed(memory, 'stories'))) return;
      const digest = await siteDigest(db, { samples }, now);
      report.rebuild = await askForRebuild(memory, digest, now, askForBuild);
    }),
  );
  await step('names of stories', () => fillNameKeys(db));
  await step('delivery', async () => {
    await redeliverWritable(db, backOffice.writable);
    Object.assign(report, await deliverDue(db, backOffice.send, patience));
    report.problems.push(...report.broken.map((reason) => `delivery of ${reason}`));
  });
  for (const [index, { name, ask }] of backOffice.decisions.entries()) {
    await step(`decisions of ${name}`, () => {
      const takeIn = async (decisions: StaffDecision[]) => {
        report.problems.push(...(await applyDecisions(db, name, decisions, Boolean(mail))));
      };
      const seldom = index === 0 ? everyMs : everyMs * seldomTimes;
      const afterFull = (since: Date) => noteGone(db, name, since);
      return pull(memory, { name: `decisions ${name}`, everyMs: seldom, ask, takeIn, afterFull }, now);
    });
  }
  await step('adoptions', () => {
    const takeIn = async (rows: AdoptionRow[]) => {
      report.problems.push(...(await importAdoptions(db, rows, samples)));
    };
    const afterFull = async (since: Date) => {
      await forgetUnseen(db, since);
      await noteGone(db, adoptionTable, since);
    };
    return pull(memory, { name: 'adoptions', everyMs, ask: backOffice.adoptions, takeIn, afterFull }, now);
  });
  await step('evidence files', async () => {
    const { setAside, failure } = await sendFiles({ db, blobs, send: backOffice.files, patience });
    if (setAside > 0) report.problems.push(`${setAside} files were set aside; see evidence_files.last_error`);
    if (failure !== null) report.problems.push(`evidence files: ${failure}`);
  });
  await step('erasure', async () => {
    await eraseExpired(db, retention);
    await removeErased(db, backOffice.remove);
  });
  await step('answers in rows', () => tellStaff(db, siteUrl, backOffice.tell));
  await step('unwanted files', async () => void (await deleteUnwanted(db, blobs)));
  await step('photos', () => takePhotos(db, began));
  await step('limits', async () => {
    await forgetFilings(db);
    await forgetPasses(db);
  });
  await step('allowance', async () => {
    const calls = await callsThisMonth(db);
    if (calls > warnAt * monthlyCalls)
      report.problems.push(`${calls} of ${monthlyCalls} Airtable calls used this month`);
    const stopped = await stoppedCalls(db);
    if (stopped)
      report.problems.push(
        `No calls to Airtable until ${stopped.until.toISOString()}: ${stopped.why === 'month' ? 'the calls of the month are used up' : 'the token is refused'}`,
      );
  });
  await mailing;
  await step('news', async () => {
    report.news = await newsOf(memory, report.problems, now);
  });
  return report;
}

/** Logs a run that did something or met a problem that was not logged within the hour. The lines name submissions only by their codes. */
export function logReport(report: SyncReport): void {
  const { delivered, setAside, failure, rebuild, mailed, news } = report;
  if (delivered > 0 || rebuild)
    console.log(`Sync: ${delivered} delivered${rebuild ? ', rebuild asked for' : ''}.`);
  if (mailed > 0) console.log(`Sync: ${mailed} letters sent.`);
  if (setAside > 0)
    console.error(`Sync: ${setAside} rows were refused and set aside; see deliveries.last_error.`);
  for (const problem of failure === null ? news : [...news, failure]) console.error(`Sync: ${problem}`);
}
