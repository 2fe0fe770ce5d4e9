import { readings } from '../synonyms.ts';
import { type Word, wordsOf } from '../words.ts';
import type { StoryIndex } from './index-reader.ts';
import { nearest } from './near.ts';
import { best, type Hit, inOrder, joined, matchAll } from './rank.ts';
import { parted, slotsOf } from './slots.ts';

const mostWords = 24;
/** From so many words on the others show what a known but wrong one should have been. */
const enoughToCorrect = 4;
const enoughToDoubt = 3;
/** A story of this value answers beyond doubt. */
const clear = 1;
const muchBetter = 1.2;

/** What the index of names, units and summaries answers. */
export interface Findings {
  hits: Hit[];
  /** `all`: they have every word. `meant`: every word, one of them corrected. `near`: most of the words. `none`: nothing. */
  how: 'all' | 'meant' | 'near' | 'none';
  /** The query whose answer this is, when it is not what was typed. */
  meant: string | null;
  /** Every word that was typed stands somewhere in a name or a text, so a text may have them all. */
  known: boolean;
}

/** How a query may be read. What was not typed is only looked for where the index has each word of it: it is no slip. */
function waysOf(index: StoryIndex, words: readonly Word[]): Word[][] {
  const typed = new Set(words.map(({ key }) => key));
  return readings(words).filter((way) => way.every(({ key }) => typed.has(key) || index.has(key)));
}

async function matchReadings(index: StoryIndex, ways: readonly Word[][], unfinished = false): Promise<Hit[]> {
  return inOrder(
    best(await Promise.all(ways.map((words) => matchAll(index, slotsOf(index, words, unfinished))))),
  );
}

/** What most of the words find; corrected, when one slip explains what is missing. */
async function findNear(
  index: StoryIndex,
  words: readonly Word[],
  known: boolean,
  least?: number,
): Promise<Findings> {
  const hits = await nearest(index, slotsOf(index, words), least);
  const meant = hits[0]?.corrected ?? null;
  const mayCorrect = !known || words.length >= enoughToCorrect;
  if (meant && mayCorrect) {
    return { hits: hits.filter(({ corrected }) => corrected), how: 'meant', meant, known };
  }
  return { hits, how: hits.length > 0 ? 'near' : 'none', meant: null, known };
}

/**
 * All words scattered over a story may be there by chance, when a slip made one word another. Where a story says clearly what was
 * meant, that comes instead; null when none does.
 */
async function insteadOf(
  { hits, how, known }: Findings,
  index: StoryIndex,
  words: readonly Word[],
): Promise<Findings | null> {
  const top = hits[0];
  if (!top || how !== 'all' || top.phrase || words.length < enoughToDoubt || top.value > clear) return null;
  const near = await findNear(index, words, known, top.value * muchBetter);
  return near.how === 'meant' ? near : null;
}

/** Asks the index, from what was typed to what may have been meant; stops at the first answer. */
export async function find(index: StoryIndex, typed: string): Promise<Findings> {
  const words = wordsOf(typed).slice(0, mostWords);
  const known = words.every(({ key }) => index.has(key) || index.isOnlyInTexts(key));
  const ways = waysOf(index, words);
  const hits = await matchReadings(index, ways);
  const meant = hits.every(({ corrected }) => corrected) ? (hits[0]?.corrected ?? null) : null;
  const answer: Findings = { hits, how: meant ? 'meant' : 'all', meant, known };
  if (hits.length > 0) return (await insteadOf(answer, index, words)) ?? answer;
  const begun = await matchReadings(index, ways, true);
  if (begun.length > 0) return { hits: begun, how: 'all', meant: null, known };
  const spaced = [...parted(index, words), ...joined(index, words)];
  const apart = await matchReadings(index, spaced);
  if (apart.length > 0) return { hits: apart, how: 'meant', meant: textOf(spaced[0]), known };
  return findNear(index, words, known);
}

const textOf = (words: readonly Word[] | undefined): string | null =>
  words?.map(({ text }) => text).join(' ') ?? null;
