import { fold, nfc } from '../search/fold.ts';
import { placeTones } from '../search/tone-placement.ts';

/** What stands around and between words without a meaning; a question mark or “≠” has one, and stays. */
const idleSigns = /[\s.,;:()[\]{}“”"'‘’\-–—/\\*•…_]+/gu;

/** The words of a text for comparing: case, idle signs and where a tone is placed do not count, tones do. */
const wordsOf = (text: string): string =>
  placeTones(nfc(text.normalize('NFKC')))
    .toLowerCase()
    .replace(idleSigns, ' ')
    .trim();

/** In a name of so few words a tone decides: “cô” and “cờ” are not “có”. */
const shortNameWords = 2;

/**
 * Whether two texts are the same words as a whole. Tones may be left out altogether (“chua” for “chưa”); in longer names one may
 * be missing or wrong.
 */
export function areSameWords(typed: string, name: string): boolean {
  const [a, b] = [wordsOf(typed), wordsOf(name)];
  if (a === b) return a !== '';
  if (fold(a) !== fold(b)) return false;
  return fold(a) === a || b.split(' ').length > shortNameWords;
}
