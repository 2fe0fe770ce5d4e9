import { compose, normalize } from './compose.ts';

/** Syllables whose tone is on the last vowel, where the other spelling puts it on the first (decomposed). */
const onLastVowel = /([oO])([aAeE])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu;
const onLastY = /(^|[^qQ])([uU])([yY])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu;

/**
 * Moves every tone to one standard place: `hoà` → `hòa`, `thuý` → `thúy`; `quý`, `hoàn` stay. Both spellings
 * are correct and official texts use both, so use this for comparison, never for display.
 */
export const placeTones = (text: string): string =>
  compose(normalize(text, 'NFD').replace(onLastVowel, '$1$3$2').replace(onLastY, '$1$2$4$3'));
