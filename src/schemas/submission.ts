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
  /** Refused for what the row holds: no retry will help. */
  refused: { code: string; reason: string }[];
  /** Why the others are in doubt; they are tried again later. */
  failure: string | null;
  /** The others were not tried: the turn did not come in time, or the back office asked for a pause. */
  postponed: boolean;
}

/** What staff decided about a submission, as the back office holds it. */
export interface StaffDecision {
  code: string;
  /** The state's name as staff see it; null where they left it empty. */
  state: string | null;
  guidance: string | null;
  /** The questions asked again, by the headings of their fields. */
  asked: readonly string[];
}
