import type { GoneThing } from './gone-thing.ts';

/** Whether a text, or the texts of a row or record together, name one of some things that are gone. */
export type Naming = (text: string) => boolean;

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An address ends where its last part does; another mark stands alone, as a word does. */
const markPattern = (mark: string) =>
  mark.startsWith('/')
    ? `${quoted(mark.replace(/\/$/, ''))}(?![\\w-])`
    : `(?<![\\p{L}\\d])${quoted(mark)}(?![\\p{L}\\d])`;

const escapes: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&quot;': '"',
  '&#34;': '"',
  '\\"': '"',
  '""': '"',
};
/** A text as people read it, whether it stands in a page, in JSON or in CSV. */
const unescaped = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#3[489]);|\\"|""/g, (mark) => escapes[mark] ?? mark);

/** See `Naming`. */
export function namingOf(gone: readonly GoneThing[]): Naming {
  const marks = [...new Set(gone.flatMap((thing) => thing.marks))];
  const marked = marks.length > 0 ? new RegExp(marks.map(markPattern).join('|'), 'iu') : null;
  const worded = gone.flatMap(({ words }) => (words.length > 0 ? [words] : []));
  const isWorded = (read: string) => worded.some((words) => words.every((word) => read.includes(word)));
  return (text) => (marked?.test(text) ?? false) || (worded.length > 0 && isWorded(unescaped(text)));
}
