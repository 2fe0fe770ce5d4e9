import { queryWords, type Word } from '../vietnamese/words.ts';
import { nearest } from './fuzzy-match.ts';
import { isKnown, parted, waysOf, withoutInputKeys } from './interpretations.ts';
import { type Leniency, maySlip, slotsOf, withoutHeavy } from './query-terms.ts';
import { best, type Hit, inOrder, joinedWords, matchAll } from './rank.ts';
import type { TermIndex } from './term-index.ts';

const mostWords = 24;
/** Marks of markup and formulas. No text of the site has them, and nobody means them. */
const signsOfCode = /[<>{}=^|\\]/;
const shortest = 2;

/** The answer of an index to a query. */
export interface Findings {
  hits: Hit[];
  /** `all`: hits have every word. `near`: most of the words. `none`: no hit. */
  how: 'all' | 'near' | 'none';
  /** “Ý bạn là …”: the query without its slip; null where none is certain. Its hits are not among these. */
  meant: string | null;
  /** Every typed word occurs somewhere in a name or a text, so a text may have all of them. */
  known: boolean;
}

const nothing: Findings = { hits: [], how: 'none', meant: null, known: false };

async function matchReadings(
  index: TermIndex,
  ways: readonly Word[][],
  leniency: Leniency = 'none',
): Promise<Hit[]> {
  return inOrder(
    best(
      await Promise.all(
        ways.map((words) => matchAll(index, withoutHeavy(index, slotsOf(index, words, leniency)))),
      ),
    ),
  );
}

/** What was meant, and what it finds where nothing but keys and spaces was put right: no word became another. */
interface Guess {
  meant: string | null;
  hits: Hit[];
}

/** The query that was meant: a word that is no word gives way to one that stands beside another word of the query. */
async function guess(index: TermIndex, words: readonly Word[]): Promise<Guess> {
  if (!words.some((word) => maySlip(index, word))) return { meant: null, hits: [] };
  const plain = withoutInputKeys(index, words);
  for (const same of [...plain, ...parted(index, words), ...joinedWords(index, words)]) {
    const hits = await matchReadings(index, [same]);
    if (hits[0]?.phrase || (hits[0] && plain.includes(same)))
      return { meant: same.map(({ text }) => text).join(' '), hits };
  }
  const corrected = await matchReadings(index, [[...words]], 'corrected');
  return { meant: corrected.find((hit) => hit.corrected !== null)?.corrected ?? null, hits: [] };
}

/** Whether a text is a question at all: not markup, not a formula, not a single letter. */
const isQuestion = (typed: string): boolean => {
  const words = queryWords(typed);
  return words.length > 0 && !signsOfCode.test(typed) && words.some(({ key }) => key.length >= shortest);
};

/** The documents that answer a query: those with every word, or else those with most of them. */
export async function find(index: TermIndex, typed: string): Promise<Findings> {
  if (!isQuestion(typed)) return nothing;
  const words = queryWords(typed).slice(0, mostWords);
  const ways = waysOf(index, words);
  const known = ways.some((way) => way.every((word) => isKnown(index, word)));
  const hits = await matchReadings(index, ways);
  if (hits.length > 0) return { hits, how: 'all', meant: null, known };
  const begun = await matchReadings(index, ways, 'unfinished');
  if (begun.length > 0) return { hits: begun, how: 'all', meant: null, known };
  const { meant, hits: same } = await guess(index, words);
  const near = same.length > 0 ? same : await findNear(index, typed);
  return { hits: near, how: near.length > 0 ? 'near' : 'none', meant, known };
}

/** The documents that have most of a query's words, though none or a worse one may have all. */
export async function findNear(index: TermIndex, typed: string): Promise<Hit[]> {
  const ways = waysOf(index, queryWords(typed).slice(0, mostWords));
  return inNearOrder(
    await Promise.all(ways.map((way) => nearest(index, withoutHeavy(index, slotsOf(index, way))))),
  );
}

/** The near documents of the reading that comes nearest. */
const inNearOrder = (readings: readonly Hit[][]): Hit[] =>
  readings.reduce((most, hits) => ((hits[0]?.value ?? 0) > (most[0]?.value ?? 0) ? hits : most), []);
