import { normalize } from '../vietnamese/compose.ts';
import { nfc } from '../vietnamese/fold.ts';
import { toShadow } from './shadow.ts';
import { placeTones } from '../vietnamese/tone-placement.ts';

const maxCharacters = 200;

/** Most characters that are read from an address or a box, spaces and marks included. */
const maxTyped = 2_000;
const maxWords = 16;

/** A typed query in the form for the index. All fields but `text` are in the spelling of the index. */
export interface Query {
  /** The typed text, tidied, for the address and for messages. */
  text: string;
  /** The words as one phrase, in quotes. */
  phrase: string;
  /** The words in any place; the last word may be unfinished. */
  plain: string;
  /** Each word as a whole word, in quotes. */
  words: string[];
  /** For each word, whether it was typed with tones or đ. Such a word should match exactly. */
  marked: boolean[];
}

/** A page that the index returns for one question. */
export interface PageHit {
  id: string;
  score: number;
}

/** The index's answers to the questions of one `Query`. */
export interface Answers<H extends PageHit> {
  /** Pages with the phrase in exactly these tones. */
  exactPhrase: H[];
  /** Pages with the phrase in any tones. */
  phrase: H[];
  /** For each word, pages with the word in exactly its tones; in the order of `Query.words`. */
  exactWords: H[][];
  /** For each word, pages with the word in any tones; in the same order. */
  words: H[][];
  /** Pages for the plain query, whose scores rank the pages. */
  plain: H[];
}

/** The pages in the order to show. */
export interface Ranking<H extends PageHit> {
  hits: H[];
  /** True when no page has all the words, so that these pages are only near. */
  near: boolean;
  /** The pages with exactly the typed tones. */
  exact: ReadonlySet<string>;
  /** The pages where the words stand side by side. */
  inPhrase: ReadonlySet<string>;
}

/** The spelling of the index for pages and queries: one place for tones, ḏ for đ. */
const toIndexed = (text: string): string => toShadow(placeTones(text));

/** Reads typed text in any Unicode form. Null when the text has no word. */
export function readQuery(typed: string): Query | null {
  const text = nfc(typed.slice(0, maxTyped)).replace(/\s+/gu, ' ').trim().slice(0, maxCharacters);
  const words = (toIndexed(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, maxWords);
  if (words.length === 0) return null;
  const plain = words.join(' ');
  const marked = words.map((word) => /\p{M}/u.test(normalize(word, 'NFD')));
  return { text, phrase: `"${plain}"`, plain, words: words.map((word) => `"${word}"`), marked };
}

/** The pages that are in every list. */
function inAll<H extends PageHit>(pages: H[], lists: H[][]): H[] {
  const having = lists.map((hits) => new Set(hits.map(({ id }) => id)));
  return pages.filter(({ id }) => having.every((ids) => ids.has(id)));
}

const idsOf = (hits: readonly PageHit[]): ReadonlySet<string> => new Set(hits.map(({ id }) => id));

/**
 * Merges the answers without repeating a page: first the phrase with exact tones, then the phrase with any tones, then all
 * words apart. A word typed with tones must match its tones, unless that leaves no page. The pages of the plain query count
 * only where all these are empty: for an unfinished or unknown word.
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
  // The first hit of a page stays, because a hit of a phrase has the place on the page.
  const seen = new Set<string>();
  const first = hits.filter(({ id }) => !seen.has(id) && seen.add(id));
  return { hits: first, near: false, exact, inPhrase };
}
