import { matching } from '../vietnamese/question-words.ts';
import type { Word } from '../vietnamese/words.ts';

const choice = /\{([^{}]*)\}/;

/**
 * The names that a wording stands for: `{hạn|ngày} nộp báo cáo` is two. Each of a list that shares its other words is a name of
 * its own, so that a question finds the one that it repeats.
 */
export function expanded(wording: string): string[] {
  const found = choice.exec(wording);
  if (!found) return [wording];
  const [whole, alternatives = ''] = found;
  return alternatives
    .split('|')
    .flatMap((each) => expanded(wording.replace(whole, each).replace(/\s+/g, ' ').trim()));
}

const gap = ' … ';

/** A wording with a gap is open: `{ghi|điền} … sai` is asked by “ghi số điện thoại sai rồi”. It is a rule, and no name. */
export const isOpen = (wording: string): boolean => wording.includes(gap);

/** A function from a question to its share, in letters, that is said by an open wording; 0 where it asks something else. */
export function openMatch(wording: string): (words: readonly Word[]) => number {
  const parts = wording.split(gap).map((part) => part.replaceAll('{', '(?:').replaceAll('}', ')'));
  const match = matching(parts.map((part) => `(${part})`).join(' (?:.* )?'));
  return (words) => {
    const found = match(words);
    if (!found) return 0;
    const [, ...said] = found;
    return said.join('').length / found.input.length;
  };
}
