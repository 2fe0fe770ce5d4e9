import { createHash } from 'node:crypto';
import type { Submission } from '../submission.ts';
import { fold } from '../../vietnamese/fold.ts';
import { nameKey } from '../../vietnamese/name-key.ts';

/** Words as they are compared: without tones, capitals and more than one space between them. */
const folded = (text: unknown): string =>
  typeof text === 'string' ? fold(text).replace(/\s+/g, ' ').trim() : '';

const digest = (...parts: string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/**
 * By what a nomination is like another: whom or what it names, and who files it with which text. Digests: no name stands
 * anywhere for this alone.
 */
export function duplicateKeysOf({ form, answers }: Pick<Submission, 'form' | 'answers'>): string[] {
  const { name, unitCode, unitName, achievements, approach } = answers;
  const [named, told] = [nameKey(name), folded(achievements ?? approach)];
  return [
    ...(named ? [digest(form, 'name', named)] : []),
    ...(told ? [digest(form, 'text', String(unitCode), folded(unitName), told)] : []),
  ];
}
