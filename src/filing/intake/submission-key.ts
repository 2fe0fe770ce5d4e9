import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keyName } from '../definitions/form.ts';
import type { FieldError } from '../submission.ts';

const keySchema = z.uuid();

/** Reads the submission key that a page or program sent: undefined where it sent none, a mistake where it is no UUID. */
export function readSubmissionKey(
  filed: Record<string, unknown>,
): { ok: true; key: string | undefined } | { ok: false; error: FieldError } {
  if (filed[keyName] === undefined) return { ok: true, key: undefined };
  const { data: key } = keySchema.safeParse(filed[keyName]);
  if (key !== undefined) return { ok: true, key };
  return { ok: false, error: { field: keyName, message: 'submissionKey phải là một UUID.' } };
}

/** A key for submissions without one: the same words give the same key. Keys are stored, so never change how they are made. */
export const keyOfWords = (...words: unknown[]): string =>
  `sha256:${createHash('sha256').update(JSON.stringify(words)).digest('hex')}`;
