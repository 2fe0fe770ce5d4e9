import { fieldSpan, fields } from './fields.ts';
import type { TermMatch } from './matching.ts';
import type { Slot } from './query-terms.ts';

const swappedWorth = 0.5;
const adjacentShare = 1.2;
const coveredShare = 0.6;
const bestField = 10;
const unitField = fields.findIndex(({ id }) => id === 'unit');
const mostOfUnit = 7;

/** The weight of each word of a query: rare words weigh more. */
export interface Weights {
  slots: number[];
  /** For each document the number of words of its name. */
  nameLength: (doc: number) => number;
}

/** How well a document matches. */
export interface Score {
  /** Every word that was typed with tones occurs with exactly these tones. */
  exact: boolean;
  /** All words stand side by side, in the typed order. */
  phrase: boolean;
  value: number;
}

const fieldOf = (place: number): number => Math.floor(place / fieldSpan);

/** The worth of each word's best occurrence, and of the best two occurrences side by side. */
function measure(found: readonly TermMatch[], slots: readonly Slot[]) {
  const single = slots.map(() => 0);
  const exact = slots.map(({ marked, corrected, optional }) => !marked || corrected || optional);
  const inOrder = slots.map(() => 0);
  const swapped = slots.map(() => 0);
  const covered = new Set<number>();
  /** The slots whose word is in the name of the story's unit, as bits. In the title such a word tells where, not what. */
  let where = 0;
  for (const { slot, place } of found) if (fieldOf(place) === unitField) where |= 1 << slot;
  for (const [at, each] of found.entries()) {
    const { slot, place, worth } = each;
    single[slot] = Math.max(single[slot] ?? 0, Math.min(worth, where & (1 << slot) ? mostOfUnit : bestField));
    if (each.exact) exact[slot] = true;
    if (place < fieldSpan) covered.add(place);
    // Occurrences come slot by slot.
    for (let next = at + 1; next < found.length; next += 1) {
      const other = found[next];
      if (!other || other.slot > slot + 1) break;
      if (other.slot === slot) continue;
      const step = other.place - place;
      const both = Math.min(worth, other.worth);
      if (step === 1) inOrder[slot] = Math.max(inOrder[slot] ?? 0, both);
      else if (step === -1) swapped[slot] = Math.max(swapped[slot] ?? 0, both * swappedWorth);
    }
  }
  return { single, exact, inOrder, swapped, covered: covered.size };
}

/** The score of one document, by where the words of the query occur in it. */
export function scoreOf(
  doc: number,
  found: readonly TermMatch[],
  slots: readonly Slot[],
  weights: Weights,
): Score {
  const { single, exact, inOrder, swapped, covered } = measure(found, slots);
  const weight = (slot: number): number => weights.slots[slot] ?? 0;
  const sum = { words: 0, weights: 0, pairs: 0, pairWeights: 0 };
  const pairs = slots.length - 1;
  for (let slot = 0; slot <= pairs; slot += 1) {
    sum.weights += weight(slot);
    sum.words += (single[slot] ?? 0) * weight(slot);
    if (slot === pairs) break;
    const pairWeight = (weight(slot) + weight(slot + 1)) / 2;
    sum.pairWeights += pairWeight;
    sum.pairs += Math.max(inOrder[slot] ?? 0, swapped[slot] ?? 0) * pairWeight;
  }
  const words = sum.words / (sum.weights * bestField);
  const adjacent = pairs > 0 ? sum.pairs / (sum.pairWeights * bestField) : 0;
  const cover = Math.min(1, covered / Math.max(1, weights.nameLength(doc)));
  return {
    exact: exact.every(Boolean),
    phrase: inOrder.slice(0, pairs).every((worth) => worth > 0),
    value: words + adjacent * adjacentShare + cover * coveredShare,
  };
}
