import { forgetUnseen } from '../../gallery/adoptions/server/store.ts';
import type { AdoptionRow } from '../../gallery/adoptions/record.ts';
import { importAdoptions } from '../../gallery/adoptions/server/import-rows.ts';
import { forgetPasses } from '../../filing/abuse/pass.ts';
import { type MailTools, sendCopies } from '../../filing/mail/send-copies.ts';
import { sendStateLetters } from '../../filing/mail/send-state-letters.ts';
import type { BlobStore } from '../../filing/evidence/server/blob-store.ts';
import { sendFiles, type SendFile } from '../../filing/evidence/server/send-files.ts';
import { deleteUnwanted } from '../../filing/evidence/server/delete-unfiled.ts';
import { eraseExpired } from '../../filing/privacy/erase.ts';
import { removeErased } from './remove-erased.ts';
import { takePhotos } from '../../gallery/photos/take-photos.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { retention } from '../../filing/privacy/retention.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import { withdrawUnseen } from '../../gallery/stories/server/story-writes.ts';
import { fillNameKeys } from '../../gallery/stories/server/name-keys.ts';
import type { StoryRow } from '../../gallery/stories/record.ts';
import { importStories } from '../../gallery/stories/server/import-rows.ts';
import { applyDecisions } from '../../filing/delivery/decisions.ts';
import { deliverDue, type DeliveryReport, type Send } from '../../filing/delivery/deliver.ts';
import { forgetFilings } from '../../filing/abuse/server/filing-limit.ts';
import { usualPatience } from '../../filing/delivery/queue.ts';
import type { Patience } from '../../platform/leased-queue.ts';
import { syncState } from './sync-state.ts';
import { type AskForPage, pull } from './pull.ts';
import { askForRebuild, type RebuildTools, siteDigest } from './rebuild.ts';
import { callsThisMonth } from './airtable-rate-limit.ts';

/** The back office as the sync uses it. Every call may throw. */
interface BackOffice {
  send: Send;
  /** Attaches files to delivered rows. */
  files: SendFile;
  /** Deletes rows by their codes; resolves with the ids of the deleted records. */
  remove: (form: string, codes: readonly string[]) => Promise<string[]>;
  /** One entry for each table that only holds decisions; the first table is pulled most often. */
  decisions: readonly { name: string; ask: AskForPage<StaffDecision> }[];
  stories: AskForPage<StoryRow>;
  adoptions: AskForPage<AdoptionRow>;
}

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
}

/** What a run did, for its log line. */
export interface SyncReport extends DeliveryReport {
  rebuild: boolean;
  /** Number of letters sent: copies of receipts, and letters about new states. */
  mailed: number;
  problems: string[];
}

/** Tables other than nominations get few rows, so the sync pulls them this many times less often. */
const seldomTimes = 5;

/** From this share of the monthly calls on, every run reports a problem. */
const warnAt = 0.8;

/**
 * The platform ends a run after 30 seconds. Calls to Airtable end within 25 (airtable-rate-limit.ts), letters within 22; a deletion
 * of a file takes 7 at most and a download of a picture 6, so none begins after this time.
 */
const lastStartMs = 22_000;

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
  const { db, backOffice, blobs, samples, rebuild, pullEveryMs, monthlyCalls, mail } = tools;
  const { patience = usualPatience } = tools;
  const memory = syncState(db);
  const report: SyncReport = {
    delivered: 0,
    setAside: 0,
    failure: null,
    rebuild: false,
    mailed: 0,
    problems: [],
  };
  const step = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      report.problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const now = new Date();
  const lastStart = new Date(now.getTime() + lastStartMs);
  const everyMs = pullEveryMs;
  // Mail runs beside the other steps, so a slow mail server takes no time from Airtable.
  const mailing = step('mail', async () => {
    if (!mail) return;
    for (const [kind, send] of [
      ['copy', sendCopies],
      ['letter about the state', sendStateLetters],
    ] as const) {
      const { sent, givenUp, stoppedBy } = await send(db, mail);
      report.mailed += sent;
      if (givenUp.length > 0) report.problems.push(`the ${kind} of ${givenUp.join(', ')} is given up`);
      if (!stoppedBy) continue;
      report.problems.push(`the mail server takes no copies: ${stoppedBy}`);
      break;
    }
  });
  for (const [index, { name, ask }] of backOffice.decisions.entries()) {
    await step(`decisions of ${name}`, () => {
      const takeIn = async (decisions: StaffDecision[]) => {
        report.problems.push(...(await applyDecisions(db, decisions, Boolean(mail))));
      };
      const seldom = index === 0 ? everyMs : everyMs * seldomTimes;
      return pull(memory, { name: `decisions ${name}`, everyMs: seldom, ask, takeIn }, now);
    });
  }
  await step('stories', () => {
    const takeIn = (rows: StoryRow[]) => importStories(db, rows, samples);
    const afterFull = (began: Date) => withdrawUnseen(db, began);
    return pull(memory, { name: 'stories', everyMs, ask: backOffice.stories, takeIn, afterFull }, now);
  });
  await step('adoptions', () => {
    const takeIn = async (rows: AdoptionRow[]) => {
      report.problems.push(...(await importAdoptions(db, rows, samples)));
    };
    const afterFull = (began: Date) => forgetUnseen(db, began);
    return pull(memory, { name: 'adoptions', everyMs, ask: backOffice.adoptions, takeIn, afterFull }, now);
  });
  await step('rebuild', () =>
    alone(db, async () => {
      const digest = await siteDigest(db, { samples }, now);
      report.rebuild = await askForRebuild(memory, digest, now, rebuild);
    }),
  );
  await step('names of stories', () => fillNameKeys(db));
  await step('delivery', async () => {
    Object.assign(report, await deliverDue(db, backOffice.send, patience));
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
  });
  await mailing;
  return report;
}

/** Logs a run that did something or met a problem. The lines name submissions only by their codes. */
export function logReport(report: SyncReport): void {
  const { delivered, setAside, failure, rebuild, mailed, problems } = report;
  if (delivered > 0 || rebuild)
    console.log(`Sync: ${delivered} delivered${rebuild ? ', rebuild asked for' : ''}.`);
  if (mailed > 0) console.log(`Sync: ${mailed} letters sent.`);
  if (setAside > 0)
    console.error(`Sync: ${setAside} rows were refused and set aside; see deliveries.last_error.`);
  for (const problem of failure === null ? problems : [...problems, failure])
    console.error(`Sync: ${problem}`);
}
