import { compose, normalize } from './compose.ts';
import { fold, nfc } from './fold.ts';
import { isLikeSyllable } from './syllables.ts';
import { placeTones } from './tone-placement.ts';

/** A word in the forms that the story index compares. */
export interface Word {
  /** As written, NFC. */
  text: string;
  /** Lower case with tones, in one standard spelling: `Hoà` → `hòa`, `kĩ` and `kỹ` → `kĩ`. */
  form: string;
  /** The form without tones and hats, đ as d. Words with the same key look the same when typed without marks. */
  key: string;
}

/** A y that may also be written i: after one consonant, or alone. `quy`, `kỹ`, `y`; not `may`, `thuy`. */
const openY = /^((?:[bcdghklmnpqrstvxđ]|ch|gh|kh|ng|ngh|nh|ph|th|tr|qu)?)y([\u0300-\u0323]?)$/;

/** The spelling that stands for all spellings of a word. */
function formOf(text: string): string {
  const placed = placeTones(text.toLowerCase());
  const parted = normalize(placed, 'NFD');
  return openY.test(parted) ? compose(parted.replace(openY, '$1i$2')) : placed;
}

/** Cache of words: a text has few different words, and a build reads millions. */
const known = new Map<string, Word>();

function wordOf(text: string): Word {
  const before = known.get(text);
  if (before) return before;
  const form = formOf(text);
  const word = { text, form, key: fold(form) };
  known.set(text, word);
  return word;
}

/** Apostrophes that Unicode counts as letters. They separate words as all others do (`KʼHà`, `K’Hà`). */
const letterApostrophes = /[\u02b9-\u02bf\u02c8\ua78b\ua78c]/g;

/** A word, or part of an overlong word: an unbounded repeat would overflow the stack of the regular expression. */
const word = /[\p{L}\p{M}\p{N}]{1,200}/gu;

/** The words of a text, in order. Signs only separate words. */
export const wordsOf = (text: string): Word[] =>
  (nfc(text).replace(letterApostrophes, "'").match(word) ?? []).map(wordOf);

/** Whether a word was typed with tones or đ, so that it should match exactly. */
export const isMarked = ({ form, key }: Pick<Word, 'form' | 'key'>): boolean => form !== key;

/** Whether a word is a number or a year. There are too many numbers to list them all. */
export const isNumeric = (key: string): boolean => /^\d/.test(key);

/** An abbreviation whose letters also make a word: in capitals it is not that word. `AI`, not `ai`. */
const isCapital = ({ text, form }: Word): boolean => /^[A-Z]{2,4}$/.test(text) && isLikeSyllable(form);

/** The words of a text as an index keeps them: an abbreviation in capitals differs from the word of its letters. */
export const indexWords = (text: string): Word[] =>
  wordsOf(text).map((each) => (isCapital(each) ? { ...each, form: each.text } : each));

/** Letters typed apart: `C.Đ.S`, `k.h`, `u b n d`. */
const apart = /(^|[^\p{L}\p{M}\p{N}])(\p{L}(?:\.\p{L})+|\p{L}(?: \p{L}){2,})(?![\p{L}\p{M}])/gu;

/** Joins letters that were typed apart. */
export const joinedLetters = (typed: string): string =>
  nfc(typed).replace(apart, (_, before: string, letters: string) => before + letters.replace(/[. ]/g, ''));

/**
 * The words of a query. Where no word has a tone or a hat, the person typed without them: a `đo` may mean `đo`, `đò` or `độ`, and
 * counts as typed without marks. Capitals mean something unless all words have them.
 */
export function queryWords(typed: string): Word[] {
  const words = wordsOf(joinedLetters(typed));
  const hasTones = words.some(({ form }) => /\p{M}/u.test(normalize(form, 'NFD')));
  const isShouted = words.length > 1 && words.every(({ text }) => text === text.toUpperCase());
  return words.map((each) => {
    if (!isShouted && isCapital(each)) return { ...each, form: each.text };
    return hasTones ? each : { ...each, form: each.key };
  });
}
