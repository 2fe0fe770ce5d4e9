import type { TermEntry } from './postings.ts';
import type { Word } from '../vietnamese/words.ts';
import type { Slot } from './query-terms.ts';

/** Where the word of a slot occurs in a story. */
export interface TermMatch {
  slot: number;
  place: number;
  /** Worth of the choice that occurs there. */
  worth: number;
  /** The occurrence has exactly the typed spelling. */
  exact: boolean;
  key: string;
  form: string;
}

/** For each matching story, where the words occur. */
export type Matches = Map<number, TermMatch[]>;

type Entries = ReadonlyMap<string, TermEntry>;

/** An abbreviation in capitals is never the word of its letters. */
const mayMean = ({ form }: Word, spelling: string): boolean => !/[A-Z]/.test(form) || form === spelling;

function forEachSpelling(
  slots: readonly Slot[],
  entries: Entries,
  visit: (slot: number, entry: TermEntry, spelling: TermEntry['spellings'][number], worth: number) => void,
): void {
  for (const [at, { word, choices }] of slots.entries()) {
    for (const { key, worth } of choices) {
      const entry = entries.get(key);
      for (const spelling of entry?.spellings ?? []) {
        if (entry && mayMean(word, spelling.form)) visit(at, entry, spelling, worth);
      }
    }
  }
}

/** For each story, the slots whose words the story has, as bits. */
export function slotBits(slots: readonly Slot[], entries: Entries, stories: number): Uint32Array {
  const bits = new Uint32Array(stories);
  forEachSpelling(slots, entries, (at, _, { docs }) => {
    const bit = 1 << at;
    for (const doc of docs) bits[doc] = (bits[doc] ?? 0) | bit;
  });
  return bits;
}

/** The bits of the slots that a story must have. */
export const needed = (slots: readonly Slot[]): number =>
  slots.reduce((bits, { optional }, at) => (optional ? bits : bits | (1 << at)), 0);

/** All occurrences of the slots' words in the given stories. */
export function occurrences(
  slots: readonly Slot[],
  entries: Entries,
  chosen: (doc: number) => boolean,
): Matches {
  const matches: Matches = new Map();
  forEachSpelling(slots, entries, (slot, { key }, { form, docs, places }, worth) => {
    const exact = form === slots[slot]?.word.form;
    for (const [index, doc] of docs.entries()) {
      if (!chosen(doc)) continue;
      const list = matches.get(doc) ?? [];
      if (list.length === 0) matches.set(doc, list);
      list.push({ slot, place: places[index] ?? 0, worth, exact, key, form });
    }
  });
  return matches;
}
