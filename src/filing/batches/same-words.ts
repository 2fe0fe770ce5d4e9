import { normalize } from '../../vietnamese/compose.ts';
import { fold, nfc } from '../../vietnamese/fold.ts';
import { placeTones } from '../../vietnamese/tone-placement.ts';

/** Signs without a meaning around and between words; a question mark or “≠” has one and stays. */
const idleSigns = /[\s.,;:()[\]{}“”"'‘’\-–—/\\*•…_]+/gu;

/** Longer than any name that people give a choice. */
const maxLetters = 300;

/** The words of a text for comparing, without case, signs without a meaning and differences in tone placement. */
export interface Words {
  toned: string;
  toneless: string;
}

const noWords: Words = { toned: '', toneless: '' };

/** The words of a text; none if the text is too long. */
export function comparableWords(text: string): Words {
  if (text.length > maxLetters) return noWords;
  const toned = placeTones(nfc(normalize(text, 'NFKC')))
    .toLowerCase()
    .replace(idleSigns, ' ')
    .trim();
  return { toned, toneless: fold(toned) };
}

/** In a name of at most so many words tones must match: “cô” and “cờ” are not “có”. */
const shortNameWords = 2;

/**
 * Whether the whole typed text is a name. All tones may be left out (“chua” for “chưa”); in longer names one may be missing or
 * wrong.
 */
export function isSameWords(typed: Words, name: Words): boolean {
  if (typed.toned === name.toned) return typed.toned !== '';
  if (typed.toneless !== name.toneless) return false;
  return typed.toneless === typed.toned || name.toned.split(' ').length > shortNameWords;
}
