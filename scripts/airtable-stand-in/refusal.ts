/**
 * An answer of the API that refuses a request, with the status and body that Airtable would send.
 * Thrown from anywhere in a write so that its transaction rolls back; caught once, in `server.ts`.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown, message: string) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

const typed = (status: number, type: string, message: string) =>
  new Refusal(status, { error: { type, message } }, message);

/** 401: the token is missing or wrong. */
export const authenticationRequired = () => typed(401, 'AUTHENTICATION_REQUIRED', 'Authentication required');

/** 403: the base or table does not exist or the token may not use it. Airtable does not say which. */
export const modelNotFound = () =>
  typed(
    403,
    'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
    'Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.',
  );

/** 404: no such record or no such address; the only error whose body is a bare string. */
export const notFound = () => new Refusal(404, { error: 'NOT_FOUND' }, 'Not found');

/** 413: the body is larger than the server takes. */
export const bodyTooLarge = () => typed(413, 'REQUEST_TOO_LARGE', 'Request body is too large');

/** 422 with the error type and message given. */
export const unprocessable = (type: string, message: string) => typed(422, type, message);

/** 422: the request as a whole is malformed. */
export const invalidRequest = (
  detail = 'Invalid request: parameter validation failed. Check your request data.',
) => typed(422, 'INVALID_REQUEST_UNKNOWN', detail);

/** 422: a column is named that the table does not have. */
export const unknownField = (name: string) =>
  typed(422, 'UNKNOWN_FIELD_NAME', `Unknown field name: "${name}"`);

/** 422: the value is of the wrong kind for its column. */
export const invalidValue = (field: string) =>
  typed(422, 'INVALID_VALUE_FOR_COLUMN', `Field "${field}" cannot accept the provided value`);

/** 422: a value is written into a column that Airtable computes. */
export const computedField = (field: string) =>
  typed(
    422,
    'INVALID_VALUE_FOR_COLUMN',
    `Field "${field}" cannot accept a value because the field is computed`,
  );

/** 422: a select is given an option that it does not have; Airtable doubles the quotes. */
export const unknownChoice = (choice: string) =>
  typed(
    422,
    'INVALID_MULTIPLE_CHOICE_OPTIONS',
    `Insufficient permissions to create new select option ""${choice}""`,
  );

/** 429: the calls of the month are used up. The schema can still be read. */
export const billingLimitReached = () => {
  const message =
    'You have exceeded the monthly API call limit of this workspace. Upgrade the plan or wait for the next month.';
  return typed(429, 'PUBLIC_API_BILLING_LIMIT_EXCEEDED', message);
};

/** 429: more than the allowed requests a second; nothing succeeds until the lock-out ends. */
export const rateLimitReached = () => {
  const message = 'Rate limit exceeded. Please try again later';
  return new Refusal(429, { errors: [{ error: 'RATE_LIMIT_REACHED', message }] }, message);
};
