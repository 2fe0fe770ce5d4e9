/** Crockford base 32: no I, L, O, U. https://www.crockford.com/base32.html */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random characters of a code. */
export const randomLength = 9;

/** Letters and digits of a whole code, `DN` and the year included. */
export const codeLength = 4 + randomLength + 1;

/** Multiplies by x in GF(32), modulo x⁵ + x² + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/** The check value: finds every single wrong character and every swap of two neighbours. */
function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = timesX(sum ^ alphabet.indexOf(character));
  return alphabet.charAt(sum);
}

const format = (year: string, rest: string): string =>
  `DN${year}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;

/** The code of a year, two digits, with these random characters. */
export const codeOf = (year: string, random: string): string =>
  format(year, random + checkCharacter(year + random));

/** The code that letters and digits in capitals, `DN` first, spell with O for 0 and I or L for 1; null where the check fails. */
export function codeFrom(characters: string): string | null {
  const plain = characters.slice(2).replace(/O/g, '0').replace(/[IL]/g, '1');
  const [year, rest] = [plain.slice(0, 2), plain.slice(2)];
  if (characters.length !== codeLength || !characters.startsWith('DN') || !/^\d\d$/.test(year)) return null;
  if ([...rest].some((character) => !alphabet.includes(character))) return null;
  return codeOf(year, rest.slice(0, -1)) === format(year, rest) ? format(year, rest) : null;
}
