import { normalize } from './compose.ts';

/** Cyrillic and Greek letters that print exactly as Latin ones do, beside those (Unicode confusables.txt). */
const foreign = 'АВЕКМНОРСТУХІЈЅԜаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const latin = 'ABEKMHOPCTYXIJSWaeopcyxijshdqwABEZHIKMNOPTYXo';
const latinOf = new Map([...foreign].map((letter, at) => [letter, latin.charAt(at)]));
const foreignLetter = new RegExp(`[${foreign}]`, 'gu');

/** The text with each Cyrillic or Greek letter that looks like a Latin one as that Latin letter. */
export const toLatin = (text: string): string =>
  text.replace(foreignLetter, (letter) => latinOf.get(letter) ?? letter);

const cyrillicOrGreek = /[\u0370-\u052f]/;
/** A word, or a stretch of one that is longer than any. */
const word = /[\p{L}\p{M}]{1,200}/gu;
const latinLetter = /\p{Script=Latin}/u;

/** The same in words that are otherwise Latin; a word of another script stays. */
export const toLatinInWords = (text: string): string =>
  cyrillicOrGreek.test(text)
    ? text.replace(word, (each) => {
        const inLatin = cyrillicOrGreek.test(each) && latinLetter.test(each) ? toLatin(each) : each;
        return cyrillicOrGreek.test(inLatin) ? each : inLatin;
      })
    : text;

/** Eth, the African d, and d with a stroke laid over it: what scanning and other keyboards put for đ. */
const strokedD = /[\u00f0\u0256]|d[\u0335\u0336]/g;
const strokedCapitalD = /[\u00d0\u0189]|D[\u0335\u0336]/g;

/** The text with every look-alike of đ and Đ as that letter. */
export const toVietnameseD = (text: string): string =>
  text.replace(strokedD, 'đ').replace(strokedCapitalD, 'Đ');

/**
 * Letters in another dress: ligatures (ﬁ), full width, the alphabets of mathematics and of circles in which names are decorated.
 * Not what means something: m², ½, ①, №.
 */
const dressed =
  /[\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134\u24b6-\u24e9\ufb00-\ufb06\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}]/gu;

/** The text with letters in another dress as plain ones. */
export const toPlainLetters = (text: string): string =>
  text.replace(dressed, (letter) => normalize(letter, 'NFKC'));
