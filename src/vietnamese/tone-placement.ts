import { compose, normalize } from './compose.ts';

/** Syllables whose tone both spellings place differently, with the tone on the last vowel (decomposed). */
const onLastVowel = /([oO])([aAeE])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu;
const onLastY = /(^|[^qQ])([uU])([yY])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu;

/**
 * The text with every tone in one place: `hoà` → `hòa`, `thuý` → `thúy`; `quý`, `hoàn` stay. Both spellings
 * are correct and official texts use both, so this is for comparing, never for showing.
 */
export const placeTones = (text: string): string =>
  compose(normalize(text, 'NFD').replace(onLastVowel, '$1$3$2').replace(onLastY, '$1$2$4$3'));
