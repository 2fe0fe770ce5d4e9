import { compose } from '../../../vietnamese/compose.ts';
import type { Face } from './faces.ts';

/** Signs that are printed as a similar one: all spaces as a space, non-breaking hyphens as a hyphen. */
const near = [
  [/\p{Zs}|\t/gu, ' '],
  [/[\u2010\u2011]/g, '-'],
] as const;

/** Invisible characters: joiners, marks of direction, controls. */
const unseen = /(?!\n)[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** The text in NFC, with plain spaces and hyphens, without invisible characters. */
export const plainText = (text: string): string =>
  near.reduce((plain, [signs, sign]) => plain.replace(signs, sign), compose(text)).replace(unseen, '');

/** The Unicode number of a letter that no font has, so that the paper still tells which letter it was. */
const nameOf = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The text with letters that the fonts have; the others become their number. */
export const printable = (text: string, { has }: Face): string =>
  [...plainText(text)].map((letter) => (letter === '\n' || has(letter) ? letter : nameOf(letter))).join('');
