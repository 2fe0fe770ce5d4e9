import { queryWords, type Word } from '../vietnamese/words.ts';
import { isKnown, joinedWords, parted, waysOf, withoutInputKeys } from './interpretations.ts';
import { type Leniency, maySlip, slotsOf, withoutHeavy } from './query-terms.ts';
import { best, type Hit, inOrder, ranked, type Wanted } from './rank.ts';
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

/** The same with what lacks some of the words beside what has all. */
export interface FindingsAndNear extends Findings {
  near: readonly Hit[];
  /** What was meant differs by keys and spaces alone, and the hits are its own. */
  isRespelled: boolean;
}

const nothing = {
  hits: [],
  near: [],
  how: 'none',
  meant: null,
  known: false,
  isRespelled: false,
} satisfies FindingsAndNear;

/** The hits of each reading. */
const rankedWays = (
  index: TermIndex,
  ways: readonly Word[][],
  wanted: Wanted,
  leniency: Leniency = 'none',
): Promise<Hit[][]> =>
  Promise.all(
    ways.map((words) => ranked(index, withoutHeavy(index, slotsOf(index, words, leniency)), wanted)),
  );

/** The hits with every word, over all readings. */
const wholeOf = (readings: readonly Hit[][]): Hit[] =>
  inOrder(best(readings.map((hits) => hits.filter(({ whole }) => whole))));

/** The near documents of the reading that comes nearest. */
const nearestOf = (readings: readonly Hit[][]): Hit[] =>
  readings.reduce((most, hits) => ((hits[0]?.value ?? 0) > (most[0]?.value ?? 0) ? hits : most), []);

/** What was meant, and what it finds where nothing but keys and spaces was put right: no word became another. */
interface Guess {
  meant: string | null;
  hits: Hit[];
}

/** The query that was meant: a word that is no word gives way to one that stands beside another word of the query. */
async function guess(index: TermIndex, words: readonly Word[]): Promise<Guess> {
  if (!words.some((word) => maySlip(index, word))) return { meant: null, hits: [] };
  const plain = withoutInputKeys(index, words);
  let apart: Hit[] = [];
  for (const same of [...plain, ...parted(index, words), ...joinedWords(index, words)]) {
    const hits = wholeOf(await rankedWays(index, [same], 'whole'));
    if (hits[0]?.phrase || (hits[0] && plain.includes(same)))
      return { meant: same.map(({ text }) => text).join(' '), hits };
    // Beside a word that is one, the parts of another may well stand apart.
    if (words.length > 1 && apart.length === 0) apart = hits;
  }
  const corrected = wholeOf(await rankedWays(index, [[...words]], 'whole', 'corrected'));
  return { meant: corrected.find((hit) => hit.corrected !== null)?.corrected ?? null, hits: apart };
}

/** Whether a text is a question at all: not markup, not a formula, not a single letter. */
const isQuestion = (typed: string, words: readonly Word[]): boolean =>
  !signsOfCode.test(typed) && words.some(({ key }) => key.length >= shortest);

/** The documents that answer a query: those with every word, or else those with most of them. */
export async function find(
  index: TermIndex,
  typed: string,
  wanted: Wanted = 'whole',
): Promise<FindingsAndNear> {
  const words = queryWords(typed).slice(0, mostWords);
  if (!isQuestion(typed, words)) return nothing;
  const ways = waysOf(index, words);
  const known = ways.some((way) => way.every((word) => isKnown(index, word)));
  const asked = await rankedWays(index, ways, wanted);
  const near = wanted === 'near' ? nearestOf(asked) : [];
  const whole = wholeOf(asked);
  const hits = whole.length > 0 ? whole : wholeOf(await rankedWays(index, ways, 'whole', 'unfinished'));
  if (hits.length > 0) return { hits, near, how: 'all', meant: null, known, isRespelled: false };
  const { meant, hits: same } = await guess(index, words);
  const others = wanted === 'near' ? near : nearestOf(await rankedWays(index, ways, 'near'));
  const found = same.length > 0 ? same : others;
  return {
    hits: found,
    near: found,
    how: found.length > 0 ? 'near' : 'none',
    meant,
    known,
    isRespelled: meant !== null && same.length > 0,
  };
}
