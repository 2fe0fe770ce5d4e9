/** What the sync must tell apart when Airtable does not do what it was asked. */
export class AirtableError extends Error {
  override readonly name: string = 'AirtableError';
}

/** 429: nothing succeeds for 30 s. */
export class RateLimitedError extends AirtableError {
  override readonly name = 'RateLimitedError';
}

/** 413, 422: what was sent is at fault and will be refused again. */
export class RefusedError extends AirtableError {
  override readonly name = 'RefusedError';
  readonly type: string;
  constructor(type: string, message: string, options?: ErrorOptions) {
    super(`${type}: ${message}`, options);
    this.type = type;
  }
}

/** A timeout, a broken connection, 5xx, or no JSON: it may or may not have been done. */
export class UnavailableError extends AirtableError {
  override readonly name = 'UnavailableError';
}

/** 401, 403, 404: the token, its rights or the base are wrong; a person must mend the settings. */
export class AccessError extends AirtableError {
  override readonly name: string = 'AccessError';
}

/** 404: the base, the table or, where those are known, the record is not there. */
export class MissingError extends AccessError {
  override readonly name = 'MissingError';
}

/** A table or a column that the code relies on is not in the base. The message names it. */
export class BaseLayoutError extends AirtableError {
  override readonly name = 'BaseLayoutError';
}

/** This run has no turn left before its deadline; nothing was sent. */
export class OutOfTimeError extends AirtableError {
  override readonly name = 'OutOfTimeError';
}
