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

/** A mistake in one field, for the person who filed. Rows are named `indicators.0.name`. */
export interface FieldError {
  field: string;
  message: string;
}

/** What became of some submissions at the back office. Nothing is said of those that are not listed. */
export interface DeliveryOutcome {
  delivered: string[];
  /** Refused for what the row holds: no retry will help. */
  refused: { code: string; reason: string }[];
}
