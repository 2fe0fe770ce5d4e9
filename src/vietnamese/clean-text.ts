import { compose } from './compose.ts';
import { toLatinInWords, toPlainLetters, toVietnameseD } from './look-alikes.ts';
import { toUnicodeSigns } from './word-signs.ts';

/** Most levels of nesting in an answer; no form needs more. */
const maxDepth = 4;

/** An answer is nested deeper than a form can be. */
class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** Line ends of other systems. */
const lineBreaks = /\r\n?|[\v\u2028\u2029]/g;

/** Every space except the plain one: no-break, thin, ideographic, and the blank of Braille, which looks like a space. */
const otherSpaces = /(?! )[\p{Zs}\u2800]/gu;

/**
 * Invisible characters: controls, zero-width joiners and breaks, soft hyphens, direction marks, variation selectors, tags,
 * lone surrogates, unassigned code points. A joined emoji falls into its parts.
 */
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** Any character that needs cleaning; most texts have none. */
const unusual =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\u00f0\u00d0\u0256\u0189\u0370-\u052f\u2100-\u214f\u24b6-\u24e9\ufb00-\uffff\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}]|(?! )\p{Zs}|\u0335|\u0336/u;

/** Any visible character; a mark without a letter is not visible. */
const visible = /[^\s\p{M}]/u;

/** Normalises line breaks, spaces, signs and letters, and removes invisible characters. */
const withoutOddities = (text: string): string => {
  const seen = text.replace(lineBreaks, '\n').replace(invisible, '').replace(otherSpaces, ' ');
  return toLatinInWords(toPlainLetters(toUnicodeSigns(seen)));
};

/**
 * Cleans text for storage, comparison and counting: only visible characters, line breaks as LF, one kind of space, Vietnamese
 * letters for look-alikes, at most four marks on a letter, NFC (TCVN 6909), trimmed; empty where nothing is visible. Length
 * limits count the cleaned text. Runs in time linear in the text, for any input.
 */
export function cleanText(typed: string): string {
  const isUsual = !unusual.test(typed);
  const text = (isUsual ? compose(typed) : toVietnameseD(compose(withoutOddities(typed)))).trim();
  return visible.test(text) ? text : '';
}

function cleanItems(items: unknown[], depth: number): unknown[] | undefined {
  const cleaned = items.map((item) => cleanAnswer(item, depth)).filter((item) => item !== undefined);
  return cleaned.length > 0 ? cleaned : undefined;
}

/** Cleans every text in an answer; an empty text becomes undefined. Throws TooDeepError. */
export function cleanAnswer(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) throw new TooDeepError('An answer is nested too deep.');
  if (typeof value === 'string') return cleanText(value) || undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) return cleanItems(value, depth + 1);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanAnswer(item, depth + 1)]));
}
