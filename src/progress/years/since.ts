import type { Story } from '../../gallery/story.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { laws } from '../../vocabulary/laws.ts';
import type { CoverageLine } from '../coverage/coverage.ts';
import { cellWords, shortDay } from '../coverage/words.ts';
import type { Closing } from './closing.ts';

/** What became different after a year was closed, by what it is about. Empty lists where nothing did. */
export interface Since {
  /** Of stories of the year. */
  corrections: string[];
  /** Of units: a report that came later, or one that was taken back. */
  coverage: string[];
  /** Of decisions: honours that are no longer public. They are told by their id alone. */
  withdrawn: string[];
  /** Of legal texts. */
  texts: string[];
}

const inYear = ({ document }: Closing, story: Story) =>
  document.decisions.some(({ honours }) => honours.some(({ id }) => id === story.id));

function coverageSince({ document, year }: Closing, lines: readonly CoverageLine[]): string[] {
  const now = new Map(lines.map((line) => [line.unit.code, line]));
  return document.lines.flatMap(({ code, name, report }) => {
    const standing = now.get(code)?.reports.find((one) => one.year === year)?.standing;
    if (!standing || (standing.is === 'there') === (report.is === 'there')) return [];
    return standing.is === 'there'
      ? [`${name}: có báo cáo, ${cellWords(standing)}, Sở Nội vụ xác nhận ${shortDay(standing.confirmedOn)}`]
      : [`${name}: báo cáo không còn được xác nhận`];
  });
}

/** Compares a closed year with what is public now. */
export function sinceClosing(
  closing: Closing,
  stories: readonly Story[],
  lines: readonly CoverageLine[],
): Since {
  const { document, closedOn, year } = closing;
  const shown = new Set(stories.map(({ id }) => id));
  const lapsed = new Map(laws().map(({ number, lapsesOn }) => [number, lapsesOn]));
  return {
    corrections: stories
      .filter((story) => story.year === year || inYear(closing, story))
      .flatMap(({ id, name, corrections }) =>
        corrections
          .filter((correction) => correction.day > closedOn)
          .map(({ day, text }) => `${shortDay(day)}, ${id} ${name}: ${text}`),
      ),
    coverage: coverageSince(closing, lines),
    withdrawn: document.decisions
      .flatMap(({ honours }) => honours)
      .filter(({ id }) => !shown.has(id))
      .map(({ id }) => id),
    texts: document.texts.flatMap(({ kind, number, lapsesOn }) => {
      const now = lapsed.get(number);
      return now && now !== lapsesOn ? [`${kind} ${number}: hết hiệu lực từ ${officialDate(now)}`] : [];
    }),
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
