import { compoundWords } from './compound-words.ts';

const compound = new RegExp(`(${compoundWords})`, 'giu');

/** A run of a text. A `held` run must stay on one line. All runs joined give the unchanged text. */
export interface NoBreakRun {
  readonly text: string;
  readonly held: boolean;
}

/** Cuts a title where lines may end: compound words stay whole. For numbers and figures see `holdLines`. */
export function titleRuns(text: string): NoBreakRun[] {
  return text
    .split(compound)
    .map((run, index) => ({ text: run, held: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}
