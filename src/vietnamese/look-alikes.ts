/** Cyrillic and Greek letters that print exactly as Latin ones do, beside those (Unicode confusables.txt). */
const foreign = 'АВЕКМНОРСТУХІЈЅԜаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const latin = 'ABEKMHOPCTYXIJSWaeopcyxijshdqwABEZHIKMNOPTYXo';
const latinOf = new Map([...foreign].map((letter, at) => [letter, latin.charAt(at)]));
const foreignLetter = new RegExp(`[${foreign}]`, 'gu');

/** The text with each Cyrillic or Greek letter that looks like a Latin one as that Latin letter. */
export const toLatin = (text: string): string =>
  text.replace(foreignLetter, (letter) => latinOf.get(letter) ?? letter);
