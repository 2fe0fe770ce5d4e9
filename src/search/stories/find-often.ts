import { isMarked, wordsOf } from '../words.ts';
import type { StoryIndex } from './index-reader.ts';
import type { Bits } from './often.ts';
import type { TextFindings } from './text-tier.ts';

const all = (sets: readonly Bits[], join: (a: Bits, b: Bits) => Bits): Bits | null =>
  sets.reduce<Bits | null>((joined, set) => (joined ? join(joined, set) : set), null);

/**
 * The stories that have every word of a query somewhere, newest first, from lists made at the build: for queries of frequent words
 * alone, which take Pagefind long and tell the stories little apart. Null when a word is not frequent.
 */
export async function findOften(index: StoryIndex, typed: string): Promise<TextFindings | null> {
  const words = wordsOf(typed);
  if (words.length === 0 || !words.every(({ key }) => index.isOften(key))) return null;
  const lists = await Promise.all(words.map(({ key }) => index.often(key)));
  const folded = all(
    lists.flatMap((list) => all([...list.values()], (a, b) => a.or(b)) ?? []),
    (a, b) => a.and(b),
  );
  const meant = words.flatMap((word, at) => {
    const list = lists[at] ?? new Map<string, Bits>();
    const own = isMarked(word) ? list.get(word.form) : all([...list.values()], (a, b) => a.or(b));
    return own ?? [];
  });
  const exact = meant.length === words.length ? all(meant, (a, b) => a.and(b)) : null;
  const exactDocs = exact?.docs() ?? [];
  const docs = exactDocs.length > 0 ? exactDocs : (folded?.docs() ?? []);
  const hits = docs.map((doc) => ({ doc, exact: exactDocs.length > 0, phrase: false, excerpt: null }));
  return { hits, near: docs.length === 0 };
}
