import { readings } from '../vietnamese/synonyms.ts';
import { withoutKeys } from '../vietnamese/typos.ts';
import { type Word, wordsOf } from '../vietnamese/words.ts';
import type { TermIndex } from './term-index.ts';

/** Most words that a single word is split into. */
const mostParts = 4;
/** No single letter is a part, but the one that is a word. */
const isPart = (key: string): boolean => key.length > 1 || key === 'y';
const mostWays = 2;

/** Whether a word stands somewhere in a name, a summary or a text. */
export const isKnown = (index: TermIndex, { key }: Word): boolean =>
  index.has(key) || index.isOnlyInTexts(key);

/**
 * The readings of a query with the fewest unknown words. An abbreviation that no story has is read as its expansion, not as a
 * slip, and an unknown expansion as its abbreviation. The last word may be unfinished.
 */
export function waysOf(index: TermIndex, words: readonly Word[]): Word[][] {
  const isBegun = ({ key }: Word): boolean => index.beginningWith(key).length > 0;
  const unknown = (way: readonly Word[]): number =>
    way.filter((word, at) => !isKnown(index, word) && !(at === way.length - 1 && isBegun(word))).length;
  const ways = readings(words).map((way) => ({ way, unknown: unknown(way) }));
  const fewest = Math.min(...ways.map((each) => each.unknown));
  return ways.filter((each) => each.unknown === fewest).map(({ way }) => way);
}

const partOf = (text: string): Word => wordsOf(text)[0] ?? { text, form: text, key: text };

/** All ways to split letters into the given number of known words. */
function cuts(index: TermIndex, letters: string, parts: number): Word[][] {
  const isWord = (text: string): boolean => isPart(text) && index.has(partOf(text).key);
  if (parts === 1) return isWord(letters) ? [[partOf(letters)]] : [];
  return Array.from(letters, (_, at) => letters.slice(0, at))
    .filter(isWord)
    .flatMap((start) =>
      cuts(index, letters.slice(start.length), parts - 1).map((rest) => [partOf(start), ...rest]),
    );
}

/** Splits an unknown word, typed without spaces, into as few known words as possible. At most two ways. */
function partings(index: TermIndex, { key }: Word): Word[][] {
  const least = (way: readonly Word[]): number => Math.min(...way.map((part) => index.weight(part.key)));
  for (let parts = 2; parts <= mostParts; parts += 1) {
    const ways = cuts(index, key, parts);
    if (ways.length > 0) return ways.sort((a, b) => least(b) - least(a)).slice(0, mostWays);
  }
  return [];
}

/** The readings in which an unknown word is split into several words. */
export function parted(index: TermIndex, words: readonly Word[]): Word[][] {
  for (const [at, word] of words.entries()) {
    if (isKnown(index, word)) continue;
    const ways = partings(index, word);
    if (ways.length > 0)
      return ways.map((parts) => [...words.slice(0, at), ...parts, ...words.slice(at + 1)]);
  }
  return [];
}

/** The reading without the keys of an input method that was off; none where a word stays unknown. One word alone may be anything. */
export function withoutInputKeys(index: TermIndex, words: readonly Word[]): Word[][] {
  const plain = words.map((word) => (isKnown(index, word) ? word : partOf(withoutKeys(word.key) ?? '')));
  return plain.length > 1 && plain.every(({ key }) => index.has(key)) ? [plain] : [];
}

/** Readings in which two words of the query are joined to one word of the index: `chu yen` → `chuyen`. */
export function joinedWords(index: TermIndex, words: readonly Word[]): Word[][] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (!before || (index.has(before.key) && index.has(word.key)) || !index.has(before.key + word.key))
      return [];
    const whole = {
      text: before.text + word.text,
      form: before.form + word.form,
      key: before.key + word.key,
    };
    return [[...words.slice(0, at), whole, ...words.slice(at + 2)]];
  });
}
