import { wordsOf } from '../../vietnamese/words.ts';
import type { FacetValue } from '../stories/facet-values.ts';

/** A value that answers to what was typed, and the former name by which it does. */
export interface FoundValue {
  value: FacetValue;
  former: string | null;
}

/** Whether each word typed begins a word of the name, in any order; tones count for nothing. */
function answers(name: string, typed: readonly string[]): boolean {
  const keys = wordsOf(name).map(({ key }) => key);
  return typed.every((start) => keys.some((key) => key.startsWith(start)));
}

/** The values that answer to what was typed: by their own names first, then by former ones; all when nothing was. */
export function findValues(values: readonly FacetValue[], typed: string): FoundValue[] {
  const words = wordsOf(typed).map(({ key }) => key);
  const byName = values.filter(({ name }) => answers(name, words));
  const byFormer = values.flatMap((value) => {
    const former = value.former?.find((name) => answers(name, words));
    return former && !byName.includes(value) ? [{ value, former }] : [];
  });
  return [...byName.map((value) => ({ value, former: null })), ...byFormer];
}
