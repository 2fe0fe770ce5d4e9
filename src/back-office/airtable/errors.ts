/** Base class of the failures of Airtable that the sync handles differently. */
export class AirtableError extends Error {
  override readonly name: string = 'AirtableError';
}

/** 429: Airtable refuses every call for 30 s. */
export class RateLimitedError extends AirtableError {
  override readonly name = 'RateLimitedError';
}

/** 429 of another kind: the calls of the month are used up. Nothing succeeds until the month turns or the plan is enlarged. */
export class MonthUsedUpError extends AirtableError {
  override readonly name = 'MonthUsedUpError';
}

/** 413, 422: the request itself is wrong, so a retry will be refused too. */
export class RefusedError extends AirtableError {
  override readonly name = 'RefusedError';
  readonly type: string;
  constructor(type: string, message: string, options?: ErrorOptions) {
    super(`${type}: ${message}`, options);
    this.type = type;
  }
}

/** A timeout, a broken connection, 5xx, or no JSON: the call may or may not have taken effect. */
export class UnavailableError extends AirtableError {
  override readonly name = 'UnavailableError';
}

/** 401, 403, 404: the token, its rights or the base are wrong; a person must correct the settings. */
export class AccessError extends AirtableError {
  override readonly name: string = 'AccessError';
  /** The token itself is refused, whatever the table. */
  readonly isForAll: boolean;
  constructor(message: string, isForAll: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isForAll = isForAll;
  }
}

/** 404: the base or the table does not exist or, where both are known to exist, the record. */
export class MissingError extends AccessError {
  override readonly name = 'MissingError';
  constructor(message: string, options?: ErrorOptions) {
    super(message, false, options);
  }
}

/** The base lacks a table or column that the code relies on. The message names the missing one. */
export class BaseLayoutError extends AirtableError {
  override readonly name = 'BaseLayoutError';
}

/** The rate limit leaves no call before the deadline of this run; nothing was sent. */
export class OutOfTimeError extends AirtableError {
  override readonly name = 'OutOfTimeError';
}

/** Whether an error only says that no call is left for now. */
export const isLater = (error: unknown): boolean =>
  error instanceof OutOfTimeError || error instanceof MonthUsedUpError || error instanceof RateLimitedError;
