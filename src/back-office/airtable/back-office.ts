import type {
  AttachedFiles,
  DeliveryOutcome,
  FileOutcome,
  OutgoingFile,
  QueuedSubmission,
  StaffDecision,
} from '../../filing/submission.ts';
import { attachedTo, attachFile } from './attach.ts';
import { type AirtableCall, type AirtableClient, type AirtableSettings, openAirtable } from './client.ts';
import { decisionTables } from './columns.ts';
import { BaseLayoutError, RefusedError } from './errors.ts';
import { distrustLayout, type Layout, type Memory, readLayout } from './layout.ts';
import type { Listing, Page } from '../sync/pull.ts';
import { pullAdoptions, pullDecisions, type PulledRow, pullStories } from './pull.ts';
import { removeSubmissions } from './remove.ts';
import { sendSubmissions } from './send.ts';

/** The Airtable base as the back office of one sync run. Reads the layout of the base at the first call. */
export function airtableBackOffice(settings: AirtableSettings, memory: Memory) {
  const open = openAirtable(settings);
  let layout: Layout | undefined;

  const known = async () => {
    layout ??= await readLayout(open, settings.baseId, memory, new Date());
    return layout;
  };

  /** If a column vanished since the layout was read, the call fails and the next run reads the layout again. */
  const records = async (call: AirtableCall): Promise<unknown> => {
    try {
      return await open.records(call);
    } catch (error) {
      if (!(error instanceof RefusedError) || error.type !== 'UNKNOWN_FIELD_NAME') throw error;
      await distrustLayout(settings.baseId, await known(), memory);
      throw new BaseLayoutError(`Một cột mà trang cần không còn trong Airtable: ${error.message}`, {
        cause: error,
      });
    }
  };
  const client: AirtableClient = { ...open, records };

  return {
    send: async (form: string, batch: readonly QueuedSubmission[]): Promise<DeliveryOutcome> =>
      sendSubmissions(client, await known(), form, batch),
    files: {
      attached: async (form: string, record: string): Promise<AttachedFiles> =>
        attachedTo(client, await known(), form, record),
      attach: async (form: string, record: string, file: OutgoingFile): Promise<FileOutcome> =>
        attachFile(client, await known(), form, record, file),
    },
    remove: async (form: string, codes: readonly string[]): Promise<string[]> =>
      removeSubmissions(client, await known(), form, codes),
    decisions: decisionTables.map((table) => ({
      name: table.name,
      ask: async (listing: Listing): Promise<Page<StaffDecision>> =>
        pullDecisions(client, await known(), table, listing),
    })),
    adoptions: async (listing: Listing): Promise<Page<PulledRow>> =>
      pullAdoptions(client, await known(), listing),
    stories: async (listing: Listing): Promise<Page<PulledRow>> =>
      pullStories(client, await known(), listing),
  };
}
