import { isOneSlip } from '../vietnamese/typos.ts';
import { wordsOf } from '../vietnamese/words.ts';
import type { TermIndex } from './term-index.ts';
import { needed, occurrences, slotBits } from './matching.ts';
import { type Hit, weightsOf } from './rank.ts';
import { scoreOf } from './scoring.ts';
import { keysOf, type Slot } from './query-terms.ts';

/** Most stories whose words are compared letter by letter. */
const mostCompared = 8;
/** Share of the weight of all words that a near story must have. */
const enoughShare = 0.5;
/** Share of the weight of all required words that a near document must have: else only a small word matched. */
const leastShare = 0.25;
/** Share of the best value that a story must have before its slip counts as more than chance. */
const worthCorrecting = 0.4;

/** The bits of a story's slots as a weight. */
const weightOfBits = (bits: number, weights: readonly number[]): number =>
  weights.reduce((sum, weight, slot) => (bits & (1 << slot) ? sum + weight : sum), 0);

/** Whether a text has a word that is one slip away from the word that a slot lacks. */
function isSlipped(slots: readonly Slot[], slot: number, text: string): boolean {
  const typed = slots[slot]?.word.key ?? '';
  // One letter is a slip of any other.
  return typed.length > 1 && wordsOf(text).some(({ key }) => isOneSlip(typed, key));
}

/** The required slots whose words a story lacks. */
const lacking = (slots: readonly Slot[], bits: number): number[] =>
  slots.flatMap(({ optional }, slot) => (optional || bits & (1 << slot) ? [] : [slot]));

/**
 * The documents that have most of a query's words, best first, for queries of which no document has all words. A document that
 * lacks a single word, but has one that is one slip away, comes first.
 */
export async function nearest(index: TermIndex, slots: readonly Slot[]): Promise<Hit[]> {
  const entries = await index.entries(keysOf(slots));
  const weights = weightsOf(index, slots, entries);
  const bits = slotBits(slots, entries, index.size);
  const most = Math.max(...Array.from(bits, (each) => weightOfBits(each & needed(slots), weights.slots)));
  const whole = weightOfBits(needed(slots), weights.slots);
  if (!(most > whole * leastShare)) return [];
  const enough = most * enoughShare;
  const matches = occurrences(slots, entries, (doc) => weightOfBits(bits[doc] ?? 0, weights.slots) >= enough);
  const hits = [...matches]
    .map(([doc, found]) => ({ doc, ...scoreOf(doc, found, slots, weights), corrected: null }))
    .sort((a, b) => b.value - a.value || a.doc - b.doc);
  const doubt = (hits[0]?.value ?? 0) * worthCorrecting;
  const compared = hits.slice(0, mostCompared);
  const slipped = await Promise.all(
    compared.map(async ({ doc, value }) => {
      const missing = lacking(slots, bits[doc] ?? 0);
      if (missing.length !== 1 || value < doubt) return false;
      return isSlipped(slots, missing[0] ?? 0, await index.textOf(doc));
    }),
  );
  return [
    ...compared.filter((_, at) => slipped[at]),
    ...compared.filter((_, at) => !slipped[at]),
    ...hits.slice(mostCompared),
  ];
}
