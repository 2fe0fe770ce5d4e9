import { dayInVietnam, officialDate } from '../vietnamese/official-date.ts';
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

/** The number as a text cites it: with its symbol or without, “152/2025/NĐ-CP”, “152/2025”. */
const citation = ({ number }: Law) => {
  const short = /^\d+\/\d{4}/.exec(number)?.[0];
  const escaped = [number, ...(short ? [short] : [])].map((one) =>
    one.replaceAll('/', String.raw`\/`).replaceAll('-', String.raw`[-\u2011]`),
  );
  return new RegExp(`(?<![\\d/])(?:${escaped.join('|')})(?![\\d/-])`, 'gu');
};

/** A text in which each citation of a law that has lapsed says so. Other texts come back as they are. */
export function markLapsed(text: string, day: string): string {
  return laws()
    .filter((law) => isMarked(law, day))
    .reduce((marked, law) => marked.replace(citation(law), (cited) => `${cited} (${lapseWords(law)})`), text);
}

/** Which texts are marked at an instant, as one word: a site built with another is to be built anew. */
export const lapsesDigest = (now: Date): string =>
  laws()
    .filter((law) => isMarked(law, dayInVietnam(now)))
    .map(({ id }) => `!${id}`)
    .join('');
