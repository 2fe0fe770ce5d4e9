import type { Story } from '../../gallery/story.ts';
import { type CoverageLine, reportDue } from '../coverage/coverage.ts';
import { shortDay } from '../coverage/words.ts';
import type { Closing, YearSums } from './closing.ts';
import { coverageSince } from './coverage-since.ts';
import { honoursSince } from './honours-since.ts';
import { textsSince } from './texts-since.ts';

/** What became different after a year was closed, by what it is about. Empty lists where nothing did. */
export interface Since {
  /** Of stories of the year. */
  corrections: string[];
  /** Of units: a plan, criteria or a report that came later, whose day was corrected, or that was taken back. */
  coverage: string[];
  /** Of decisions: honours that came later or are told otherwise now. */
  honours: string[];
  /** Of decisions: honours that are no longer public. They are told by their id alone. */
  withdrawn: string[];
  /** Of the sums of the reports, where they were released. */
  sums: string[];
  /** Of legal texts, criteria and guidance. */
  texts: string[];
  /** Of the kept pages: those that are published no more. */
  pages: string[];
}

/** What a closed year is compared with. */
export interface Present {
  stories: readonly Story[];
  lines: readonly CoverageLine[];
  /** The sums of the reports of the year now; null where they were not released. */
  sums: YearSums | null;
  /** See `PublishablePages`. */
  gone: readonly string[];
}

const inYear = ({ document }: Closing, story: Story) =>
  document.decisions.some(({ honours }) => honours.some(({ id }) => id === story.id));

const correctionsSince = (closing: Closing, stories: readonly Story[]): string[] =>
  stories
    .filter((story) => story.year === closing.year || inYear(closing, story))
    .flatMap(({ id, name, corrections }) =>
      corrections
        .filter((correction) => correction.day > closing.closedOn)
        .map(({ day, text }) => `${shortDay(day)}, ${id} ${name}: ${text}`),
    );

const figureWords = ({ total, given, blank }: YearSums[number]) =>
  `${total.toLocaleString('vi')} theo số của ${given} đơn vị${blank > 0 ? `, ${blank} đơn vị để trống` : ''}`;

function sumsSince(then: YearSums | null, now: YearSums | null): string[] {
  if (!then || !now) return [];
  return now.flatMap((sum) => {
    const before = then.find(({ name }) => name === sum.name);
    if (!before || figureWords(before) === figureWords(sum)) return [];
    return [`${sum.name}: nay là ${figureWords(sum)}; lúc chốt là ${figureWords(before)}`];
  });
}

const dueWords = (day: string | null) => (day ? shortDay(day) : 'chưa công bố');

function dueSince({ year, document }: Closing): string[] {
  const now = reportDue(year);
  return now === document.reportDue
    ? []
    : [`Hạn báo cáo năm ${year}: nay là ${dueWords(now)}; lúc chốt là ${dueWords(document.reportDue)}`];
}

/** Compares a closed year with what is public now. The process must follow what the owner set. */
export function sinceClosing(closing: Closing, { stories, lines, sums, gone }: Present): Since {
  const { document } = closing;
  const shown = new Set(stories.map(({ id }) => id));
  return {
    corrections: correctionsSince(closing, stories),
    coverage: [...dueSince(closing), ...coverageSince(closing, lines)],
    honours: honoursSince(closing, stories),
    withdrawn: document.decisions
      .flatMap(({ honours }) => honours)
      .filter(({ id }) => !shown.has(id))
      .map(({ id }) => id),
    sums: sumsSince(document.sums, sums),
    texts: textsSince(document.texts),
    pages: [...gone],
  };
}

/** The closing as everybody may read it now: honours that are no longer public have no name. */
export function publicClosing(closing: Closing, stories: readonly Story[]): Closing {
  const shown = new Set(stories.map(({ id }) => id));
  const decisions = closing.document.decisions.map((decision) => ({
    ...decision,
    honours: decision.honours.filter(({ id }) => shown.has(id)),
  }));
  return { ...closing, document: { ...closing.document, decisions } };
}
