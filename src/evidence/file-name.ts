import { cleanText } from '../http/clean.ts';
import type { FiledFile } from '../schemas/forms/files-field.ts';

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

/**
 * A file's name as its sender wrote it, in NFC: without folders, without signs that cannot be seen or that turn text round,
 * not too long, and ending as its content says.
 */
export function cleanFileName(given: string, kind: FiledFile['kind']): string {
  const last = cleanText(given.replaceAll('\u061c', '')).split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const [, stem = name, ending = ''] = /^(.*)\.(\w{1,5})$/u.exec(name) ?? [];
  const isRight = endings[kind].includes(ending.toLowerCase());
  const kept = cut(isRight ? stem : name, maxLetters).trim() || 'tep-minh-chung';
  return `${kept}.${isRight ? ending : (endings[kind][0] ?? kind)}`;
}
