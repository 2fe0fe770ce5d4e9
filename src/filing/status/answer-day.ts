import { dayInVietnam, officialDate } from '../../vietnamese/official-date.ts';
import { type AnswerTimes, answerTimes } from './answer-times.ts';
import { holidays } from '../../vocabulary/holidays.ts';
import { intakeSlots } from '../../vocabulary/site.ts';
import { afterWorkingDays } from '../../vietnamese/working-days.ts';

/** The last day of the next step, `YYYY-MM-DD` in Việt Nam; null where nobody is waited for or no time was announced. */
export function answerDay(state: string, since: Date, times: AnswerTimes = answerTimes): string | null {
  const days = times[state];
  return days ? afterWorkingDays(dayInVietnam(since), days, holidays) : null;
}

/** The same for people: the day with the count behind it, what the owner must announce, or that nothing is left to do. */
export function answerWords(state: string, since: Date, times: AnswerTimes = answerTimes): string {
  const day = answerDay(state, since, times);
  if (day) return `chậm nhất ${officialDate(day)} (${times[state]} ngày làm việc)`;
  return state in times ? intakeSlots.answerBy : 'Không còn việc phải chờ';
}
