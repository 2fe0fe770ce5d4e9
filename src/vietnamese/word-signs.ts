/**
 * Signs that Word and PDF readers export as private characters (U+F000 and the sign's place in the fonts Symbol and Wingdings),
 * with the nearest Unicode sign. Where the two fonts differ, the sign that lists and forms use.
 */
const wordSigns: readonly (readonly [number, string])[] = [
  [0xf020, ' '],
  [0xf02d, '-'],
  [0xf02b, '+'],
  [0xf06c, '●'],
  [0xf06e, '■'],
  [0xf06f, '□'],
  [0xf071, '❑'],
  [0xf072, '❒'],
  [0xf074, '♦'],
  [0xf075, '◆'],
  [0xf076, '❖'],
  [0xf09f, '•'],
  [0xf0a3, '≤'],
  [0xf0a7, '•'],
  [0xf0a8, '□'],
  [0xf0ac, '←'],
  [0xf0ad, '↑'],
  [0xf0ae, '→'],
  [0xf0af, '↓'],
  [0xf0b0, '°'],
  [0xf0b1, '±'],
  [0xf0b3, '≥'],
  [0xf0b4, '×'],
  [0xf0b7, '•'],
  [0xf0b8, '÷'],
  [0xf0b9, '≠'],
  [0xf0bb, '≈'],
  [0xf0d8, '➢'],
  [0xf0de, '⇒'],
  [0xf0df, '←'],
  [0xf0e0, '→'],
  [0xf0e1, '↑'],
  [0xf0e2, '↓'],
  [0xf0e8, '➔'],
  [0xf0f0, '⇨'],
  [0xf0fb, '✗'],
  [0xf0fc, '✓'],
  [0xf0fd, '☒'],
  [0xf0fe, '☑'],
];
const signOf = new Map(wordSigns.map(([code, sign]) => [String.fromCharCode(code), sign]));
const wordSign = /[\uf020-\uf0fe]/g;

/** Replaces Word's private bullets, arrows, ticks and signs by Unicode signs. Other private characters stay. */
export const toUnicodeSigns = (text: string): string =>
  text.replace(wordSign, (sign) => signOf.get(sign) ?? sign);
