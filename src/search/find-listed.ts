import { isMarked, type Word } from '../vietnamese/words.ts';
import { Bits, type WordList } from './bits.ts';
import { isKnown } from './interpretations.ts';
import type { ShardedIndex } from './sharded-index.ts';

/** The stories that have all of some words, wherever they stand. */
export interface Listed {
  /** Stories that have the words, with any tones. */
  folded: Bits;
  /** Stories that have the words with exactly the typed tones. */
  exact: Bits;
}

/** Most words that are tried for an unfinished word. */
const mostBeginnings = 12;

const union = (sets: Iterable<Bits>, none: Bits): Bits =>
  [...sets].reduce((joined, set) => joined.or(set), none);

function ofWord(word: Word, list: WordList, stories: number): Listed {
  const none = Bits.of([], stories);
  const folded = union(list.values(), none);
  return { folded, exact: isMarked(word) ? (list.get(word.form) ?? none) : folded };
}

/** The stories that have a word with this beginning. */
async function unfinished(index: ShardedIndex, { key }: Word): Promise<Listed> {
  const begun = [...index.beginningWith(key), ...index.inTextsBeginningWith(key)].slice(0, mostBeginnings);
  const lists = await Promise.all(begun.map((each) => index.list(each)));
  const none = Bits.of([], index.size);
  const folded = union(
    lists.flatMap((list) => [...list.values()]),
    none,
  );
  return { folded, exact: folded };
}

/**
 * The stories that have all given words, from lists that the build made, so no text is loaded. The last word may be unfinished.
 * Null when there is no word.
 */
export async function listed(index: ShardedIndex, words: readonly Word[]): Promise<Listed | null> {
  const sets = await Promise.all(
    words.map(async (word, at) =>
      at < words.length - 1 || isKnown(index, word)
        ? ofWord(word, await index.list(word.key), index.size)
        : unfinished(index, word),
    ),
  );
  return sets.reduce<Listed | null>(
    (all, set) => (all ? { folded: all.folded.and(set.folded), exact: all.exact.and(set.exact) } : set),
    null,
  );
}
