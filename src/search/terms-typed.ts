import { normalize } from '../vietnamese/compose.ts';
import { isLikeSyllable } from '../vietnamese/syllables.ts';
import type { Word } from '../vietnamese/words.ts';
import { type Entries, spellingsOf, standTogether } from './matching.ts';
import type { Slot } from './query-terms.ts';

/** Some words of a query, from `start` to before `end`, that mean one thing only while they are together. */
interface Term {
  start: number;
  end: number;
  /** It was typed with capitals: “Hà Nội”. */
  isName: boolean;
}

/** From this length on, capitals at every word are a habit and no name. */
const longestName = 4;
const capital = /^\p{Lu}\p{Ll}*$/u;

/** The names in a query: two or more words side by side that begin with capitals. */
function namesTyped(words: readonly Word[]): Term[] {
  const names: Term[] = [];
  let start = 0;
  for (let at = 0; at <= words.length; at += 1) {
    const word = words[at];
    if (word && capital.test(word.text)) continue;
    if (at - start > 1 && at - start <= longestName) names.push({ start, end: at, isName: true });
    start = at + 1;
  }
  return names;
}

/** The words of the first name in a query, if there is one. */
export function nameTyped(words: readonly Word[]): readonly Word[] | undefined {
  const [name] = namesTyped(words);
  return name && words.slice(name.start, name.end);
}

/** A query of two syllables with tones is nearly always one word of Vietnamese, a compound or a name. */
function termsOf(slots: readonly Slot[]): Term[] {
  const names = namesTyped(slots.map(({ word }) => word));
  const isSyllable = ({ word, optional }: Slot): boolean => !optional && isLikeSyllable(word.form);
  const isCompound = slots.length === 2 && slots.every(isSyllable) && slots.some(({ marked }) => marked);
  return names.length === 0 && isCompound ? [{ start: 0, end: 2, isName: false }] : names;
}

/** Hỏi and ngã are often taken for one another: “Trãng Bom”. */
const withOneTone = (form: string): string => normalize(form, 'NFD').replace('\u0303', '\u0309');

/** Whether some document has the words side by side. */
function isKnownTerm(slots: readonly Slot[], entries: Entries, areTonesMeant: boolean): boolean {
  const each = slots.map((slot) => {
    const typed = withOneTone(slot.word.form);
    return spellingsOf(slot, entries, (form) => !areTonesMeant || withOneTone(form) === typed);
  });
  return each.slice(1).every((next, at) => standTogether(each[at] ?? [], next));
}

/** Whether the words are a term that some document has, or two such names one after the other: “Tân Phong Biên Hòa”. */
const isKnown = (slots: readonly Slot[], entries: Entries, areTonesMeant: boolean): boolean =>
  isKnownTerm(slots, entries, areTonesMeant) ||
  (slots.length === longestName &&
    [slots.slice(0, 2), slots.slice(2)].every((name) => isKnownTerm(name, entries, areTonesMeant)));

/** What was typed as one term, and is nowhere so. */
export interface Unknown {
  /** The slots; of such a name a single one is left, which matches nothing. */
  slots: readonly Slot[];
  /** No document has all that was typed. */
  some: boolean;
}

/** Takes names out of a query that no document has: a page with “Hà” and one with “nội” say nothing of Hà Nội. */
export function withoutUnknownTerms(slots: readonly Slot[], entries: Entries): Unknown {
  // What is no syllable may be a slip, which is mended elsewhere.
  const isWord = ({ word }: Slot): boolean =>
    entries.has(word.key) || isLikeSyllable(word.form.toLowerCase());
  const areTonesMeant = slots.some(({ marked }) => marked);
  const unknown = termsOf(slots).filter(({ start, end }) => {
    const term = slots.slice(start, end);
    return term.every(isWord) && !isKnown(term, entries, areTonesMeant);
  });
  const names = unknown.filter(({ isName }) => isName);
  return {
    slots: slots.flatMap((slot, at) => {
      const name = names.find(({ start, end }) => at >= start && at < end);
      if (!name) return [slot];
      return at === name.start ? [{ ...slot, choices: [] }] : [];
    }),
    some: unknown.length > 0,
  };
}
