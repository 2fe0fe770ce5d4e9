import type { RowColumns } from './row-columns.ts';

/** A submission as PostgreSQL stores it and the back office receives it. */
export interface Submission {
  code: string;
  form: string;
  formVersion: string;
  /** The checked answers, by field of the form. */
  answers: Record<string, unknown>;
  consentVersion: string;
  receivedAt: Date;
}

/** An answer of staff that stays in its cell although the unit gave another one later. */
export interface KeptAnswer {
  /** The column, by its name in the code. */
  column: string;
  /** Digest of what staff wrote. */
  digest: string;
  /** What staff should know. */
  told: string;
}

/** A submission with the answers of staff that were kept in its row: column → digest of what they wrote. */
export interface KeptSubmission extends Submission {
  /** The back office's id for the row; null where it is not known. */
  recordId: string | null;
  kept: Readonly<Record<string, string>>;
}

/** A submission that a sync has leased from the queue; `attempts` includes this try. */
export interface ClaimedSubmission extends KeptSubmission {
  attempts: number;
  /** Number of changes by the unit since the submission. */
  revision: number;
  /** Id of a state that the unit caused and the back office must receive; null where the state of staff stands. */
  movedTo: string | null;
  /** Columns that could not be written the last time, by their names in the code. */
  lacking: readonly string[];
  /** Staff refused the submission and wrote no reason. */
  lacksReason: boolean;
  /**
   * The answers that we last wrote into the row of the back office. Where `isWritten` is false, whether the row exists is unknown,
   * and these are the answers that it would hold. Null where no row was written and nothing has changed.
   */
  written: { isWritten: boolean; answers: Record<string, unknown> } | null;
}

/** A submission ready for delivery. */
export interface QueuedSubmission extends ClaimedSubmission {
  /** Warnings for staff, as sentences. */
  warnings: readonly string[];
}

/** A mistake in one field, in words for the filer. Fields in rows have names such as `indicators.0.name`. */
export interface FieldError {
  field: string;
  message: string;
}

/** The outcome of delivering some submissions to the back office. */
export interface DeliveryOutcome {
  delivered: string[];
  /** Code → record id in the back office. */
  records?: Readonly<Record<string, string>>;
  /** Code → what staff should know of a decision of theirs that crossed a move of the unit. */
  conflicts?: Readonly<Record<string, string>>;
  /** Code → answers of staff that were kept. */
  kept?: Readonly<Record<string, readonly KeptAnswer[]>>;
  /** Code → columns that could not be written, by their names in the code, because staff deleted or changed them. */
  lacking?: Readonly<Record<string, readonly string[]>>;
  /** Submissions refused for their content; no retry will help. */
  refused: { code: string; reason: string }[];
  /** Why the outcome of the other submissions is unknown; they are retried later. */
  failure: string | null;
  /** The other submissions were not tried: the run had no time left, or the back office asked for a pause. */
  postponed: boolean;
}

/** An evidence file to attach to the row of its submission. */
export interface OutgoingFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Why a file is not attached: `refused` for its content, `failed` with unknown outcome, `postponed` without a try. */
export type FailedFile = { is: 'postponed' } | { is: 'refused' | 'failed'; reason: string };

/** See `FailedFile`. */
export type FileOutcome = { is: 'sent' } | FailedFile;

/** The files that a row already holds, in order, or why they could not be read. */
export type AttachedFiles = { is: 'found'; files: { name: string; bytes: number }[] } | FailedFile;

/** A decision of staff about a submission, as read from the back office. */
export interface StaffDecision {
  columns?: RowColumns;
  /** What stands in the columns that the sync alone writes, by property. */
  told?: Readonly<Record<string, string>>;
  /** The back office's id for the row. */
  recordId: string;
  /** Null where the row has no code. */
  code: string | null;
  /** The state as staff see it in Airtable; null where staff left it empty. */
  state: string | null;
  guidance: string | null;
  /** What staff answer at the end: see `replyOfStaff`. */
  reply?: string | null;
  /** The questions asked again, by the headings of their fields. */
  asked: readonly string[];
  /** Whether staff chose the nomination for a story; other tables have no such column. */
  chosen?: boolean;
  /** The release that the row names; other tables have no such column. */
  release?: string | null;
  /** What one of two people thinks of the nomination, and whether it is finished. */
  review?: { author: string; note: string; isDone: boolean };
  /** What staff answer in public; only the table of questions has such columns. */
  shared?: {
    isPublic: boolean;
    /** The consent of the unit, as the row has it. */
    agreed: boolean;
    question: string | null;
    answer: string | null;
    clause: string | null;
  };
}
