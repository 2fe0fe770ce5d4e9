import { compose } from './compose.ts';
import { isSyllable } from './syllables.ts';

const hats: Readonly<Record<string, string>> = { '^': '\u0302', '(': '\u0306', '+': '\u031b' };
const tones: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};
const vowel = /([aeo])(\^)|([a])(\()|([ou])(\+)/gi;

const written = /^[A-Za-z]+(?:[\^(+`'?~.]{1,2}[A-Za-z]*)+$/;

/** A hat with a tone or a letter after it, or a tone that no other notation has: `Nguye^~n`, `Va(n`, `xa~`; no `O+`, no `a(n)`. */
const telling = /(?:[aeo]\^|a\(|[ou]\+)[`'?~.A-Za-z]|[aeiouy]~/i;
const onset = /^(?:[bcdghklmnpqrstvx]|dd|[cgknpt]h|ng|tr)/i;

const decode = (word: string): string =>
  compose(
    word
      .toLowerCase()
      .replace(/dd/g, 'đ')
      .replace(vowel, (pair) => pair.charAt(0) + (hats[pair.charAt(1)] ?? ''))
      .replace(/([a-z]\p{M}?)([`'?~.])/gu, (_, letter: string, tone: string) => letter + (tones[tone] ?? '')),
  );

const maxLength = 14;

/** Finds a word in VIQR (RFC 1456), which writes Vietnamese with ASCII signs; undefined without one. */
export function findViqr(text: string): string | undefined {
  if (!/[\^(+~]/.test(text)) return undefined;
  return text
    .split(/[\s,;:"*-]+/)
    .find(
      (word) =>
        word.length <= maxLength &&
        !word.includes(')') &&
        onset.test(word) &&
        telling.test(word) &&
        written.test(word) &&
        (isSyllable(decode(word)) || isSyllable(decode(word.replace(/[.?']$/, '')))),
    );
}
