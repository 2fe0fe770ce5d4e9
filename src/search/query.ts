import { normalize } from '../vietnamese/compose.ts';
import { nfc } from '../vietnamese/fold.ts';
import { toShadow } from './shadow.ts';
import { placeTones } from '../vietnamese/tone-placement.ts';

const maxCharacters = 200;

/** What is read of an address or a box at all, spaces and marks included. */
const maxTyped = 2_000;
const maxWords = 16;

/** What someone typed, as the index is asked. All but `text` are in the index's own spelling. */
export interface Query {
  /** As typed, tidied: for the address and for messages. */
  text: string;
  /** The words as one phrase, in quotes. */
  phrase: string;
  /** The words anywhere, the last one perhaps unfinished. */
  plain: string;
  /** Each word as a whole word, in quotes. */
  words: string[];
  /** For each word, whether it was typed with tones or đ: then it means itself. */
  marked: boolean[];
}

/** A page that the index offers for one question. */
export interface PageHit {
  id: string;
  score: number;
}

/** What the index says to the questions of one `Query`. */
export interface Answers<H extends PageHit> {
  /** To the phrase, with just these tones. */
  exactPhrase: H[];
  /** To the phrase, with any tones. */
  phrase: H[];
  /** To each word with just its tones, in the order of `Query.words`. */
  exactWords: H[][];
  /** To each word with any tones, in the same order. */
  words: H[][];
  /** To the plain query; its scores rank the pages. */
  plain: H[];
}

/** The pages in the order to show. */
export interface Ranking<H extends PageHit> {
  hits: H[];
  /** True when no page has all the words: these are only near. */
  near: boolean;
  /** The pages with just the tones that were typed. */
  exact: ReadonlySet<string>;
  /** The pages where the words stand side by side. */
  inPhrase: ReadonlySet<string>;
}

/** The spelling in which pages are indexed and queries asked: one place for tones, ḏ for đ. */
const toIndexed = (text: string): string => toShadow(placeTones(text));

/** Reads what was typed, in any Unicode form. Null when there is no word in it. */
export function readQuery(typed: string): Query | null {
  const text = nfc(typed.slice(0, maxTyped)).replace(/\s+/gu, ' ').trim().slice(0, maxCharacters);
  const words = (toIndexed(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, maxWords);
  if (words.length === 0) return null;
  const plain = words.join(' ');
  const marked = words.map((word) => /\p{M}/u.test(normalize(word, 'NFD')));
  return { text, phrase: `"${plain}"`, plain, words: words.map((word) => `"${word}"`), marked };
}

/** The pages that stand in every one of the lists. */
function inAll<H extends PageHit>(pages: H[], lists: H[][]): H[] {
  const having = lists.map((hits) => new Set(hits.map(({ id }) => id)));
  return pages.filter(({ id }) => having.every((ids) => ids.has(id)));
}

const idsOf = (hits: readonly PageHit[]): ReadonlySet<string> => new Set(hits.map(({ id }) => id));

/**
 * Merges the answers, no page twice: the phrase with its very tones, the phrase with any tones, then all
 * words apart, where a word typed with tones keeps them unless that leaves nothing at all. Only then do the
 * plain query's pages stand: an unfinished or unknown word.
 * @param marked as in `Query`
 */
export function rank<H extends PageHit>(marked: readonly boolean[], answers: Answers<H>): Ranking<H> {
  const { exactPhrase, phrase, exactWords, words, plain } = answers;
  const scores = new Map(plain.map(({ id, score }) => [id, score]));
  const byScore = (hits: H[]): H[] =>
    [...hits].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
  const meant = words.map((hits, at) => (marked[at] ? (exactWords[at] ?? []) : hits));
  const exact = idsOf([...exactPhrase, ...inAll(plain, exactWords)]);
  const inPhrase = idsOf([...exactPhrase, ...phrase]);
  const complete = [...byScore(exactPhrase), ...byScore(phrase), ...inAll(plain, meant)];
  const hits = complete.length > 0 ? complete : inAll(plain, words);
  if (hits.length === 0) return { hits: plain, near: words.length > 1 && plain.length > 0, exact, inPhrase };
  // Of one page's hits the first stays: a phrase knows where on the page it stands.
  const seen = new Set<string>();
  const first = hits.filter(({ id }) => !seen.has(id) && seen.add(id));
  return { hits: first, near: false, exact, inPhrase };
}
