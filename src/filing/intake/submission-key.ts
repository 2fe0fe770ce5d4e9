import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keyName } from '../definitions/form.ts';
import type { FieldError } from '../submission.ts';

const keySchema = z.uuid();

/** The key that a page or a program made for one sending; undefined where it made none, or what is wrong with it. */
export function readSubmissionKey(
  filed: Record<string, unknown>,
): { ok: true; key: string | undefined } | { ok: false; error: FieldError } {
  if (filed[keyName] === undefined) return { ok: true, key: undefined };
  const { data: key } = keySchema.safeParse(filed[keyName]);
  if (key !== undefined) return { ok: true, key };
  return { ok: false, error: { field: keyName, message: 'submissionKey phải là một UUID.' } };
}

/** The same words give the same key, where no script made one. It is stored: what it is made of never changes. */
export const keyOfWords = (...words: unknown[]): string =>
  `sha256:${createHash('sha256').update(JSON.stringify(words)).digest('hex')}`;
