import type { Notice } from '../../forms/show-errors.ts';
import type { FieldError } from '../../schemas/submission.ts';

/** What the server made of a filing. */
export type Reply =
  | { kind: 'receipt'; receiptUrl: string }
  | { kind: 'errors'; errors: FieldError[] }
  | { kind: 'notice'; notice: Notice };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const errorsOf = (value: unknown): FieldError[] =>
  Array.isArray(value)
    ? value.filter(isObject).map(({ field, message }) => ({ field: text(field), message: text(message) }))
    : [];

/** Reads the answer to a filing. Throws when it is no JSON: something between here and the server answered. */
export async function readReply(answer: Response): Promise<Reply> {
  const body: unknown = await answer.json();
  if (!isObject(body)) throw new TypeError('The answer is no JSON object.');
  if (answer.status === 201) return { kind: 'receipt', receiptUrl: text(body.receiptUrl) };
  if (answer.status === 422) return { kind: 'errors', errors: errorsOf(body.errors) };
  return { kind: 'notice', notice: { title: text(body.title), detail: text(body.detail) } };
}
