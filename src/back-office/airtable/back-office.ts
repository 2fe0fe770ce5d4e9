import type {
  AttachedFiles,
  DeliveryOutcome,
  FileOutcome,
  KeptSubmission,
  OutgoingFile,
  QueuedSubmission,
} from '../../filing/submission.ts';
import type { ChangeHonours, HonourToWrite, WriteHonours } from '../awards/honour.ts';
import type { DraftOutcome, DraftToWrite } from '../drafts/write-drafts.ts';
import type { Matter } from '../sync/matters.ts';
import { attachedTo, attachFile } from './attach.ts';
import { awardDecisions } from './award-table.ts';
import { openSession } from './base-session.ts';
import { changeHonours } from './change-honours.ts';
import { type AirtableSettings, openAirtable } from './client.ts';
import { adoptions, decisionTables, filingTables, tableOfForm } from './columns.ts';
import { emptyNotes } from './empty-notes.ts';
import { MonthUsedUpError, OutOfTimeError } from './errors.ts';
import type { WantedRow } from './find-rows.ts';
import { digestOf } from './gist.ts';
import { lookAtKept } from './kept-answers.ts';
import type { Memory } from './layout.ts';
import { readPayloads } from './payloads.ts';
import { columnOf, layoutProblems, tableLayout } from './places.ts';
import { decisionsOf, rowsOf } from './pull.ts';
import { releases } from './releases-table.ts';
import { type Removal, removeSubmissions } from './remove.ts';
import { sendSubmissions } from './send.ts';
import { settingsTables } from './settings-tables.ts';
import { statistics } from './statistics-table.ts';
import { stories } from './story-table.ts';
import { codesOfRecords, type RowToTell, tellMatters, tellRows } from './tell.ts';
import { webhookCalls } from './webhooks.ts';
import { writeDraft } from './write-draft.ts';
import { writeHonours } from './write-honours.ts';

/** The Airtable base as the back office of one sync run. Reads the layout of the base at the first call. */
export function airtableBackOffice(settings: AirtableSettings, memory: Memory) {
  const client = openAirtable(settings);
  const base = openSession(client, settings.baseId, memory);
  const hooks = webhookCalls(client);
  return {
    send: (form: string, batch: readonly QueuedSubmission[]): Promise<DeliveryOutcome> =>
      sendSubmissions(client, base, form, batch),
    lookAtKept: (form: string, submissions: readonly KeptSubmission[]) =>
      lookAtKept(client, base, form, submissions),
    files: {
      attached: (form: string, record: string): Promise<AttachedFiles> =>
        base.withLayout((layout) => attachedTo(client, layout, form, record)),
      attach: (form: string, record: string, file: OutgoingFile): Promise<FileOutcome> =>
        base.withLayout((layout) => attachFile(client, layout, form, record, file)),
    },
    writeDraft: (draft: DraftToWrite): Promise<DraftOutcome> => writeDraft(client, base, draft),
    remove: (form: string, rows: readonly WantedRow[]): Promise<Removal> =>
      removeSubmissions(client, base, form, rows),
    decisions: decisionTables.map((table) => ({
      name: table.name,
      source: decisionsOf(client, base, table),
    })),
    adoptions: rowsOf(client, base, adoptions),
    filings: filingTables.map(({ form, table }) => ({
      name: table.name,
      form,
      source: rowsOf(client, base, table, { madeBySync: true }),
    })),
    awardDecisions: rowsOf(client, base, awardDecisions),
    statistics: rowsOf(client, base, statistics),
    writeHonours: (
      honours: readonly HonourToWrite[],
      settle: Parameters<WriteHonours>[1],
    ): Promise<boolean> => writeHonours(client, base, honours, settle),
    emptyNotes: (recordIds: readonly string[]): Promise<boolean> => emptyNotes(client, base, recordIds),
    changeHonours: (rows: Parameters<ChangeHonours>[0]) => changeHonours(client, base, rows),
    stories: rowsOf(client, base, stories),
    releases: rowsOf(client, base, releases),
    settings: settingsTables.map((table) => ({ name: table.name, source: rowsOf(client, base, table) })),
    /** What the webhook of the base tells. */
    feed: {
      ...hooks,
      read: async (id: string, cursor: number) => {
        const page = await hooks.read(id, cursor);
        if (page.is !== 'page') return page;
        const told = readPayloads(await base.layout(), page.payloads);
        return told ? { ...page, ...told } : { is: 'gap' as const, cursor: page.cursor };
      },
    },
    digest: async (): Promise<string> => digestOf(JSON.stringify((await base.layout()).tables)),
    /** Reads the schema again: staff changed a table or a column. */
    reread: async (): Promise<void> => void (await base.reread()),
    isPostponed: (error: unknown): boolean =>
      error instanceof OutOfTimeError || error instanceof MonthUsedUpError,
    /** Writes into rows what the sync tells staff. */
    tell: (table: string, rows: readonly RowToTell[]) => tellRows(client, base, table, rows),
    /** Writes matters of the whole base and reads what staff confirmed. */
    tellMatters: (matters: readonly Matter[], settled: readonly string[]) =>
      tellMatters(client, base, matters, settled),
    /** The codes that records of a table hold; none for a record that is gone. */
    codesOf: (table: string, recordIds: readonly string[]) => codesOfRecords(client, base, table, recordIds),
    /** What is wrong with the tables, columns and choices of the base, in words for staff. */
    problems: async (): Promise<string[]> => layoutProblems(await base.layout()),
    /** Of these columns of a form's table, by their names in the code, those that can be written again. */
    writable: async (form: string, columns: readonly string[]): Promise<string[]> => {
      const table = tableOfForm[form];
      if (!table) return [];
      const place = tableLayout(await base.layout(), table);
      return columns.filter((name) => columnOf(place, name));
    },
  };
}
