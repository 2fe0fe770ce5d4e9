import { createHash } from 'node:crypto';
import type { Submission } from '../submission.ts';
import { fold, nfc } from '../../vietnamese/fold.ts';
import { wordsOf } from '../../vietnamese/words.ts';

/** Words as they are compared: without tones, capitals and more than one space between them. */
export const folded = (text: unknown): string =>
  typeof text === 'string' ? fold(text).replace(/\s+/g, ' ').trim() : '';

/** Letter, apostrophe of any kind, space: `K'Hà`, `K’ Hà`, `KʼHà`, `K` Hà` are written for one name. */
const apostrophe = /(\p{L})[\u0027\u0060\u00b4\u2018-\u201b\u2032\u02b9-\u02bf\u02c8\ua78b\ua78c\uff07]\s?/gu;

/** How a person is addressed, not named, in folded words. */
const forms = [['dong', 'chi'], ['d', 'c'], ['ong'], ['ba']];

/**
 * A name as names are compared: without tones, capitals, apostrophes and hyphens, i and y as one (`kỹ`, `kĩ`), without “Ông”, “Bà”,
 * “Đồng chí” in front.
 */
export function nameKey(name: unknown): string {
  if (typeof name !== 'string') return '';
  const words = wordsOf(nfc(name).replace(apostrophe, '$1')).map(({ key }) => key);
  const form = forms.find(
    (each) => words.length > each.length + 1 && each.every((word, at) => words[at] === word),
  );
  return words.slice(form?.length ?? 0).join(' ');
}

const digest = (...parts: string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/**
 * By what a nomination is like another: whom or what it names, and who files it with which text. Digests: no name stands
 * anywhere for this alone.
 */
export function likenessesOf({ form, answers }: Pick<Submission, 'form' | 'answers'>): string[] {
  const { name, unitCode, unitName, achievements, approach } = answers;
  const [named, told] = [nameKey(name), folded(achievements ?? approach)];
  return [
    ...(named ? [digest(form, 'name', named)] : []),
    ...(told ? [digest(form, 'text', String(unitCode), folded(unitName), told)] : []),
  ];
}
