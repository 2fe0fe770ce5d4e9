import { queryWords, type Word } from '../../vietnamese/words.ts';
import type { StoryIndex } from './index-reader.ts';
import { nearest } from './fuzzy-match.ts';
import { best, type StoryHit, inOrder, joinedWords, matchAll } from './rank.ts';
import { slotsOf } from './query-terms.ts';
import { isKnown, parted, waysOf } from './interpretations.ts';

const mostWords = 24;
/** From this number of words on, the other words can show that a known word is a slip. */
const enoughToCorrect = 4;
const enoughToDoubt = 3;
/** A story with a higher value certainly answers the query. */
const clear = 1;
const clearWithOtherTones = 1.5;
const muchBetter = 1.2;

/** The answer of the index of names, units and summaries. */
export interface Findings {
  hits: StoryHit[];
  /** `all`: hits have every word. `meant`: every word, one of them corrected. `near`: most of the words. `none`: no hit. */
  how: 'all' | 'meant' | 'near' | 'none';
  /** The corrected query that the hits answer; null when they answer the typed query. */
  meant: string | null;
  /** Every typed word occurs somewhere in a name or a text, so a text may have all of them. */
  known: boolean;
}

async function matchReadings(
  index: StoryIndex,
  ways: readonly Word[][],
  unfinished = false,
): Promise<StoryHit[]> {
  return inOrder(
    best(await Promise.all(ways.map((words) => matchAll(index, slotsOf(index, words, unfinished))))),
  );
}

/** Stories with most of the words, or the corrected query when a single slip explains the missing word. */
async function findNear(
  index: StoryIndex,
  words: readonly Word[],
  known: boolean,
  least?: number,
): Promise<Findings> {
  const hits = await nearest(index, slotsOf(index, words), least);
  const meant = hits[0]?.corrected ?? null;
  // Where every word is known, a text may have all of them, so only a certain slip is corrected.
  const mayCorrect = !known || (words.length >= enoughToCorrect && (hits[0]?.value ?? 0) > clear);
  if (meant && mayCorrect) {
    return { hits: hits.filter(({ corrected }) => corrected), how: 'meant', meant, known };
  }
  return { hits, how: hits.length > 0 ? 'near' : 'none', meant: null, known };
}

/**
 * A slip can turn one word into another, and a story may contain all typed words by chance. Returns the stories that clearly
 * match a corrected query instead; null when no story does.
 */
async function insteadOf(
  { hits, how, known }: Findings,
  index: StoryIndex,
  words: readonly Word[],
): Promise<Findings | null> {
  const top = hits[0];
  const isClear = (top?.value ?? 0) > (top?.exact ? clear : clearWithOtherTones);
  if (!top || how !== 'all' || top.phrase || words.length < enoughToDoubt || isClear) return null;
  const near = await findNear(index, words, known, top.value * muchBetter);
  return near.how === 'meant' ? near : null;
}

/** What the query finds with one space added or removed. */
async function findSpaced(index: StoryIndex, words: readonly Word[], known: boolean): Promise<Findings> {
  const spaced = [...parted(index, words), ...joinedWords(index, words)];
  const hits = await matchReadings(index, spaced);
  return { hits, how: 'meant', meant: textOf(spaced[0]), known };
}

const topValue = ({ hits }: Findings): number => hits[0]?.value ?? 0;

/** Asks the index for the typed words first, then for likely corrections. Stops at the first answer. */
export async function find(index: StoryIndex, typed: string): Promise<Findings> {
  const words = queryWords(typed).slice(0, mostWords);
  const ways = waysOf(index, words);
  const known = ways.some((way) => way.every((word) => isKnown(index, word)));
  const hits = await matchReadings(index, ways);
  const meant = hits.every(({ corrected }) => corrected) ? (hits[0]?.corrected ?? null) : null;
  const answer: Findings = { hits, how: meant ? 'meant' : 'all', meant, known };
  if (hits.length > 0 && !meant) return (await insteadOf(answer, index, words)) ?? answer;
  const begun = meant ? [] : await matchReadings(index, ways, true);
  if (begun.length > 0) return { hits: begun, how: 'all', meant: null, known };
  const spaced = await findSpaced(index, words, known);
  if (topValue(spaced) > topValue(answer)) return spaced;
  if (topValue(answer) > clear) return answer;
  const near = await findNear(index, words, known);
  return meant && topValue(answer) >= topValue(near) ? answer : near;
}

const textOf = (words: readonly Word[] | undefined): string | null =>
  words?.map(({ text }) => text).join(' ') ?? null;
