import { createHash } from 'node:crypto';
import { fold } from '../../vietnamese/fold.ts';
import { nameKey } from '../../vietnamese/name-key.ts';
import type { Submission } from '../submission.ts';

/** Text for comparison: without tones and capitals, and with single spaces. */
const folded = (text: unknown): string =>
  typeof text === 'string' ? fold(text).replace(/\s+/g, ' ').trim() : '';

const digest = (...parts: string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/**
 * Keys that duplicate nominations share: one for the name of the nominee, one for the unit with its text. The keys are digests, so
 * the search for duplicates stores no names.
 */
export function duplicateKeysOf({ form, answers }: Pick<Submission, 'form' | 'answers'>): string[] {
  const { name, unitCode, unitName, achievements, approach } = answers;
  const [named, told] = [nameKey(name), folded(achievements ?? approach)];
  return [
    ...(named ? [digest(form, 'name', named)] : []),
    ...(told ? [digest(form, 'text', String(unitCode), folded(unitName), told)] : []),
  ];
}
