import { isMarked, type Word } from '../words.ts';
import type { StoryIndex } from './index-reader.ts';
import { Bits, type OftenWord } from './often.ts';

/** The stories that have all of some words. */
export interface OftenSets {
  /** With whatever tones. */
  folded: Bits;
  /** With just the tones that were typed. */
  exact: Bits;
}

const union = (sets: Iterable<Bits>, none: Bits): Bits =>
  [...sets].reduce((joined, set) => joined.or(set), none);

function ofWord(word: Word, list: OftenWord, stories: number): OftenSets {
  const none = Bits.of([], stories);
  const folded = union(list.values(), none);
  return { folded, exact: isMarked(word) ? (list.get(word.form) ?? none) : folded };
}

/** The stories that have all of some frequent words, from lists made at the build; null when there is no word. */
export async function oftenSets(index: StoryIndex, words: readonly Word[]): Promise<OftenSets | null> {
  const { stories } = index.root;
  const sets = await Promise.all(
    words.map(async (word) => ofWord(word, await index.often(word.key), stories)),
  );
  return sets.reduce<OftenSets | null>(
    (all, set) => (all ? { folded: all.folded.and(set.folded), exact: all.exact.and(set.exact) } : set),
    null,
  );
}
