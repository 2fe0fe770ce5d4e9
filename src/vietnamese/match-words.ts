import { normalize } from './compose.ts';
import type { Word } from './words.ts';

const tones = /[\u0300-\u036f]/g;
const known = new WeakMap<Word, string[]>();

/** All ways to type a word: unchanged, with d for đ, with đ but no other marks, without any marks. */
function spellingsOf(word: Word): string[] {
  const before = known.get(word);
  if (before) return before;
  const { form, key } = word;
  const spellings = [form, form.replaceAll('đ', 'd'), normalize(form, 'NFD').replace(tones, ''), key];
  known.set(word, spellings);
  return spellings;
}

/** Whether a typed word matches a word. Typed marks must match; missing marks match anything. */
export const isSame = (typed: Word, word: Word): boolean => spellingsOf(word).includes(typed.form);

const isBegun = (typed: Word, word: Word): boolean =>
  spellingsOf(word).some((spelling) => spelling.startsWith(typed.form));

const allSpellings = new WeakMap<readonly Word[], string>();

/** All spellings of all words of a name, each between two spaces: one search in it tells names apart that lack a word. */
function spellingsOfAll(name: readonly Word[]): string {
  const before = allSpellings.get(name);
  if (before !== undefined) return before;
  const spellings = ` ${name.flatMap(spellingsOf).join(' ')} `;
  allSpellings.set(name, spellings);
  return spellings;
}

/** How typed words match a name: the whole name, its beginning, adjacent words, or words in any order. */
export type Match = 'whole' | 'beginning' | 'together' | 'anywhere';

/** Whether words stand at a position of a name. The last word may be unfinished if it was typed, not expanded. */
function standAt(typed: readonly Word[], name: readonly Word[], at: number, isTyped: IsTyped): boolean {
  return typed.every((word, place) => {
    const other = name[at + place];
    if (other === undefined) return false;
    return isSame(word, other) || (place === typed.length - 1 && isTyped(word) && isBegun(word, other));
  });
}

/** Whether a word was typed. A word that comes from expanding an abbreviation is never unfinished. */
export type IsTyped = (word: Word) => boolean;
const always: IsTyped = () => true;

/** How typed words match a name; undefined when they do not. */
export function matchWords(
  typed: readonly Word[],
  name: readonly Word[],
  isTyped: IsTyped = always,
): Match | undefined {
  const last = typed.at(-1);
  const spellings = spellingsOfAll(name);
  const isIn = (word: Word) => spellings.includes(isTyped(word) ? ` ${word.form}` : ` ${word.form} `);
  if (last === undefined || !typed.every(isIn)) return undefined;
  if (standAt(typed, name, 0, isTyped)) {
    const end = name[typed.length - 1];
    return typed.length === name.length && end !== undefined && isSame(last, end) ? 'whole' : 'beginning';
  }
  return name.some((_, at) => standAt(typed, name, at, isTyped)) ? 'together' : 'anywhere';
}

/** Words without an initial in abbreviations: “Sở KHCN”. */
const linking = ['va', 'cac'];
const consonants = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[a-z0-9])/;

/** “Y tế” is compared as “i tế”, “SYT” is not. */
const asI = (letters: string) => letters.replaceAll('y', 'i');

/** The position in a name that letters reach when each word gives its first letter or consonants; undefined without a match. */
function reachOf(letters: string, name: readonly Word[], at: number): number | undefined {
  if (letters === '') return at;
  const word = name[at];
  if (word === undefined) return undefined;
  const key = asI(word.key);
  const first = consonants.exec(key)?.[0] ?? '';
  for (let taken = first.length; taken > 0; taken -= 1) {
    if (!letters.startsWith(first.slice(0, taken))) continue;
    const reach = reachOf(letters.slice(taken), name, at + 1);
    if (reach !== undefined) return reach;
  }
  // “UBMTTQ”: an abbreviation that the name itself contains.
  if (letters.startsWith(key)) {
    const reach = reachOf(letters.slice(key.length), name, at + 1);
    if (reach !== undefined) return reach;
  }
  return linking.includes(word.key) ? reachOf(letters, name, at + 1) : undefined;
}

const mostLetters = 12;
const hasTone = /[\u0300-\u036f]/;
/** Whether a word may be initials. A word with a tone is never initials. */
const areInitials = ({ form, key }: Word) =>
  key.length <= mostLetters && !hasTone.test(normalize(form, 'NFD'));

/** How typed words match a name when each is a word of it or the initials of some: `S. KH&CN`, `Sở NN&MT`, `SNNMT`. */
export function matchInitials(typed: readonly Word[], name: readonly Word[]): Match | undefined {
  let at = 0;
  for (const word of typed) {
    const isLink = () => linking.includes(name[at]?.key ?? '') && !linking.includes(word.key);
    if (isLink()) at += 1;
    const here = name[at];
    if (here !== undefined && isSame(word, here)) {
      at += 1;
      continue;
    }
    const reach = areInitials(word) ? reachOf(asI(word.key), name, at) : undefined;
    if (reach === undefined) return undefined;
    at = reach;
  }
  return at === name.length ? 'whole' : 'beginning';
}
