import type { Word } from '../vietnamese/words.ts';
import { fieldSpan, fields } from './fields.ts';
import type { TermEntry } from './postings.ts';
import type { Slot } from './query-terms.ts';

/** Where the word of a slot occurs in a document. */
export interface TermMatch {
  slot: number;
  place: number;
  /** Worth of the occurrence: of its field, of the choice that occurs there, of its tones. */
  worth: number;
  /** The occurrence has exactly the typed spelling. */
  exact: boolean;
  form: string;
}

/** For each matching document, where the words occur: slot by slot. */
export type Matches = Map<number, TermMatch[]>;

/** The entries of an index that a query needs, by key. */
export type Entries = ReadonlyMap<string, TermEntry>;

type Spelling = TermEntry['spellings'][number];

/** Worth of an occurrence whose tones differ from the typed ones. */
const foldedWorth = 0.75;

/** An abbreviation in capitals is never the word of its letters. */
const mayMean = ({ form }: Word, spelling: string): boolean => !/[A-Z]/.test(form) || form === spelling;

function forEachSpelling(
  slots: readonly Slot[],
  entries: Entries,
  visit: (slot: number, spelling: Spelling, worth: number) => void,
): void {
  for (const [at, { word, choices, binds }] of slots.entries()) {
    for (const { key, worth } of choices) {
      for (const spelling of entries.get(key)?.spellings ?? [])
        if (binds ? spelling.form === word.form : mayMean(word, spelling.form)) visit(at, spelling, worth);
    }
  }
}

/** The spellings of a word that are taken for what was typed. */
export const spellingsOf = (
  { word }: Slot,
  entries: Entries,
  isTyped: (form: string) => boolean,
): readonly Spelling[] => entries.get(word.key)?.spellings.filter(({ form }) => isTyped(form)) ?? [];

/** More than the places of a document. */
const documentSpan = fields.length * fieldSpan + 1;

/** The places of a spelling in all documents, one number each. */
const placesOf = ({ docs, places }: Spelling): number[] =>
  Array.from(docs, (doc, at) => doc * documentSpan + (places[at] ?? 0));

/** Whether some document has two words side by side, each in one of its spellings. */
export function standTogether(first: readonly Spelling[], second: readonly Spelling[]): boolean {
  const before = new Set(first.flatMap(placesOf));
  return second.some((spelling) => placesOf(spelling).some((place) => before.has(place - 1)));
}

/**
 * The slots, each of which binds where its tones are surely meant: some document has the word beside its neighbour as both were
 * typed, or the word is asked alone. Elsewhere a tone may be a slip, and the same letters with other tones are found too.
 */
export function bound(slots: readonly Slot[], entries: Entries): readonly Slot[] {
  if (!slots.some(({ marked }) => marked)) return slots;
  const exact = slots.map((slot) => spellingsOf(slot, entries, (form) => form === slot.word.form));
  const binding = new Set<number>();
  if (slots.length === 1 && exact[0]?.length) binding.add(0);
  for (let at = 1; at < slots.length; at += 1)
    if ((slots[at - 1]?.marked || slots[at]?.marked) && standTogether(exact[at - 1] ?? [], exact[at] ?? []))
      binding.add(at - 1).add(at);
  return slots.map((slot, at) => (slot.marked && binding.has(at) ? { ...slot, binds: true } : slot));
}

/** For each document, the slots whose words it has, as bits. */
export function slotBits(slots: readonly Slot[], entries: Entries, size: number): Uint32Array {
  const bits = new Uint32Array(size);
  forEachSpelling(slots, entries, (at, { docs }) => {
    const bit = 1 << at;
    for (const doc of docs) bits[doc] = (bits[doc] ?? 0) | bit;
  });
  return bits;
}

/** The bits of the slots that a document must have. */
export const needed = (slots: readonly Slot[]): number =>
  slots.reduce((bits, { optional }, at) => (optional ? bits : bits | (1 << at)), 0);

/** What an occurrence is worth for its tones. */
const worthOfTones = ({ marked, corrected }: Slot, exact: boolean): number =>
  exact || corrected || !marked ? 1 : foldedWorth;

/** All occurrences of the slots' words in the given documents. */
export function occurrences(
  slots: readonly Slot[],
  entries: Entries,
  chosen: (doc: number) => boolean,
): Matches {
  const matches: Matches = new Map();
  forEachSpelling(slots, entries, (slot, { form, docs, places }, worthOfChoice) => {
    const asked = slots[slot];
    if (!asked) return;
    const exact = form === asked.word.form;
    const share = worthOfChoice * worthOfTones(asked, exact);
    for (const [index, doc] of docs.entries()) {
      if (!chosen(doc)) continue;
      const place = places[index] ?? 0;
      const worth = share * (fields[Math.floor(place / fieldSpan)]?.worth ?? 0);
      const list = matches.get(doc);
      if (list) list.push({ slot, place, worth, exact, form });
      else matches.set(doc, [{ slot, place, worth, exact, form }]);
    }
  });
  return matches;
}
