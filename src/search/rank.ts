import { fold } from '../vietnamese/fold.ts';
import { isMarked, type Word } from '../vietnamese/words.ts';
import type { TermIndex } from './term-index.ts';
import { needed, type TermMatch, occurrences, slotBits } from './matching.ts';
import type { TermEntry } from './postings.ts';
import { type Score, scoreOf, type Weights } from './scoring.ts';
import { keysOf, type Slot } from './query-terms.ts';

/** A hit: the number of the story, and how it was found. */
export interface Hit extends Score {
  doc: number;
  /** The corrected query; null when no word was corrected. */
  corrected: string | null;
}

type Entries = ReadonlyMap<string, TermEntry>;

const occurrencesOf = (entry: TermEntry | undefined): number =>
  (entry?.spellings ?? []).reduce((sum, { docs }) => sum + docs.length, 0);

/** Weights of words: rare words weigh more, and an unknown word weighs as much as the rarest. */
export function weightsOf(index: TermIndex, slots: readonly Slot[], entries: Entries): Weights {
  const weigh = ({ choices, optional }: Slot): number => {
    const most = Math.max(1, ...choices.map(({ key }) => occurrencesOf(entries.get(key))));
    return Math.log(1.5 + index.size / most) * (optional ? 0.4 : 1);
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

/** The stories that have every word of a reading, each with its score, unsorted. */
export async function matchAll(index: TermIndex, slots: readonly Slot[]): Promise<Hit[]> {
  if (slots.some(({ choices, optional }) => choices.length === 0 && !optional)) return [];
  const entries = await index.entries(keysOf(slots));
  const all = needed(slots);
  const bits = slotBits(slots, entries, index.size);
  const weights = weightsOf(index, slots, entries);
  const matches = occurrences(slots, entries, (doc) => ((bits[doc] ?? 0) & all) === all);
  return [...matches].map(([doc, found]) => ({
    doc,
    ...scoreOf(doc, found, slots, weights),
    corrected: correctedText(slots, found),
  }));
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

/** The best hit of each story over several readings. Later readings, further from the typed words, count a little less. */
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

/** Readings in which two words of the query are joined to one word of the index: `chu yen` → `chuyen`. */
export function joinedWords(index: TermIndex, words: readonly Word[]): Word[][] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (!before || (index.has(before.key) && index.has(word.key)) || !index.has(before.key + word.key))
      return [];
    const whole = {
      text: before.text + word.text,
      form: before.form + word.form,
      key: before.key + word.key,
    };
    return [[...words.slice(0, at), whole, ...words.slice(at + 2)]];
  });
}
