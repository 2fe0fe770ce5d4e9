import { compose } from './compose.ts';
import { toLatinInWords, toPlainLetters, toVietnameseD } from './look-alikes.ts';
import { toUnicodeSigns } from './word-signs.ts';

/** Deeper nesting than any form has. */
const maxDepth = 4;

/** An answer is nested deeper than a form can be. */
class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** What other systems end a line with. */
const lineBreaks = /\r\n?|[\v\u2028\u2029]/g;

/** Every space but the plain one: no-break, thin, ideographic, and the blank of Braille, which looks like one. */
const otherSpaces = /(?! )[\p{Zs}\u2800]/gu;

/**
 * What no reader sees: controls, joiners and breaks of no width, soft hyphens, marks of direction, selectors of variants, tags,
 * halves of characters, code points without a character. A joined emoji falls into its parts.
 */
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** Any character for which there is something to do; most texts have none. */
const unusual =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\u00f0\u00d0\u0256\u0189\u0370-\u052f\u2100-\u214f\u24b6-\u24e9\ufb00-\uffff\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}]|(?! )\p{Zs}|\u0335|\u0336/u;

/** Anything that can be seen by itself: a mark that stands on no letter cannot. */
const visible = /[^\s\p{M}]/u;

/** Line breaks, spaces and signs as they are stored, nothing that cannot be seen, plain letters. */
const withoutOddities = (text: string): string => {
  const seen = text.replace(lineBreaks, '\n').replace(invisible, '').replace(otherSpaces, ' ');
  return toLatinInWords(toPlainLetters(toUnicodeSigns(seen)));
};

/**
 * Text as it is stored, compared and counted: only what can be seen, line breaks as LF, one kind of space, Vietnamese letters for
 * those that look like them, at most four marks on a letter, NFC (TCVN 6909), trimmed; empty where nothing can be seen. Limits
 * count what this returns. Takes time in proportion to the text, whatever it holds.
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

/** Cleans every text in an answer; what was left empty becomes undefined. Throws TooDeepError. */
export function cleanAnswer(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) throw new TooDeepError('An answer is nested too deep.');
  if (typeof value === 'string') return cleanText(value) || undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) return cleanItems(value, depth + 1);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanAnswer(item, depth + 1)]));
}
