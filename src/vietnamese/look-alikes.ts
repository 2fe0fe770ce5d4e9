import { normalize } from './compose.ts';

/** Cyrillic and Greek letters that look exactly like Latin letters (Unicode confusables.txt). */
const foreign = 'АВЕКМНОРСТУХІЈЅԜаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const latin = 'ABEKMHOPCTYXIJSWaeopcyxijshdqwABEZHIKMNOPTYXo';
const latinOf = new Map([...foreign].map((letter, at) => [letter, latin.charAt(at)]));
const foreignLetter = new RegExp(`[${foreign}]`, 'gu');

/** Replaces each Cyrillic or Greek look-alike by its Latin letter. */
export const toLatin = (text: string): string =>
  text.replace(foreignLetter, (letter) => latinOf.get(letter) ?? letter);

const cyrillicOrGreek = /[\u0370-\u052f]/;
/** A word, or part of an overlong word. */
const word = /[\p{L}\p{M}]{1,200}/gu;
const latinLetter = /\p{Script=Latin}/u;

/** Like `toLatin`, but only in words that are otherwise Latin. Words of another script stay. */
export const toLatinInWords = (text: string): string =>
  cyrillicOrGreek.test(text)
    ? text.replace(word, (each) => {
        const inLatin = cyrillicOrGreek.test(each) && latinLetter.test(each) ? toLatin(each) : each;
        return cyrillicOrGreek.test(inLatin) ? each : inLatin;
      })
    : text;

/** Eth, the African d, and d with a combining stroke: scanners and other keyboards write these for đ. */
const strokedD = /[\u00f0\u0256]|d[\u0335\u0336]/g;
const strokedCapitalD = /[\u00d0\u0189]|D[\u0335\u0336]/g;

/** Replaces every look-alike of đ and Đ by đ and Đ. */
export const toVietnameseD = (text: string): string =>
  text.replace(strokedD, 'đ').replace(strokedCapitalD, 'Đ');

/**
 * Decorated letters: ligatures (ﬁ), full width, mathematical and circled alphabets. Signs with a meaning are not included:
 * m², ½, ①, №.
 */
const dressed =
  /[\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134\u24b6-\u24e9\ufb00-\ufb06\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}]/gu;

/** Replaces decorated letters by plain letters. */
export const toPlainLetters = (text: string): string =>
  text.replace(dressed, (letter) => normalize(letter, 'NFKC'));
