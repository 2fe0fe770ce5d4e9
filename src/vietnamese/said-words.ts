/**
 * The words of a text, without blanks at its ends; null where nobody can read a word or a number in it: blanks, characters of no width
 * and marks alone say nothing.
 */
export const saidWords = (text: unknown): string | null =>
  typeof text === 'string' && /[\p{L}\p{N}]/u.test(text) ? text.trim() : null;
