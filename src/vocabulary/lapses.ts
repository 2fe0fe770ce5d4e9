import { dayInVietnam, officialDate } from '../vietnamese/official-date.ts';
import { guidance } from './guidance.ts';
import { type Law, laws } from './laws.ts';

const dayMs = 86_400_000;

/** How long before a text lapses staff are told. */
export const warnDays = 90;

/** The day `days` before or after a day, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Whether a text is marked on a day: from its last day with effect on. */
export const isMarked = ({ lapsesOn }: Pick<Law, 'lapsesOn'>, day: string): boolean =>
  lapsesOn !== null && dayAfter(lapsesOn, -1) <= day;

/** What stands beside a text that lapses: “hết hiệu lực từ ngày 01 tháng 3 năm 2027, thay bằng Nghị định 1/2027/NĐ-CP”. */
export const lapseWords = ({ lapsesOn, successor }: Pick<Law, 'lapsesOn' | 'successor'>): string =>
  lapsesOn === null
    ? ''
    : `hết hiệu lực từ ${officialDate(lapsesOn)}${successor === null ? '' : `, thay bằng ${successor}`}`;

/** From when to when a text has effect, and what takes its place. */
export type Validity = Pick<Law, 'validFrom' | 'lapsesOn' | 'successor'>;

/** What stands beside a text that has no effect on a day: not yet, or no more. Empty for one that has, as far as the owner has confirmed. */
export function validityWords(text: Validity, day: string): string {
  if (isMarked(text, day)) return lapseWords(text);
  const { validFrom } = text;
  return validFrom !== null && validFrom > day
    ? `chưa có hiệu lực, có hiệu lực từ ${officialDate(validFrom)}`
    : '';
}

/** Every text that pages cite: laws, and what departments issued by the plan. */
const citable = () => [...laws(), ...guidance().map(({ id, text }) => ({ ...text, id }))];

/** The number as a text cites it: with its symbol or without, “152/2025/NĐ-CP”, “152/2025”. */
const citation = ({ number }: Pick<Law, 'number'>) => {
  const short = /^\d+\/\d{4}/.exec(number)?.[0];
  const escaped = [number, ...(short ? [short] : [])].map((one) =>
    one.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll('-', String.raw`[-\u2011]`),
  );
  return new RegExp(`(?<![\\d/])(?:${escaped.join('|')})(?![\\d/-])`, 'gu');
};

/** Marks each citation of a law or guidance that has no effect on a day; null where all have effect. Made once for many texts. */
export function lapseMarker(day: string): ((text: string) => string) | null {
  const marks = citable().flatMap((one) => {
    const words = validityWords(one, day);
    return words === '' ? [] : [{ cited: citation(one), words }];
  });
  if (marks.length === 0) return null;
  return (text) =>
    marks.reduce((marked, { cited, words }) => marked.replace(cited, (found) => `${found} (${words})`), text);
}

/** A text in which each citation of a law or guidance that has no effect on a day says so. Other texts come back as they are. */
export const markLapsed = (text: string, day: string): string => lapseMarker(day)?.(text) ?? text;

/** Which texts are marked at an instant and how, as one word: a site built with another is to be built anew. */
export function lapsesDigest(now: Date): string {
  const today = dayInVietnam(now);
  return citable()
    .filter((one) => validityWords(one, today) !== '')
    .map((one) => `!${one.id}${isMarked(one, today) ? '' : '+'}`)
    .join('');
}
