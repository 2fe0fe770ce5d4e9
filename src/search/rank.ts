import { fold } from '../vietnamese/fold.ts';
import { isOneSlip } from '../vietnamese/typos.ts';
import { isMarked, wordsOf } from '../vietnamese/words.ts';
import { bound, type Entries, needed, occurrences, slotBits, type TermMatch } from './matching.ts';
import { keysOf, type Slot } from './query-terms.ts';
import { type Score, scoreOf, type Weights } from './scoring.ts';
import type { TermIndex } from './term-index.ts';
import { withoutUnknownTerms } from './terms-typed.ts';

/** A hit: the number of the document, and how it was found. */
export interface Hit extends Score {
  doc: number;
  /** It has every word that the query needs. */
  whole: boolean;
  /** The corrected query; null when no word was corrected. */
  corrected: string | null;
}

/** Weights of words: rare words weigh more, and an unknown word weighs as much as the rarest. */
function weightsOf(index: TermIndex, slots: readonly Slot[], entries: Entries): Weights {
  const weigh = ({ choices, optional }: Slot): number => {
    const most = Math.max(...choices.map(({ key }) => index.shareOf(entries.get(key))), 1 / index.size);
    return Math.log(1.5 + 1 / most) * (optional ? 0.4 : 1);
  };
  return { slots: slots.map(weigh), nameLength: (doc) => index.nameLength(doc) };
}

/** A query with corrected words, in the style in which it was typed: without marks where it had none. */
function mended(slots: readonly Slot[], wordOf: (slot: Slot, place: number) => string): string {
  const text = slots.map(wordOf).join(' ');
  return slots.some(({ word }) => isMarked(word)) ? text : fold(text);
}

/** The query with each corrected word as it stands beside another word of the query; null where one stands beside none. */
function correctedText(slots: readonly Slot[], found: readonly TermMatch[]): string | null {
  if (!slots.some(({ corrected }) => corrected)) return null;
  const places = slots.map(
    (_, slot) => new Set(found.flatMap((each) => (each.slot === slot ? [each.place] : []))),
  );
  const isBeside = ({ slot, place }: TermMatch): boolean =>
    (places[slot - 1]?.has(place - 1) ?? false) || (places[slot + 1]?.has(place + 1) ?? false);
  const mends = new Map<number, string>();
  for (const each of found)
    if (slots[each.slot]?.corrected && isBeside(each)) mends.set(each.slot, each.form);
  if (slots.some(({ corrected }, slot) => corrected && !mends.has(slot))) return null;
  return mended(slots, ({ word }, slot) => mends.get(slot) ?? word.text);
}

/** Most documents whose words are compared letter by letter. */
const mostCompared = 8;
/** Share of the weight of all words that a near document must have. */
const enoughShare = 0.5;
/** Share of the weight of all required words that a near document must have: else only a small word matched. */
const leastShare = 0.25;
/** Share of the best value that a document must have before its slip counts as more than chance. */
const worthCorrecting = 0.4;

/** A function from the bits of a document's slots to their weight. */
function weigher(weights: readonly number[]): (bits: number) => number {
  const known = new Map<number, number>();
  return (bits) => {
    const before = known.get(bits);
    if (before !== undefined) return before;
    const weight = weights.reduce((sum, each, slot) => (bits & (1 << slot) ? sum + each : sum), 0);
    known.set(bits, weight);
    return weight;
  };
}

/** Which documents to score: those with every word, or with most of them. */
export type Wanted = 'whole' | 'near';

/**
 * The documents that have every word of a reading, or most of them, each with its score: unsorted, or near ones best first. Of
 * those, one that lacks a single word, but has one that is one slip away, comes first.
 */
export async function ranked(index: TermIndex, given: readonly Slot[], wanted: Wanted): Promise<Hit[]> {
  if (wanted === 'whole' && given.some(({ choices, optional }) => choices.length === 0 && !optional))
    return [];
  const entries = await index.entries(keysOf(given));
  const { slots, some: isApart } = withoutUnknownTerms(bound(given, entries), entries);
  const weights = weightsOf(index, slots, entries);
  const all = needed(slots);
  const bits = slotBits(slots, entries, index.size);
  const isWhole = (doc: number): boolean => !isApart && ((bits[doc] ?? 0) & all) === all;
  const score = (chosen: (doc: number) => boolean): Hit[] =>
    Array.from(occurrences(slots, entries, chosen), ([doc, found]) => ({
      doc,
      ...scoreOf(doc, found, slots, weights),
      whole: isWhole(doc),
      corrected: correctedText(slots, found),
    }));
  if (wanted === 'whole') return score(isWhole);
  const weigh = weigher(weights.slots);
  const most = bits.reduce((so, each) => Math.max(so, weigh(each & all)), 0);
  if (!(most > weigh(all) * leastShare)) return [];
  const hits = score((doc) => weigh(bits[doc] ?? 0) >= most * enoughShare);
  const lacking = (doc: number): Slot[] =>
    slots.filter(({ optional }, slot) => !optional && !((bits[doc] ?? 0) & (1 << slot)));
  return slippedFirst(
    index,
    hits.sort((a, b) => b.value - a.value || a.doc - b.doc),
    lacking,
  );
}

/** Puts documents first that lack a single word, but have one that is one slip away from it. */
async function slippedFirst(
  index: TermIndex,
  hits: readonly Hit[],
  lacking: (doc: number) => readonly Slot[],
): Promise<Hit[]> {
  const doubt = (hits[0]?.value ?? 0) * worthCorrecting;
  const compared = hits.slice(0, mostCompared);
  const slipped = await Promise.all(
    compared.map(async ({ doc, value }) => {
      const [missing, ...more] = lacking(doc);
      const typed = missing?.word.key ?? '';
      // One letter is a slip of any other.
      if (typed.length < 2 || more.length > 0 || value < doubt) return false;
      return wordsOf(await index.textOf(doc)).some(({ key }) => isOneSlip(typed, key));
    }),
  );
  return [
    ...compared.filter((_, at) => slipped[at]),
    ...compared.filter((_, at) => !slipped[at]),
    ...hits.slice(mostCompared),
  ];
}

/** Exact tones go before other tones side by side, and these before other tones apart. */
export const matchClassOf = ({ exact, phrase }: Score): number => {
  if (exact) return 2;
  return phrase ? 1 : 0;
};

/**
 * The hits in the order to show: exact tones before other tones, then by score, then newest first. Hits whose words are apart
 * and have other tones appear only where there is no better hit.
 */
export function inOrder(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort(
    (a, b) => matchClassOf(b) - matchClassOf(a) || b.value - a.value || a.doc - b.doc,
  );
  const better = sorted.filter((hit) => matchClassOf(hit) > 0);
  return better.length > 0 ? better : sorted;
}

/** The best hit of each document over several readings. Later readings, further from the typed words, count a little less. */
export function best(readings: readonly Hit[][]): Hit[] {
  const byDoc = new Map<number, Hit>();
  for (const [at, hits] of readings.entries()) {
    for (const hit of hits) {
      const value = at === 0 ? hit.value : hit.value * 0.95;
      const before = byDoc.get(hit.doc);
      if (!before || value > before.value)
        byDoc.set(hit.doc, { ...hit, value, exact: hit.exact || (before?.exact ?? false) });
    }
  }
  return [...byDoc.values()];
}
