import { randomUUID } from 'node:crypto';
import { alphabet, codeOf, randomLength } from '../code-characters.ts';
import { type FoundCode, findCode } from '../find-code.ts';

const aheadMs = 7 * 3_600_000;

/** Random characters from the bits of a UUID. Node draws UUIDs from a pool, while `randomBytes` asks the system each time. */
function randomCharacters(): string {
  const uuid = randomUUID();
  // Use the first 48 bits: the version and variant bits of a UUID come later.
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
  // Việt Nam is seven hours ahead all year. A time-zone lookup would take longer than the rest of this function.
  return codeOf(new Date(now.getTime() + aheadMs).toISOString().slice(2, 4), randomCharacters());
}

/** Reads a typed or pasted receipt code: the code, or why there is none. `message` says what to do. */
export const readReceiptCode = (typed: string): FoundCode => findCode(typed);

/** The code that a person meant; null when the text holds no code of ours. */
export function parseReceiptCode(typed: string): string | null {
  const found = findCode(typed);
  return found.ok ? found.code : null;
}
