import { randomUUID } from 'node:crypto';
import { alphabet, codeOf, randomLength } from '../code-characters.ts';
import { findCode, type FoundCode } from '../find-code.ts';

const aheadMs = 7 * 3_600_000;

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
  return codeOf(new Date(now.getTime() + aheadMs).toISOString().slice(2, 4), randomCharacters());
}

/** What was typed or pasted where a receipt code is asked for: the code, or why there is none. `message` says what to do. */
export const readReceiptCode = (typed: string): FoundCode => findCode(typed);

/** The code that a person meant; null when there is none that could be ours. */
export function parseReceiptCode(typed: string): string | null {
  const found = findCode(typed);
  return found.ok ? found.code : null;
}
