import { applyDecisions } from '../../filing/delivery/decisions.ts';
import type { PulledRow } from '../../filing/delivery/pulled-row.ts';
import { noteGone, noteProblems } from '../../filing/delivery/row-problems.ts';
import { noteUncoded } from '../../filing/delivery/uncoded-rows.ts';
import {
  forgetPublicAnswers,
  forgetUnseenAnswers,
  importPublicAnswers,
  questionTable,
} from '../../filing/public-answers/store.ts';
import { storeNotes } from '../../filing/review/store-notes.ts';
import { importSettings } from '../../filing/settings/server/import-rows.ts';
import { forgetSettings, forgetUnseenSettings } from '../../filing/settings/server/store.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import type { AdoptionRow } from '../../gallery/adoptions/record.ts';
import { importAdoptions } from '../../gallery/adoptions/server/import-rows.ts';
import { adoptionTable, forgetAdoptions, forgetUnseen } from '../../gallery/adoptions/server/store.ts';
import type { StoryRow } from '../../gallery/stories/record.ts';
import { importStories } from '../../gallery/stories/server/import-rows.ts';
import type { NextIds } from '../../gallery/stories/server/propose-ids.ts';
import { withdrawGone, withdrawUnseen } from '../../gallery/stories/server/story-writes.ts';
import { storyTable } from '../../gallery/stories/table-name.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { importFilings } from '../../progress/server/import-filings.ts';
import { type FilingTable, forgetFilings, forgetUnseenFilings } from '../../progress/server/store.ts';
import { nextIds as giveIds, orderDrafts } from '../drafts/orders.ts';
import {
  forgetReleases,
  forgetUnseenReleases,
  importReleases,
  releaseTable,
} from '../releases/import-rows.ts';
import { forgetYears, importYears, statisticsTable } from '../statistics/years.ts';
import { type RowSource, takeUp } from './take-changes.ts';
import type { BackOffice } from './used-back-office.ts';

/** How far a table is to be brought up to date, and how often it may be listed. */
export interface UpTo {
  now: Date;
  /** From when on all changes are known; null where none are. */
  since: Date | null;
  everyMs: number;
  report: { problems: string[] };
}

/** Stories are listed whole each day; other tables, while their changes come by themselves, each week: 10,000 rows take a hundred calls. */
export const weekMs = 7 * 24 * 60 * 60_000;

/** Brings the stories up to date. */
export function keepUpStories(
  db: Database,
  backOffice: Pick<BackOffice, 'stories' | 'codesOf'>,
  allowSamples: boolean,
  upTo: UpTo,
): Promise<void> {
  const codesOf = (recordIds: readonly string[]) => backOffice.codesOf(storyTable, recordIds);
  const nextIds: NextIds = (prefix, count) => inTransaction(db, (client) => giveIds(client, prefix, count));
  const plan = {
    name: 'stories',
    table: storyTable,
    source: backOffice.stories,
    importPage: (rows: StoryRow[]) => importStories(db, rows, { allowSamples, codesOf, nextIds }),
    afterFull: async (since: Date) => {
      await withdrawUnseen(db, since);
      await noteGone(db, storyTable, since);
    },
    onGone: (recordIds: readonly string[]) => withdrawGone(db, recordIds),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs }, upTo);
}

/** Brings the table of adoptions up to date: decisions, and what the site shows. */
export function keepUpAdoptions(
  db: Database,
  { adoptions }: Pick<BackOffice, 'adoptions'>,
  can: { samples: boolean; sendsMail: boolean },
  upTo: UpTo,
): Promise<void> {
  const plan = {
    name: 'adoptions',
    table: adoptionTable,
    source: adoptions,
    importPage: async (rows: AdoptionRow[]) => {
      upTo.report.problems.push(...(await importAdoptions(db, rows, can.samples, can.sendsMail)));
    },
    afterFull: async (since: Date) => {
      await forgetUnseen(db, since);
      await noteGone(db, adoptionTable, since);
    },
    onGone: (recordIds: readonly string[]) => forgetAdoptions(db, recordIds),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs, fullEveryMs: weekMs }, upTo);
}

/** Brings a table of units' plans or yearly reports up to date: decisions, and what staff confirmed. */
export function keepUpFilings(
  db: Database,
  { source, ...table }: FilingTable & { source: RowSource<PulledRow> },
  can: { samples: boolean; sendsMail: boolean },
  upTo: UpTo,
): Promise<void> {
  const plan = {
    name: `decisions ${table.name}`,
    table: table.name,
    source,
    importPage: async (rows: PulledRow[]) => {
      upTo.report.problems.push(...(await importFilings(db, table, rows, can)));
    },
    afterFull: async (since: Date) => {
      await forgetUnseenFilings(db, table, since);
      await noteGone(db, table.name, since);
    },
    onGone: (recordIds: readonly string[]) => forgetFilings(db, table, recordIds),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs, fullEveryMs: weekMs }, upTo);
}

/** Brings the decisions of staff in a table up to date. */
export function keepUpDecisions(
  db: Database,
  { name, source }: { name: string; source: RowSource<StaffDecision> },
  sendsMail: boolean,
  upTo: UpTo,
): Promise<void> {
  const isOfQuestions = name === questionTable;
  const plan = {
    name: `decisions ${name}`,
    table: name,
    source,
    importPage: async (decisions: StaffDecision[]) => {
      await Promise.all([storeNotes(db, decisions), noteUncoded(db, decisions)]);
      upTo.report.problems.push(...(await applyDecisions(db, name, decisions, sendsMail)));
      await orderDrafts(db, decisions);
      if (isOfQuestions) await importPublicAnswers(db, decisions, noteProblems);
    },
    afterFull: async (since: Date) => {
      if (isOfQuestions) await forgetUnseenAnswers(db, since);
      await noteGone(db, name, since);
    },
    ...(isOfQuestions && { onGone: (recordIds: readonly string[]) => forgetPublicAnswers(db, recordIds) }),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs, fullEveryMs: weekMs }, upTo);
}

/** Brings the years of statutory tables up to date. */
export function keepUpStatistics(
  db: Database,
  { statistics }: Pick<BackOffice, 'statistics'>,
  upTo: UpTo,
): Promise<void> {
  const plan = {
    name: 'statistics',
    table: statisticsTable,
    source: statistics,
    importPage: (rows: PulledRow[]) => importYears(db, rows),
    afterFull: (since: Date) => noteGone(db, statisticsTable, since),
    onGone: (recordIds: readonly string[]) => forgetYears(db, recordIds),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs, fullEveryMs: weekMs }, upTo);
}

/** Brings a table up to date in which the owner sets times, values or legal texts. A row that is gone sets nothing any more. */
export function keepUpSettings(
  db: Database,
  { name, source }: { name: string; source: RowSource<PulledRow> },
  upTo: UpTo,
): Promise<void> {
  const plan = {
    name: `settings ${name}`,
    table: name,
    source,
    importPage: (rows: PulledRow[]) => importSettings(db, name, rows),
    afterFull: async (since: Date) => {
      await forgetUnseenSettings(db, name, since);
      await noteGone(db, name, since);
    },
    onGone: (recordIds: readonly string[]) => forgetSettings(db, name, recordIds),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs }, upTo);
}

/** Brings the table of releases up to date. */
export function keepUpReleases(
  db: Database,
  { releases }: Pick<BackOffice, 'releases'>,
  upTo: UpTo,
): Promise<void> {
  const plan = {
    name: 'releases',
    table: releaseTable,
    source: releases,
    importPage: (rows: PulledRow[]) => importReleases(db, rows, upTo.now),
    afterFull: async (since: Date) => {
      await forgetUnseenReleases(db, since);
      await noteGone(db, releaseTable, since);
    },
    onGone: (recordIds: readonly string[]) => forgetReleases(db, recordIds),
  };
  return takeUp(db, { ...plan, everyMs: upTo.everyMs }, upTo);
}
