import { isSyllable } from './syllables.ts';

/** Characters that “?” may have replaced: a letter with marks, or a mark alone. */
const lettersLost = [...'áắấéếíóốớúứýđăâêôơư', '\u0301'];
const maxLost = 2;
const maxShown = 40;

/** Whether a word is an address or a formula, in which “?” is normal. */
const isAddress = (word: string): boolean => /[/=&@#%\\()]|www\.|\.\w/.test(word);

/** Whether Vietnamese letters in place of each “?” turn the word into a syllable. */
function isSyllableWithout(word: string, lost: number): boolean {
  if (!word.includes('?')) return isSyllable(word);
  if (lost === 0) return false;
  return lettersLost.some((letter) => isSyllableWithout(word.replace('?', letter), lost - 1));
}

const trim = (word: string): string => word.replace(/^[^\p{L}?]+|[^\p{L}?]+$/gu, '');

/** Letters of an onset alone before “?”, and more words behind it: `S? N?i v?`. */
const onsetAlone = /^(?:[BCDGHKLMNPQRSTVX]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)\?$/i;

/** Certainty that a word lost letters: 2 for certain, 1 where the “?” may end a question. */
function lossIn(word: string, isLast: boolean): 0 | 1 | 2 {
  const bare = trim(word);
  if (onsetAlone.test(bare)) return isLast ? 0 : 1;
  if (!/\?\p{L}/u.test(bare) || !isSyllableWithout(bare.toLowerCase(), maxLost)) return 0;
  if (/^\?\P{Ll}/u.test(bare) || /^\p{Lu}\?\p{Lu}$/u.test(bare)) return 1;
  return /\p{L}\?+\p{L}/u.test(bare) || !isSyllable(bare.replace(/\?/g, '').toLowerCase()) ? 2 : 1;
}

/**
 * A word in which letters were lost: U+FFFD anywhere, or “?” where a Vietnamese letter makes the word a syllable (`Nguy?n`). A
 * question without a space behind it (`hay không?Có`) is none. Undefined where nothing is lost.
 */
export function findLostLetters(text: string): string | undefined {
  if (!text.includes('\ufffd') && !text.includes('?')) return undefined;
  const words = text.split(/\s+/);
  let sum = 0;
  for (const [at, word] of words.entries()) {
    if (word.includes('\ufffd')) return word.slice(0, maxShown);
    if (word.length > maxShown || !word.includes('?') || isAddress(word)) continue;
    sum += lossIn(word, at === words.length - 1);
    if (sum > 1) return trim(word);
  }
  return undefined;
}
