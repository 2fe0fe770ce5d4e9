import { nfc } from '../vietnamese/fold.ts';
import { placeTones } from '../vietnamese/tone-placement.ts';
import { wordsOf } from '../vietnamese/words.ts';
import { toShadow } from './shadow.ts';

const maxCharacters = 200;
/** Most characters that are read from an address or a box, spaces and marks included. */
const maxTyped = 2_000;

/** Typed text in the form for addresses and messages; empty where it has no word. */
export function tidied(typed: string): string {
  const text = nfc(typed.slice(0, maxTyped)).replace(/\s+/gu, ' ').trim().slice(0, maxCharacters);
  return wordsOf(text).length > 0 ? text : '';
}

/** Words as a phrase in the spelling of Pagefind's index: one place for tones, ḏ for đ. */
export const indexedPhrase = (words: readonly string[]): string => toShadow(placeTones(words.join(' ')));
