import type { GoneThing } from './gone-thing.ts';

/** Whether a text, or the texts of a row or record together, name one of some things that are gone. */
export type Naming = (text: string) => boolean;

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An address ends where its last part does; another mark stands alone, as a word does. */
const markPattern = (mark: string) =>
  mark.startsWith('/')
    ? `${quoted(mark.replace(/\/$/, ''))}(?![\\w-])`
    : `(?<![\\p{L}\\d])${quoted(mark)}(?![\\p{L}\\d])`;

/** See `Naming`. */
export function namingOf(gone: readonly GoneThing[]): Naming {
  const marks = [...new Set(gone.flatMap((thing) => thing.marks))];
  const marked = marks.length > 0 ? new RegExp(marks.map(markPattern).join('|'), 'iu') : null;
  const worded = gone.flatMap(({ words }) => (words.length > 0 ? [words] : []));
  return (text) =>
    (marked?.test(text) ?? false) || worded.some((words) => words.every((word) => text.includes(word)));
}
