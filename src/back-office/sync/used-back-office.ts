import type { Send } from '../../filing/delivery/deliver.ts';
import type { LookAtKept } from '../../filing/delivery/kept-answers.ts';
import type { PulledRow } from '../../filing/delivery/pulled-row.ts';
import type { SendFile } from '../../filing/evidence/server/send-files.ts';
import type { StaffDecision } from '../../filing/submission.ts';
import type { AdoptionRow } from '../../gallery/adoptions/record.ts';
import type { StoryRow } from '../../gallery/stories/record.ts';
import type { FilingTable } from '../../progress/server/store.ts';
import type { ChangeHonours, WriteHonours } from '../awards/honour.ts';
import type { WriteDraft } from '../drafts/write-drafts.ts';
import type { ChangeFeed } from './follow-changes.ts';
import type { TellMatters } from './matters.ts';
import type { RemoveRows } from './remove-erased.ts';
import type { RowSource } from './take-changes.ts';
import type { TellRows } from './tell-staff.ts';

/** The back office as the sync uses it. Every call may throw. */
export interface BackOffice {
  send: Send;
  lookAtKept: LookAtKept;
  /** Attaches files to delivered rows. */
  files: SendFile;
  /** Looks for rows and deletes them. */
  remove: RemoveRows;
  writeDraft: WriteDraft;
  /** One entry for each table that only holds decisions; the first table is listed most often. */
  decisions: readonly { name: string; source: RowSource<StaffDecision> }[];
  stories: RowSource<StoryRow>;
  adoptions: RowSource<AdoptionRow>;
  /** Tables of units' plans and yearly reports. */
  filings: readonly (FilingTable & { source: RowSource<PulledRow> })[];
  awardDecisions: RowSource<PulledRow>;
  /** Years whose statutory tables staff want. */
  statistics: RowSource<PulledRow>;
  /** Writes honours of decisions as rows of stories; changes those rows later. */
  writeHonours: WriteHonours;
  changeHonours: ChangeHonours;
  /** Empties the cells of notes that were taken; false where that is to be tried again. */
  emptyNotes: (recordIds: readonly string[]) => Promise<boolean>;
  /** What staff release together, at a stated time. */
  releases: RowSource<PulledRow>;
  /** Tables in which the owner sets times, values and legal texts. */
  settings: readonly { name: string; source: RowSource<PulledRow> }[];
  feed: ChangeFeed;
  /** A digest of the tables, columns and choices of the base, as they were last read. */
  digest: () => Promise<string>;
  /** Reads the tables and columns again. */
  reread: () => Promise<void>;
  /** The codes that records of a table hold now; a record that is gone has no entry. */
  codesOf: (table: string, recordIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Whether an error only says that no call is left for now. */
  isPostponed: (error: unknown) => boolean;
  tell: TellRows;
  tellMatters: TellMatters;
  /** What is wrong with the tables, columns and choices of the base, in words for staff. */
  problems: () => Promise<string[]>;
  /** Of these columns of a form's table, those that can be written again. */
  writable: (form: string, columns: readonly string[]) => Promise<string[]>;
}
