import { fold } from '../../vietnamese/fold.ts';
import type { HonourEntry } from './statement.ts';

/** Fewest letters of a name that is looked for: fewer would list half of the site. */
const fewestLetters = 4;

const code = /^(mh|vd)[\s.\p{Pd}_]*0*(\d{1,9})$/u;
/** What a sentence, a chat program or a print leaves at the ends of a code. */
const around = /^[^\p{L}\d]+|[^\p{L}\d]+$/gu;
const ofNumber = /^(?:quyet dinh|qd)?\s*(?:so)?[\s:.]*/;

/** The id that was typed, `VD-0042` for “vd 42” or “(VD–0042).”; null where it is no id. */
export function readId(asked: string): string | null {
  const [, kind, number] = code.exec(fold(asked).replace(around, '')) ?? [];
  return kind && number ? `${kind.toUpperCase()}-${number.padStart(4, '0')}` : null;
}

/** The number of a decision as one compares it: without “Quyết định số”, spaces, case and marks. */
const bareNumber = (typed: string): string => fold(typed).trim().replace(ofNumber, '').replace(/\s+/g, '');

const words = (text: string): string => ` ${(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** The published stories with that code, decision number or name. A part of a name is enough, in whole words. */
export function findHonours(entries: readonly HonourEntry[], asked: string): HonourEntry[] {
  const id = readId(asked);
  if (id !== null) return entries.filter((entry) => entry.id === id);
  const number = bareNumber(asked);
  const byNumber = entries.filter(({ decision }) => decision !== null && bareNumber(decision) === number);
  if (byNumber.length > 0) return byNumber;
  const name = words(asked);
  return name.trim().length < fewestLetters
    ? []
    : entries.filter((entry) => words(entry.name).includes(name));
}
