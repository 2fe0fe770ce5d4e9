import { compose } from '../vietnamese/compose.ts';
import { nfc } from '../vietnamese/fold.ts';

/**
 * The shadow of Vietnamese text: đ/Đ written ḏ/Ḏ (U+1E0F, U+1E0E). Pagefind folds letters by taking
 * combining marks away; đ has none, ḏ has one. In the shadow `duong` therefore finds `đường`, and the
 * exact spelling still ranks first. No Vietnamese word is written with ḏ, so the way back is exact.
 */
export const toShadow = (text: string): string => nfc(text).replace(/đ/g, 'ḏ').replace(/Đ/g, 'Ḏ');

/** Turns a shadow back into normal text, for titles, excerpts and filter values. */
export const fromShadow = (text: string): string => compose(text).replace(/ḏ/g, 'đ').replace(/Ḏ/g, 'Đ');

const smallDReference = /&(?:#273|#[xX]0*111|dstrok);/g;
const bigDReference = /&(?:#272|#[xX]0*110|Dstrok);/g;

/** The shadow of a page. First replaces character references for đ by the letter, as the index would read them. */
export const htmlToShadow = (html: string): string =>
  toShadow(html.replace(smallDReference, 'đ').replace(bigDReference, 'Đ'));
