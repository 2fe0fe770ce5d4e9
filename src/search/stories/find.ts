import { readings } from '../synonyms.ts';
import { type Word, wordsOf } from '../words.ts';
import type { StoryIndex } from './index-reader.ts';
import { nearest } from './near.ts';
import { best, type Hit, inOrder, joined, matchAll } from './rank.ts';
import { parted, slotsOf } from './slots.ts';

const mostWords = 24;

/** What the index of names, units and summaries answers. */
export interface Findings {
  hits: Hit[];
  /** `all`: they have every word. `meant`: every word, one of them corrected. `near`: most of the words. `none`: ask the texts. */
  how: 'all' | 'meant' | 'near' | 'none';
  /** The query whose answer this is, when it is not what was typed. */
  meant: string | null;
}

const found = (hits: readonly Hit[], how: Findings['how']): Findings => ({
  hits: inOrder(hits),
  how,
  meant: how === 'meant' ? (inOrder(hits)[0]?.corrected ?? null) : null,
});

async function matchReadings(index: StoryIndex, ways: readonly Word[][], unfinished = false): Promise<Hit[]> {
  return best(await Promise.all(ways.map((words) => matchAll(index, slotsOf(index, words, unfinished)))));
}

/** Asks the index, from what was typed to what may have been meant; stops at the first answer. */
export async function find(index: StoryIndex, typed: string): Promise<Findings> {
  const words = wordsOf(typed).slice(0, mostWords);
  const ways = readings(words);
  const slots = slotsOf(index, words);
  const first = await matchReadings(index, ways);
  if (first.length > 0) return found(first, slots.some(({ corrected }) => corrected) && first.every(({ corrected }) => corrected) ? 'meant' : 'all');
  const begun = await matchReadings(index, ways, true);
  if (begun.length > 0) return found(begun, 'all');
  const spaced = await matchReadings(index, [...parted(index, words), ...joined(index, words)]);
  if (spaced.length > 0) return found(spaced, 'all');
  const near = await nearest(index, slots);
  const meant = near[0]?.corrected ?? null;
  if (meant) return { hits: near.filter(({ corrected }) => corrected), how: 'meant', meant };
  return { hits: near, how: near.length > 0 ? 'near' : 'none', meant: null };
}
