import { nfc } from './fold.ts';
import { toShadow } from './shadow.ts';
import { placeTones } from './tone-placement.ts';

const maxCharacters = 200;
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
}

/** A page that the index offers for one question. */
export interface Hit {
  id: string;
  score: number;
}

/** What the index says to the questions of one `Query`. */
export interface Answers<H extends Hit> {
  /** To the phrase, with just these tones. */
  exactPhrase: H[];
  /** To the phrase, with any tones. */
  phrase: H[];
  /** To each word, in the order of `words`. */
  words: H[][];
  /** To the plain query; its scores rank the pages. */
  plain: H[];
}

/** The pages in the order to show. */
export interface Ranking<H extends Hit> {
  hits: H[];
  /** True when no page has all the words: these are only near. */
  near: boolean;
}

/** The spelling in which pages are indexed and queries asked: one place for tones, ḏ for đ. */
export const toIndexed = (text: string): string => toShadow(placeTones(text));

/** Reads what was typed, in any Unicode form. Null when there is no word in it. */
export function readQuery(typed: string): Query | null {
  const text = nfc(typed).replace(/\s+/gu, ' ').trim().slice(0, maxCharacters);
  const words = (toIndexed(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, maxWords);
  if (words.length === 0) return null;
  const plain = words.join(' ');
  return { text, phrase: `"${plain}"`, plain, words: words.map((word) => `"${word}"`) };
}

/**
 * Merges the answers, no page twice: the phrase with its very tones, the phrase with any tones, then all
 * words apart. Only when that leaves nothing do the plain query's pages stand: an unfinished or unknown word.
 */
export function rank<H extends Hit>({ exactPhrase, phrase, words, plain }: Answers<H>): Ranking<H> {
  const scores = new Map(plain.map(({ id, score }) => [id, score]));
  const byScore = (hits: H[]): H[] =>
    hits.toSorted((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
  const having = words.map((hits) => new Set(hits.map(({ id }) => id)));
  const scattered = plain.filter(({ id }) => having.every((ids) => ids.has(id)));
  const complete = [...byScore(exactPhrase), ...byScore(phrase), ...scattered];
  if (complete.length === 0) return { hits: plain, near: words.length > 1 && plain.length > 0 };
  return { hits: [...new Map(complete.map((hit) => [hit.id, hit])).values()], near: false };
}
