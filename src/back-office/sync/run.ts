import { forgetUnseen } from '../../gallery/adoptions/server/store.ts';
import type { AdoptionRow } from '../../gallery/adoptions/record.ts';
import { adoptionTable, importAdoptions } from '../../gallery/adoptions/server/import-rows.ts';
import { forgetPasses } from '../../filing/abuse/pass.ts';
import type { MailTools } from '../../filing/mail/send-copies.ts';
import type { BlobStore } from '../../filing/evidence/server/blob-store.ts';
import { sendFiles } from '../../filing/evidence/server/send-files.ts';
import { deleteUnwanted } from '../../filing/evidence/server/delete-unfiled.ts';
import { eraseExpired } from '../../filing/privacy/erase.ts';
import { removeErased } from './remove-erased.ts';
import { noteGone } from '../../filing/delivery/row-problems.ts';
import { takePhotos } from '../../gallery/photos/take-photos.ts';
import type { Database } from '../../platform/postgres.ts';
import { retention } from '../../filing/privacy/retention.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import { withdrawUnseen } from '../../gallery/stories/server/story-writes.ts';
import { fillNameKeys } from '../../gallery/stories/server/name-keys.ts';
import type { StoryRow } from '../../gallery/stories/record.ts';
import { importStories, storyTable } from '../../gallery/stories/server/import-rows.ts';
import { applyDecisions } from '../../filing/delivery/decisions.ts';
import { deliverDue } from '../../filing/delivery/deliver.ts';
import { forgetFilings } from '../../filing/abuse/server/filing-limit.ts';
import { usualPatience } from '../../filing/delivery/queue.ts';
import type { Patience } from '../../platform/leased-queue.ts';
import { syncState } from './sync-state.ts';
import { alone, databaseNow } from './alone.ts';
import { pull } from './pull.ts';
import { askForRebuild, type RebuildTools, siteDigest } from './rebuild.ts';
import { callsThisMonth, stoppedCalls } from './airtable-rate-limit.ts';
import type { SyncReport } from './report.ts';
import { sendMail } from './send-mail.ts';
import { newsOf } from './news.ts';
import { settleMatters } from './matters.ts';
import type { BackOffice } from './used-back-office.ts';
import { orderDrafts } from '../drafts/orders.ts';
import { writeDrafts } from '../drafts/write-drafts.ts';
import { tellStaff } from './tell-staff.ts';
import { redeliverWritable } from './redeliver-writable.ts';

/** What a sync run needs. */
export interface SyncTools {
  db: Database;
  backOffice: BackOffice;
  /** The store for the bytes of evidence files. */
  blobs: BlobStore;
  /** Whether to import sample stories: only on a developer's machine. */
  samples: boolean;
  rebuild: RebuildTools;
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

/** Tables other than nominations get few rows, so the sync pulls them this many times less often. */
const seldomTimes = 6;

/** From this share of the monthly calls on, every run reports a problem. */
const warnAt = 0.8;

/**
 * The platform ends a run after 30 seconds. Calls to Airtable end within 25 (airtable-rate-limit.ts), letters within 22; a deletion
 * of a file takes 7 at most and a download of a picture 6, so none begins after this time.
 */
const lastStartMs = 22_000;

/**
 * One sync run: imports what staff changed, requests a rebuild when the public content changed, and delivers what is due.
 * A failed step is reported and does not stop the other steps. Runs may overlap.
 */
export async function runSync(tools: SyncTools): Promise<SyncReport> {
  const { db, backOffice, blobs, samples, rebuild, pullEveryMs: everyMs, monthlyCalls, mail } = tools;
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
      if (backOffice.isPostponed(error)) return;
      report.problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const began = new Date();
  const lastStart = new Date(began.getTime() + lastStartMs);
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
  await step('base', async () => {
    const problems = await backOffice.problems();
    report.problems.push(...problems);
    await settleMatters(db, memory, { problems, now, tell: backOffice.tellMatters });
  });
  await step('rebuild', () =>
    alone(db, async () => {
      const digest = await siteDigest(db, { samples }, now);
      report.rebuild = await askForRebuild(memory, digest, now, rebuild);
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
        await orderDrafts(db, decisions);
      };
      const seldom = index === 0 ? everyMs : everyMs * seldomTimes;
      const afterFull = (since: Date) => noteGone(db, name, since);
      return pull(memory, { name: `decisions ${name}`, everyMs: seldom, ask, takeIn, afterFull }, now);
    });
  }
  await step('drafts of stories', () => writeDrafts(db, backOffice.writeDraft));
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
  await step('unwanted files', async () => void (await deleteUnwanted(db, blobs, lastStart)));
  await step('photos', () => takePhotos(db, lastStart));
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
