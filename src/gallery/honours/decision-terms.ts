import { compose } from '../../vietnamese/compose.ts';
import { fold } from '../../vietnamese/fold.ts';
import { units } from '../../vocabulary/units.ts';

/** A decision as a text or a row names it. */
export interface NamedDecision {
  decisionNumber: string | null;
  /** `YYYY-MM-DD`. */
  decisionDate: string | null;
  decisionBody: string | null;
}

/** Words of names and numbers that were read: each question is compared with all of them. */
const known = new Map<string, readonly string[]>();
const mostKnown = 50_000;

/** The words of a text without marks, capitals and signs: whatever stands between two words, they are the same. */
export function plainWords(text: string): readonly string[] {
  const words = known.get(text) ?? fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (known.size >= mostKnown) known.clear();
  known.set(text, words);
  return words;
}

/** The number of a decision as one compares it: `12 qd ubnd` for “12/QĐ-UBND”, “12 QĐ–UBND” and “Quyết định số 12/QĐ-UBND”. */
export const numberWords = (number: string): string =>
  plainWords(number)
    .join(' ')
    .replace(/^(?:quyet dinh|qd) (?:so )?|^so /, '');

/** A body as one compares it: it decides in one row of numbers, whether its chairman signs or it does, and however it is shortened. */
export const bodyWords = (body: string): string =>
  ` ${plainWords(body).join(' ')} `
    .replaceAll(' uy ban nhan dan ', ' ubnd ')
    .replace(/ (?:chu tich|giam doc|truong ban|thu truong) /, ' ')
    .replaceAll(' tp ', ' thanh pho ')
    .trim();

const slug = (words: string): string => words.replaceAll(' ', '-').slice(0, 80);

/** Listed units whose names differ by tones alone: xã Lộc Thành and xã Lộc Thạnh. Their code tells them apart. */
const alike = new Map(
  [...Map.groupBy(units, ({ name }) => bodyWords(name))].filter(([, of]) => of.length > 1),
);

/** A body as a part of an address: `ubnd-xa-loc-ninh`. */
export function bodySlug(body: string): string {
  const words = bodyWords(body);
  const marked = compose(body).toLocaleLowerCase('vi');
  const namesakes = [...alike].find(([name]) => words === name)?.[1] ?? [];
  const own = namesakes.find(({ name }) => {
    const place = name.replace(/^UBND /, '').toLocaleLowerCase('vi');
    return marked.endsWith(place);
  });
  return own ? `${slug(words)}-${own.code}` : slug(words);
}
