import { randomUUID } from 'node:crypto';

/** Crockford base 32: no I, L, O, U. https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomLength = 9;
const aheadMs = 7 * 3_600_000;

/** Multiplies by x in GF(32), modulo x⁵ + x² + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/** The check value: finds every single wrong character and every swap of two neighbours. */
function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = timesX(sum ^ alphabet.indexOf(character));
  return alphabet.charAt(sum);
}

function format(year: string, rest: string): string {
  return `DN${year}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

/** Random characters. The bits come out of a UUID, which Node draws from a pool: `randomBytes` asks the system each time. */
function randomCharacters(): string {
  const uuid = randomUUID();
  // The first 48 bits: those that say what kind of UUID it is come after them.
  let bits = Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
  let characters = '';
  while (characters.length < randomLength) {
    characters += alphabet.charAt(bits % 32);
    bits = Math.floor(bits / 32);
  }
  return characters;
}

/** A new receipt code, `DN26-XXXX-XXXX-XC`: the year of filing in Việt Nam, 45 random bits, a check character. */
export function newReceiptCode(now: Date): string {
  // Việt Nam is seven hours ahead all year round; a look into the zone's tables would take longer than all the rest.
  const year = new Date(now.getTime() + aheadMs).toISOString().slice(2, 4);
  const random = randomCharacters();
  return format(year, random + checkCharacter(year + random));
}

/**
 * The code that a person meant: any case, dashes and spaces or none, O for 0, I or L for 1, with or without `DN`.
 * Null when it cannot be one of ours.
 */
export function parseReceiptCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/^DN/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const year = plain.slice(0, 2);
  const rest = plain.slice(2);
  if (!/^\d\d$/.test(year) || rest.length !== randomLength + 1) return null;
  if ([...rest].some((character) => !alphabet.includes(character))) return null;
  if (checkCharacter(year + rest.slice(0, -1)) !== rest.slice(-1)) return null;
  return format(year, rest);
}
