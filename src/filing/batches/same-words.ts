import { normalize } from '../../vietnamese/compose.ts';
import { fold, nfc } from '../../vietnamese/fold.ts';
import { placeTones } from '../../vietnamese/tone-placement.ts';

/** What stands around and between words without a meaning; a question mark or “≠” has one, and stays. */
const idleSigns = /[\s.,;:()[\]{}“”"'‘’\-–—/\\*•…_]+/gu;

/** Longer texts are nobody's name for a choice. */
const maxLetters = 300;

/** The words of a text for comparing: case, idle signs and where a tone is placed do not count. */
export interface Words {
  toned: string;
  toneless: string;
}

const noWords: Words = { toned: '', toneless: '' };

/** The words of a text; none of one that is too long. */
export function comparableWords(text: string): Words {
  if (text.length > maxLetters) return noWords;
  const toned = placeTones(nfc(normalize(text, 'NFKC')))
    .toLowerCase()
    .replace(idleSigns, ' ')
    .trim();
  return { toned, toneless: fold(toned) };
}

/** In a name of so few words a tone decides: “cô” and “cờ” are not “có”. */
const shortNameWords = 2;

/**
 * Whether what was typed is a name as a whole. Tones may be left out altogether (“chua” for “chưa”); in longer names one may be
 * missing or wrong.
 */
export function isSameWords(typed: Words, name: Words): boolean {
  if (typed.toned === name.toned) return typed.toned !== '';
  if (typed.toneless !== name.toneless) return false;
  return typed.toneless === typed.toned || name.toned.split(' ').length > shortNameWords;
}
