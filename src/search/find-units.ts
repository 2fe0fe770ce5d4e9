import { formerNames } from './former-names.ts';
import { readings } from './synonyms.ts';
import { type Word, wordsOf } from './words.ts';

/** A unit that a search found; `former` is the name of before 1/7/2025 by which it was found. */
export interface FoundUnit {
  code: string;
  name: string;
  former?: string;
}

interface NamedUnit {
  code: string;
  name: string;
}

/** A name with what it is compared by. */
interface Entry {
  found: FoundUnit;
  words: readonly Word[];
  initials: readonly string[];
  isFormer: boolean;
}

/** “Sở Khoa học và Công nghệ” → `skhvcn` and, as people write it, `skhcn`. */
function initialsOf(words: readonly Word[]): string[] {
  const of = (some: readonly Word[]) => some.map(({ key }) => key.charAt(0)).join('');
  return [of(words), of(words.filter(({ key }) => key !== 'va'))];
}

const entry = (found: FoundUnit, name: string, isFormer: boolean): Entry => {
  const words = wordsOf(name);
  return { found, words, initials: isFormer ? [] : initialsOf(words), isFormer };
};

/** Typed with tones a word means itself; without, every word of its letters. The last one may be unfinished. */
function fits(typed: Word, word: Word): boolean {
  return typed.form === typed.key ? word.key.startsWith(typed.key) : word.form.startsWith(typed.form);
}

/** 0 when the name begins so, 1 when it has all the words, undefined when not. */
function rankOf(reading: readonly Word[], words: readonly Word[]): number | undefined {
  const begins = reading.every((typed, place) => {
    const word = words[place];
    return word !== undefined && fits(typed, word);
  });
  if (begins) return 0;
  return reading.every((typed) => words.some((word) => fits(typed, word))) ? 1 : undefined;
}

function bestRank(query: readonly Word[], { words, initials, isFormer }: Entry): number | undefined {
  const typed = query.map(({ key }) => key).join('');
  if (initials.includes(typed)) return 0;
  const ranks = readings(query)
    .map((reading) => rankOf(reading, words))
    .filter((rank) => rank !== undefined);
  if (ranks.length === 0) return undefined;
  return Math.min(...ranks) + (isFormer ? 2 : 0);
}

/**
 * A search over units by their names of today, abbreviations, and the names that their ground had before 1/7/2025, typed
 * with or without tones. Each unit once, best first.
 */
export function unitSearch(units: readonly NamedUnit[]): (typed: string) => FoundUnit[] {
  const entries = units.flatMap((unit) => [
    entry(unit, unit.name, false),
    ...(formerNames.get(unit.code) ?? []).map((former) => entry({ ...unit, former }, former, true)),
  ]);
  return (typed) => {
    const query = wordsOf(typed);
    if (query.length === 0) return [];
    const ranked = entries.flatMap((one) => {
      const rank = bestRank(query, one);
      return rank === undefined ? [] : [{ rank, found: one.found }];
    });
    const best = new Map<string, FoundUnit>();
    for (const { found } of ranked.sort((a, b) => a.rank - b.rank)) {
      if (!best.has(found.code)) best.set(found.code, found);
    }
    return [...best.values()];
  };
}
