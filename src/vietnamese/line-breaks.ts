import { compoundWords } from './compound-words.ts';

/** A number with its symbol, and the word before it: “số 57-NQ/TW”, “số 57”. */
const symbol = String.raw`số \d+(?:[-/]\p{Lu}[\p{L}/-]*)?|\d+[-/]\p{Lu}[\p{L}/-]*`;

const inText = new RegExp(`(${symbol})`, 'giu');
const inTitle = new RegExp(`(${compoundWords}|${symbol})`, 'giu');

/** A run of a text. A `held` run must stay on one line. All runs joined give the unchanged text. */
export interface NoBreakRun {
  readonly text: string;
  readonly held: boolean;
}

/** Cuts a text where lines may end. Numbers of documents stay whole, and in titles also compound words. */
export function noBreakRuns(text: string, kind: 'text' | 'title'): NoBreakRun[] {
  return text
    .split(kind === 'title' ? inTitle : inText)
    .map((run, index) => ({ text: run, held: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}
