import { dayInVietnam } from '../vietnamese/official-date.ts';
import { type Holidays, workingDaysBetween } from '../vietnamese/working-days.ts';

/** How long ahead a planned stop is announced, in working days: Nghị định 224/2026/NĐ-CP, Điều 13. */
export const noticeWorkingDays = 7;

/** Working days between the announcement of a stop (`YYYY-MM-DD`) and its beginning. */
export const daysAhead = (announced: string, from: Date, holidays: Holidays): number =>
  workingDaysBetween(announced, dayInVietnam(from), holidays);
