import { z } from 'zod';
import type { Database } from '../postgres.ts';
import type { StaffDecision } from '../schemas/submission.ts';
import type { StoryRow } from '../stories/record.ts';
import { publishedDigest } from '../stories/store.ts';
import { takeInStories } from '../stories/take-in.ts';
import { takeOverDecisions } from '../submissions/decisions.ts';
import { deliverDue, type DeliveryReport, type Send } from '../submissions/deliver.ts';
import { type Patience, usualPatience } from '../submissions/queue.ts';
import { type SyncMemory, syncMemory } from './memory.ts';
import { askForRebuild } from './rebuild.ts';
import { callsThisMonth } from './turns.ts';

/** The back office, as a run needs it. Every call may throw; a `since` of null asks for everything. */
interface BackOffice {
  send: Send;
  decisionsSince: (since: Date | null) => AsyncIterable<StaffDecision[]>;
  storiesSince: (since: Date | null) => AsyncIterable<StoryRow[]>;
}

/** What a run needs. */
export interface SyncTools {
  db: Database;
  backOffice: BackOffice;
  /** Takes sample stories in: on a person's own machine only. */
  samples: boolean;
  askForBuild: () => Promise<void>;
  /** Least time between two pulls of a table: each costs a call of the month's allowance. */
  pullEveryMs: number;
  patience?: Patience;
  /** Calls a month that the plan allows. */
  monthlyCalls: number;
}

/** What a run did, for its log line. */
export interface SyncReport extends DeliveryReport {
  rebuild: boolean;
  problems: string[];
}

/** Clocks differ, and a row may change while it is listed: look back a little further than the last run. */
const overlapMs = 2 * 60_000;

/** The share of the month's calls from which every run says so. */
const warnAt = 0.8;

/** Reads everything since the last complete pull; the cursor moves only when all of it was taken in. */
async function pull<T>(
  memory: SyncMemory,
  name: string,
  everyMs: number,
  list: (since: Date | null) => AsyncIterable<T[]>,
  takeIn: (rows: T[]) => Promise<void>,
): Promise<void> {
  const started = new Date();
  const cursor = z.iso.datetime().safeParse(await memory.read(name)).data;
  if (cursor && started.getTime() - Date.parse(cursor) < everyMs) return;
  const since = cursor ? new Date(Date.parse(cursor) - overlapMs) : null;
  for await (const rows of list(since)) await takeIn(rows);
  await memory.write(name, started.toISOString());
}

/**
 * One run: takes over what staff changed, asks for a rebuild when the public set changed, delivers what is due.
 * A step that fails is reported and holds back no other. Runs may overlap.
 */
export async function runSync(tools: SyncTools): Promise<SyncReport> {
  const { db, backOffice, samples, askForBuild, pullEveryMs, monthlyCalls, patience = usualPatience } = tools;
  const memory = syncMemory(db);
  const report: SyncReport = { delivered: 0, setAside: 0, failure: null, rebuild: false, problems: [] };
  const step = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      report.problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await step('decisions', () =>
    pull(memory, 'decisions pulled', pullEveryMs, backOffice.decisionsSince, async (decisions) => {
      const unknown = await takeOverDecisions(db, decisions);
      report.problems.push(...unknown.map((state) => `unknown state “${state}”`));
    }),
  );
  await step('stories', () =>
    pull(memory, 'stories pulled', pullEveryMs, backOffice.storiesSince, (rows) =>
      takeInStories(db, rows, samples),
    ),
  );
  await step('rebuild', async () => {
    const digest = await publishedDigest(db, { samples });
    report.rebuild = await askForRebuild(memory, digest, new Date(), askForBuild);
  });
  await step('delivery', async () => {
    Object.assign(report, await deliverDue(db, backOffice.send, patience));
  });
  await step('allowance', async () => {
    const calls = await callsThisMonth(db);
    if (calls > warnAt * monthlyCalls)
      report.problems.push(`${calls} of ${monthlyCalls} Airtable calls used this month`);
  });
  return report;
}

/** A line for the log where someone would want to know: something was done, or something is wrong. Codes only. */
export function logReport(report: SyncReport): void {
  const { delivered, setAside, failure, rebuild, problems } = report;
  if (delivered > 0 || rebuild)
    console.log(`Sync: ${delivered} delivered${rebuild ? ', rebuild asked for' : ''}.`);
  if (setAside > 0)
    console.error(`Sync: ${setAside} rows were refused and set aside; see deliveries.last_error.`);
  for (const problem of failure === null ? problems : [...problems, failure])
    console.error(`Sync: ${problem}`);
}
