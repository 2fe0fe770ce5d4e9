import { cleanText } from '../../vietnamese/clean-text.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';
import type { FiledFile } from '../definitions/files-field.ts';

/** Longest name, in letters; Airtable shows about so many. */
const maxLetters = 100;

const endings: Readonly<Record<FiledFile['kind'], readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
};

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const cut = (text: string, most: number) =>
  [...letters.segment(text)]
    .slice(0, most)
    .map(({ segment }) => segment)
    .join('');

/** Longest path that is read; what is cut off stands before the name. */
const maxRead = 2_000;

const lastPart = (given: string): string => cleanText(given.slice(-maxRead)).split(/[/\\]/).at(-1) ?? '';

/** What is wrong with a file's name that cannot be read as it stands, and what to do; null for all others. */
export function unreadableName(given: string): string | null {
  const unreadable = findUnreadable(lastPart(given).replace(/[_.-]/g, ' '));
  return unreadable ? `Tên tệp không đọc được. Hãy đổi tên tệp rồi chọn lại. ${unreadable.message}` : null;
}

/**
 * A file's name as its sender wrote it, in NFC: without folders, without signs that cannot be seen or that turn text round,
 * not too long, and ending as its content says.
 */
export function cleanFileName(given: string, kind: FiledFile['kind']): string {
  const last = lastPart(given);
  const name = last
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const [, stem = name, ending = ''] = /^(.*)\.(\w{1,5})$/u.exec(name) ?? [];
  const isRight = endings[kind].includes(ending.toLowerCase());
  const kept = cut(isRight ? stem : name, maxLetters).trim() || 'tep-minh-chung';
  return `${kept}.${isRight ? ending : (endings[kind][0] ?? kind)}`;
}
