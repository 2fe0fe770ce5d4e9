import { dayInVietnam } from '../vietnamese/official-date.ts';
import { afterWorkingDays, type Holidays, isWorkingDay } from '../vietnamese/working-days.ts';
import { holidays } from './holidays.ts';
import { dayAfter } from './lapses.ts';
import { type CommentRow, commentRows, type OwnerRow } from './owner-settings.ts';
import { samplePrefix } from './story-ids.ts';

/** The rule of a case: how many days, which days, and whether the first counts. */
export type CommentRule = Pick<CommentRow, 'opensAt' | 'days' | 'dayKind' | 'countsFirstDay'>;

/** The last day on which comments are taken by the rule alone, `YYYY-MM-DD`. */
export function lastDayByRule(rule: CommentRule, off: Holidays): string {
  const { opensAt, days, dayKind, countsFirstDay } = rule;
  const first = dayInVietnam(opensAt);
  if (dayKind === 'calendar') return dayAfter(first, countsFirstDay ? days - 1 : days);
  const isCounted = countsFirstDay && isWorkingDay(first, off);
  return afterWorkingDays(first, isCounted ? days - 1 : days, off);
}

/** The last day that a row asks for. What the public was told is `until`. */
export const lastDayOf = (row: CommentRow, off: Holidays = holidays()): string =>
  row.lastDay ?? lastDayByRule(row, off);

/** A list of nominees on which everyone may comment, with the end of its time. */
export interface CommentCase extends CommentRow {
  /** The last whole day for comments, in Việt Nam, `YYYY-MM-DD`. */
  lastDay: string;
  /** The first instant at which no comment is taken. */
  closesAt: Date;
  /** Its page. */
  path: string;
  /** Invented, for the stand-in alone. */
  sample: boolean;
}

/** Whether the page of a case shows its list. */
export const isUp = ({ takenOff }: Pick<CommentRow, 'takenOff'>): boolean => takenOff === null;

/** What the page of a list shows that was taken off. */
const nothing = { list: [], draft: null, outcome: null, files: [] };

/** A row with what follows from its rule. */
export function caseOf(row: CommentRow, off: Holidays = holidays()): CommentCase {
  const lastDay = row.until ?? lastDayOf(row, off);
  const closesAt = new Date(`${dayAfter(lastDay, 1)}T00:00:00+07:00`);
  return {
    ...row,
    ...(isUp(row) ? {} : nothing),
    lastDay,
    closesAt,
    path: `/lay-y-kien/${row.id}/`,
    sample: row.id.startsWith(samplePrefix),
  };
}

/** Every case of the rows, whatever its time. */
export const allCases = (): CommentCase[] => commentRows().map((row) => caseOf(row));

/** The cases whose time has begun, the newest first. Of others nothing may be seen. */
export const begunCases = (now: Date): CommentCase[] =>
  allCases()
    .filter(({ opensAt }) => opensAt <= now)
    .toSorted((a, b) => b.opensAt.getTime() - a.opensAt.getTime());

/** Where a case stands at an instant. */
export const standingOf = (
  { opensAt, closesAt, takenOff }: CommentCase,
  now: Date,
): 'before' | 'open' | 'closed' | 'taken-off' => {
  if (now < opensAt) return 'before';
  if (takenOff !== null) return 'taken-off';
  return now < closesAt ? 'open' : 'closed';
};

/** How the days are counted: “10 ngày làm việc, không tính ngày đăng”. */
export const ruleWords = ({ days, dayKind, countsFirstDay }: CommentRule): string =>
  `${days} ngày${dayKind === 'working' ? ' làm việc' : ''}, ${countsFirstDay ? 'tính cả' : 'không tính'} ngày đăng`;

/** Which cases have begun and which are over, as one word: a site built with another is to be built anew. */
export const casesDigest = (now: Date): string =>
  begunCases(now)
    .map((one) => `?${one.id}${standingOf(one, now) === 'open' ? '' : '.'}`)
    .join('');

/** Whether a build may know a row: not a list whose time has not begun and, but on a person's own machine, no invented one. */
export function isForBuild(row: OwnerRow, now: Date, samples: boolean): boolean {
  if (row.is !== 'comment') return true;
  const { opensAt, sample } = caseOf(row);
  return opensAt <= now && (samples || !sample);
}
