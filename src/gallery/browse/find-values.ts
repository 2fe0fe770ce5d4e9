import { wordsOf } from '../../vietnamese/words.ts';
import type { FacetValue } from '../stories/facet-values.ts';

/** A value that matches the typed words, and the former name that matched, if one did. */
export interface FoundValue {
  value: FacetValue;
  former: string | null;
}

/** Whether each typed word begins a word of the name, in any order. Ignores tones. */
function answers(name: string, typed: readonly string[]): boolean {
  const keys = wordsOf(name).map(({ key }) => key);
  return typed.every((start) => keys.some((key) => key.startsWith(start)));
}

/** The values that match the typed words: by current name first, then by former name. All values when no word was typed. */
export function findValues(values: readonly FacetValue[], typed: string): FoundValue[] {
  const words = wordsOf(typed).map(({ key }) => key);
  const byName = values.filter(({ name }) => answers(name, words));
  const byFormer = values.flatMap((value) => {
    const former = value.former?.find((name) => answers(name, words));
    return former && !byName.includes(value) ? [{ value, former }] : [];
  });
  return [...byName.map((value) => ({ value, former: null })), ...byFormer];
}
