import { compose } from '../../../vietnamese/compose.ts';
import type { Face } from './faces.ts';

/** Signs that are printed as a near one: every space as a space, hyphens that do not break as hyphens. */
const near = [
  [/\p{Zs}|\t/gu, ' '],
  [/[\u2010\u2011]/g, '-'],
] as const;

/** What nobody can see: joiners, marks of direction, controls. */
const unseen = /(?!\n)[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** The text in NFC, with near signs for spaces and hyphens, without what nobody can see. */
export const plainText = (text: string): string =>
  near.reduce((plain, [signs, sign]) => plain.replace(signs, sign), compose(text)).replace(unseen, '');

/** A letter that no face has is named by its number in Unicode, so that the paper still says which one it was. */
const nameOf = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text with only letters that the face has. */
export const printable = (text: string, { has }: Face): string =>
  [...plainText(text)].map((letter) => (letter === '\n' || has(letter) ? letter : nameOf(letter))).join('');
