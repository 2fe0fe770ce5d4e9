import { deliverDue } from '../../filing/delivery/deliver.ts';
import { compareKept } from '../../filing/delivery/kept-answers.ts';
import { usualPatience } from '../../filing/delivery/queue.ts';
import { noteUnreachedUnits } from '../../filing/delivery/unreached-units.ts';
import type { BlobStore } from '../../filing/evidence/server/blob-store.ts';
import { sendFiles } from '../../filing/evidence/server/send-files.ts';
import type { MailTools } from '../../filing/mail/send-copies.ts';
import { eraseExpired } from '../../filing/privacy/erase.ts';
import { retention } from '../../filing/privacy/retention.ts';
import { noteLapses } from '../../filing/settings/server/lapses.ts';
import { downloadOwnerFiles } from '../../filing/settings/server/owner-files.ts';
import { lostListProblems, noteLastDays } from '../../filing/settings/server/shown-lists.ts';
import { followSettings } from '../../filing/settings/server/store.ts';
import { fillNameKeys } from '../../gallery/stories/server/name-keys.ts';
import { forgetUnconsented } from '../../gallery/stories/server/unconsented.ts';
import type { Patience } from '../../platform/leased-queue.ts';
import type { Database } from '../../platform/postgres.ts';
import { noteCaseWords } from '../../progress/comments/server/case-words.ts';
import { keepUpAwards } from '../awards/keep-up-awards.ts';
import { writeDrafts } from '../drafts/write-drafts.ts';
import { printSeals } from '../log/server/print-seals.ts';
import { releaseDue, settleReleases } from '../releases/release-due.ts';
import { allowanceProblems } from './allowance.ts';
import { databaseNow } from './alone.ts';
import { askForDueBuild } from './ask-for-due-build.ts';
import { openFeed, pollFeed } from './follow-changes.ts';
import { hideNotes } from './hide-notes.ts';
import { keepHouse } from './keep-house.ts';
import {
  keepUpAdoptions,
  keepUpDecisions,
  keepUpFilings,
  keepUpReleases,
  keepUpSettings,
  keepUpStories,
} from './keep-up.ts';
import { settleMatters } from './matters.ts';
import { newsOf } from './news.ts';
import { type RebuildTools, shownBeside } from './rebuild.ts';
import { redeliverMended } from './redeliver-mended.ts';
import { removeErased } from './remove-erased.ts';
import { emptyReport, type SyncReport } from './report.ts';
import { sendMail } from './send-mail.ts';
import { noteServedWithdrawals } from './served-withdrawals.ts';
import { syncState } from './sync-state.ts';
import { tellStaff } from './tell-staff.ts';
import type { BackOffice } from './used-back-office.ts';

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
  /** Where the back office may ping; null where it cannot reach this machine. */
  pingUrl?: string | null;
  /** The process ends: no step begins any more, and the one that is under way soon ends. */
  signal?: AbortSignal | undefined;
}

/** Tables other than nominations get few rows, so the sync pulls them this many times less often. */
const seldomTimes = 6;

/**
 * The platform ends a run after 30 seconds. Calls to Airtable end within 25 (airtable-rate-limit.ts), letters within 22 (send-due.ts); a deletion
 * of a file takes 7 at most and a download of a picture 6, so none begins after this time.
 */
const lastStartMs = 22_000;

/** One sync run: imports what staff changed, requests a rebuild, delivers what is due. A failed step stops no other; runs may overlap. */
export async function runSync(tools: SyncTools): Promise<SyncReport> {
  const { db, backOffice, blobs, samples, rebuild, pullEveryMs: everyMs, monthlyCalls, mail } = tools;
  const { patience = usualPatience, siteUrl = '', pingUrl = null, signal } = tools;
  const memory = syncState(db);
  const report = emptyReport();
  const step = async (name: string, work: () => Promise<unknown>) => {
    if (signal?.aborted) return;
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
  // Steps look at this time before each thing that they begin.
  signal?.addEventListener('abort', () => lastStart.setTime(0), { once: true });
  // Times are compared with those that the database wrote, so they are those of its clock.
  let now = began;
  await step('clock', async () => {
    now = await databaseNow(db);
  });
  await step('settings', () => followSettings(db));
  // Mail runs beside the other steps, so a slow mail server takes no time from Airtable.
  const mailing = step('mail', () => sendMail(db, mail ? { ...mail, lastStart } : null, report));
  let since: Date | null = null;
  await step('feed', async () => {
    since = await openFeed(db, backOffice.feed, { now, pingUrl, problems: report.problems });
  });
  await step('changes', async () => {
    const polled = await pollFeed(db, backOffice.feed, { now, everyMs, monthlyCalls });
    since = polled.since;
    if (polled.isSchemaChanged) await backOffice.reread();
  });
  // What people wait for comes first: withdrawals and publications, then new filings.
  const upTo = { now, since, everyMs, report };
  await step('releases', () => keepUpReleases(db, backOffice, upTo));
  await step('stories', () => keepUpStories(db, backOffice, samples, upTo));
  await step('adoptions', () => keepUpAdoptions(db, backOffice, { samples, sendsMail: Boolean(mail) }, upTo));
  // Before and after: what the public was told is kept before a row says otherwise.
  await step('last days of lists', () => noteLastDays(db, now));
  for (const table of backOffice.settings)
    await step(`settings of ${table.name}`, () => keepUpSettings(db, table, upTo));
  await step('new last days of lists', () => noteLastDays(db, now));
  await step('lapses', () => noteLapses(db, now));
  await step('files of rows', () => downloadOwnerFiles(db, lastStart));
  await step('base', async () => {
    const problems = await backOffice.problems();
    report.problems.push(...problems);
    const told = [...problems, ...(await lostListProblems(db))];
    await settleMatters(db, memory, { problems: told, now, tell: backOffice.tellMatters });
  });
  const otherTables = shownBeside(backOffice);
  const askForBuild = async () => {
    const tools = { samples, now, rebuild: { ...rebuild, otherTables } };
    const asked = await askForDueBuild(db, memory, tools);
    report.rebuild ||= asked === 'requested';
    return asked;
  };
  let isUnlisted = false;
  await step('rebuild', async () => {
    isUnlisted = (await askForBuild()) === 'unlisted';
  });
  await step('names of stories', () => fillNameKeys(db));
  await step('delivery', async () => {
    await redeliverMended(db, backOffice);
    Object.assign(report, await deliverDue(db, backOffice.send, patience));
    report.problems.push(...report.broken.map((reason) => `delivery of ${reason}`));
  });
  for (const [index, { name, source }] of backOffice.decisions.entries()) {
    const seldom = { ...upTo, everyMs: index === 0 ? everyMs : everyMs * seldomTimes };
    await step(`decisions of ${name}`, () => keepUpDecisions(db, { name, source }, Boolean(mail), seldom));
  }
  for (const table of backOffice.filings) {
    const seldom = { ...upTo, everyMs: everyMs * seldomTimes };
    const can = { samples, sendsMail: Boolean(mail) };
    await step(`filings of ${table.name}`, () => keepUpFilings(db, table, can, seldom));
  }
  await step('kept answers', () => compareKept(db, backOffice.lookAtKept));
  // The first run of a database has listed everything only now.
  if (isUnlisted) await step('rebuild', askForBuild);
  await step('notes', () => hideNotes(db, backOffice.emptyNotes));
  await step('release', async () => {
    if (await releaseDue(db, Boolean(mail))) await step('rebuild after a release', askForBuild);
    await settleReleases(db);
  });
  await step('drafts of stories', () => writeDrafts(db, backOffice.writeDraft));
  await step('award decisions', () =>
    keepUpAwards(db, backOffice, { ...upTo, everyMs: everyMs * seldomTimes }, lastStart),
  );
  await step('evidence files', async () => {
    const { setAside, failure } = await sendFiles({ db, blobs, send: backOffice.files, patience, lastStart });
    if (setAside > 0) report.problems.push(`${setAside} files were set aside; see evidence_files.last_error`);
    if (failure !== null) report.problems.push(`evidence files: ${failure}`);
  });
  await step('erasure', async () => {
    await forgetUnconsented(db);
    await eraseExpired(db, retention());
    await removeErased(db, backOffice.remove);
  });
  await step('units of places', () => noteUnreachedUnits(db, Boolean(mail)));
  await step('words of lists', () => noteCaseWords(db, now));
  await step('served withdrawals', () => noteServedWithdrawals(db, siteUrl, lastStart));
  await step('answers in rows', () => tellStaff(db, siteUrl, backOffice.tell));
  await keepHouse(step, { db, blobs, siteUrl, now, lastStart });
  await step('allowance', async () => {
    report.problems.push(...(await allowanceProblems(db, monthlyCalls)));
  });
  await mailing;
  await step('log', () => printSeals(db, now));
  await step('news', async () => {
    report.news = await newsOf(memory, report.problems, now);
  });
  return report;
}
