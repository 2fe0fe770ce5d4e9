/** How many combining marks one letter may carry. No Vietnamese letter has more than two; other scripts reach four. */
export const maxMarks = 4;

const markRuns = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, 'gu');

type Form = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

/**
 * `String.prototype.normalize` for text from outside. It first cuts every run of combining marks to `maxMarks`: engines sort such a
 * run in quadratic time, so a few kilobytes of packed marks would hold a server for an hour. Takes time in proportion to the text.
 */
export const normalize = (text: string, form: Form): string => text.replace(markRuns, '$1').normalize(form);

/** The text with every letter and its marks as one character where Unicode has one (NFC, TCVN 6909). */
export const compose = (text: string): string => normalize(text, 'NFC');
