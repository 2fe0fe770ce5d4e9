/** A submission as the store keeps it and the back office reads it. */
export interface Submission {
  code: string;
  form: string;
  formVersion: string;
  /** The checked answers, by field of the form. */
  answers: Record<string, unknown>;
  consentVersion: string;
  receivedAt: Date;
}

/** A submission that a sync took out of the queue; `attempts` counts this try too. */
export interface ClaimedSubmission extends Submission {
  attempts: number;
  /** Counts what its unit changed since it was filed. */
  revision: number;
  /** Id of the state that its unit moved it to, for the back office to learn of; null when staff's stands. */
  movedTo: string | null;
  /** Staff refused it and wrote no reason. */
  lacksReason: boolean;
  /**
   * What the row of the back office holds of the answers, as far as we wrote it; where it is not known whether it `isWritten`, what
   * it would hold. Null where there is no row yet and nothing has changed.
   */
  written: { isWritten: boolean; answers: Record<string, unknown> } | null;
}

/** A submission on its way out. */
export interface QueuedSubmission extends ClaimedSubmission {
  /** What staff should look at twice, as sentences. */
  warnings: readonly string[];
}

/** A mistake in one field, for the person who filed. Rows are named `indicators.0.name`. */
export interface FieldError {
  field: string;
  message: string;
}

/** What became of some submissions at the back office. */
export interface DeliveryOutcome {
  delivered: string[];
  /** Where the back office keeps them: code → its id of the row. */
  records?: Readonly<Record<string, string>>;
  /** Refused for what the row holds: no retry will help. */
  refused: { code: string; reason: string }[];
  /** Why the others are in doubt; they are tried again later. */
  failure: string | null;
  /** The others were not tried: the turn did not come in time, or the back office asked for a pause. */
  postponed: boolean;
}

/** A file on its way out, to the row of its submission. */
export interface OutgoingFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Why a file is not there: `refused` for what it is, `failed` when nobody knows, `postponed` when it was not tried. */
export type FailedFile = { is: 'postponed' } | { is: 'refused' | 'failed'; reason: string };

/** See `FailedFile`. */
export type FileOutcome = { is: 'sent' } | FailedFile;

/** The files that a row holds already, in their order, or why that is not known. */
export type AttachedFiles = { is: 'found'; files: { name: string; bytes: number }[] } | FailedFile;

/** What staff decided about a submission, as the back office holds it. */
export interface StaffDecision {
  code: string;
  /** The state's name as staff see it; null where they left it empty. */
  state: string | null;
  guidance: string | null;
  /** The questions asked again, by the headings of their fields. */
  asked: readonly string[];
}
