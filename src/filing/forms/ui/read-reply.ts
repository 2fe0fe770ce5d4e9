import { retryAfterMs } from '../../drafts/retry-delays.ts';
import type { FieldError } from '../../submission.ts';
import type { Notice } from '../show-errors.ts';

/**
 * The outcome of a submission. `later`: the outcome is unknown, and the submission may be sent again. `asked`: send again with the solved
 * challenge. `body` is the whole answer.
 */
export type Reply =
  | { kind: 'asked'; challenge: Record<string, unknown> }
  | { kind: 'receipt'; receiptUrl: string; code: string; at: Date }
  | { kind: 'errors'; errors: FieldError[]; body: Readonly<Record<string, unknown>> }
  | { kind: 'notice'; notice: Notice }
  | { kind: 'later'; title: string; askedMs: number };

/** An outcome without an open challenge. */
export type Settled = Exclude<Reply, { kind: 'asked' }>;

/** Something between the browser and the server answered, such as a captive portal or a proxy. */
class NotOurAnswerError extends Error {
  override readonly name = 'NotOurAnswerError';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const errorsOf = (value: unknown): FieldError[] =>
  Array.isArray(value)
    ? value.filter(isObject).map(({ field, message }) => ({ field: text(field), message: text(message) }))
    : [];

/** Reads the answer to a submission. Throws where the answer is not from our server, whatever its status. */
export async function readReply(answer: Response): Promise<Reply> {
  const body: unknown = await answer.json();
  if (!isObject(body)) throw new NotOurAnswerError('Not a JSON object.');
  const [receiptUrl, title, errors] = [text(body.receiptUrl), text(body.title), errorsOf(body.errors)];
  if (answer.status === 201 && receiptUrl) {
    // A table has a code for each row, but no single filing time.
    const at = new Date(text(body.receivedAt));
    return {
      kind: 'receipt',
      receiptUrl,
      code: text(body.code),
      at: Number.isNaN(at.getTime()) ? new Date() : at,
    };
  }
  if (answer.status === 428 && isObject(body.challenge)) return { kind: 'asked', challenge: body.challenge };
  // 207: some rows of a table were taken.
  if ([207, 422].includes(answer.status) && errors.length > 0) return { kind: 'errors', errors, body };
  if (answer.ok || !title) throw new NotOurAnswerError('No receipt and no problem.');
  if (answer.status === 429 || answer.status >= 500) {
    return { kind: 'later', title, askedMs: retryAfterMs(answer.headers.get('Retry-After'), new Date()) };
  }
  return { kind: 'notice', notice: { title, detail: text(body.detail) } };
}
