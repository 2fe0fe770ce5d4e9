import { cleanText } from '../../vietnamese/clean-text.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';
import type { FiledFile } from '../definitions/files-field.ts';

/** The most letters of a name; Airtable shows about so many. */
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

/** The most letters of a path that are read, counted from its end, where the name is. */
const maxRead = 2_000;

const lastPart = (given: string): string => cleanText(given.slice(-maxRead)).split(/[/\\]/).at(-1) ?? '';

/** Message for a file name that cannot be read, with what to do; null for any other name. */
export function unreadableName(given: string): string | null {
  const unreadable = findUnreadable(lastPart(given).replace(/[_.-]/g, ' '));
  return unreadable ? `Tên tệp không đọc được. Hãy đổi tên tệp rồi chọn lại. ${unreadable.message}` : null;
}

/**
 * Cleans the sender's file name: NFC, without folders, invisible signs and signs that reverse text, not too long, and with the
 * extension of its content.
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
