import { fieldSpan, fields } from './fields.ts';
import type { TermMatch } from './matching.ts';
import type { Slot } from './query-terms.ts';

/** Worth of an occurrence whose tones differ from the typed ones. */
const foldedWorth = 0.75;
/** Worth of an occurrence with tones, for a word that was typed without among words with tones. */
const tonedWorth = 0.97;
const swappedWorth = 0.5;
const adjacentShare = 1.2;
const coveredShare = 0.6;
const bestField = 10;
const unitField = fields.findIndex(({ id }) => id === 'unit');
const mostOfUnit = 7;

/** The weight of each word of a query: rare words weigh more. */
export interface Weights {
  slots: number[];
  /** For each story the number of words of its name. */
  nameLength: (doc: number) => number;
}

/** How well a story matches. */
export interface Score {
  /** Every word that was typed with tones occurs with exactly these tones. */
  exact: boolean;
  /** All words stand side by side, in the typed order. */
  phrase: boolean;
  value: number;
}

const fieldOf = (place: number): number => Math.floor(place / fieldSpan);
const worthOfField = (place: number): number => fields[fieldOf(place)]?.worth ?? 0;

function worthOf({ place, worth, exact }: TermMatch, { marked, plain, corrected }: Slot): number {
  const whole = worthOfField(place) * worth;
  if (exact || corrected) return whole;
  if (marked) return whole * foldedWorth;
  return plain ? whole * tonedWorth : whole;
}

/** The slots whose word is in the name of the story's unit. In the title such a word tells where, not what. */
const ofUnit = (found: readonly TermMatch[]): ReadonlySet<number> =>
  new Set(found.flatMap(({ slot, place }) => (fieldOf(place) === unitField ? [slot] : [])));

/** The worth of each word's best occurrence, and of the best two occurrences side by side. */
function measure(found: readonly TermMatch[], slots: readonly Slot[]) {
  const single = slots.map(() => 0);
  const exact = slots.map(({ marked, corrected, optional }) => !marked || corrected || optional);
  const inOrder = slots.map(() => 0);
  const swapped = slots.map(() => 0);
  const bySlotAndPlace = new Map<number, number>();
  const at = (place: number, slot: number): number => place * 32 + slot;
  const covered = new Set<number>();
  const where = ofUnit(found);
  for (const each of found) {
    const slot = slots[each.slot];
    if (!slot) continue;
    const worth = worthOf(each, slot);
    const most = where.has(each.slot) ? mostOfUnit : bestField;
    single[each.slot] = Math.max(single[each.slot] ?? 0, Math.min(worth, most));
    if (each.exact) exact[each.slot] = true;
    if (fieldOf(each.place) === 0) covered.add(each.place);
    const key = at(each.place, each.slot);
    bySlotAndPlace.set(key, Math.max(bySlotAndPlace.get(key) ?? 0, worth));
  }
  for (const [key, worth] of bySlotAndPlace) {
    const slot = key % 32;
    const place = (key - slot) / 32;
    if (slot + 1 >= slots.length) continue;
    const next = bySlotAndPlace.get(at(place + 1, slot + 1));
    const before = bySlotAndPlace.get(at(place - 1, slot + 1));
    if (next) inOrder[slot] = Math.max(inOrder[slot] ?? 0, Math.min(worth, next));
    if (before) swapped[slot] = Math.max(swapped[slot] ?? 0, Math.min(worth, before) * swappedWorth);
  }
  return { single, exact, inOrder, swapped, covered: covered.size };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The score of one story, by where the words of the query occur in the story. */
export function scoreOf(
  doc: number,
  found: readonly TermMatch[],
  slots: readonly Slot[],
  weights: Weights,
): Score {
  const { single, exact, inOrder, swapped, covered } = measure(found, slots);
  const weight = (slot: number): number => weights.slots[slot] ?? 0;
  const all = sum(weights.slots) * bestField;
  const words = sum(single.map((worth, slot) => worth * weight(slot))) / all;
  const pairs = slots.length - 1;
  const pairWeight = (slot: number): number => (weight(slot) + weight(slot + 1)) / 2;
  const pairSum = sum(slots.slice(1).map((_, slot) => pairWeight(slot))) * bestField;
  const adjacent =
    pairs > 0
      ? sum(
          slots
            .slice(1)
            .map((_, slot) => Math.max(inOrder[slot] ?? 0, swapped[slot] ?? 0) * pairWeight(slot)),
        ) / pairSum
      : 0;
  const cover = covered / Math.max(1, weights.nameLength(doc));
  return {
    exact: exact.every(Boolean),
    phrase: inOrder.slice(0, pairs).every((worth) => worth > 0),
    value: words + adjacent * adjacentShare + Math.min(1, cover) * coveredShare,
  };
}
