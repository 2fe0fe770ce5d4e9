import { dayInVietnam, officialDate } from '../../vietnamese/official-date.ts';
import { afterWorkingDays } from '../../vietnamese/working-days.ts';
import { holidays } from '../../vocabulary/holidays.ts';
import { intakeSlots } from '../../vocabulary/site.ts';
import { type AnswerTimes, answerTimes } from './answer-times.ts';

/** The last day of the next step, `YYYY-MM-DD` in Việt Nam; null where the state waits for nobody or has no announced time. */
export function answerDay(state: string, since: Date, times: AnswerTimes = answerTimes()): string | null {
  const days = times[state];
  return days ? afterWorkingDays(dayInVietnam(since), days, holidays()) : null;
}

/** `answerDay` in words: the day with its number of working days, a slot for the owner, or that nothing is left to do. */
export function answerWords(state: string, since: Date, times: AnswerTimes = answerTimes()): string {
  const day = answerDay(state, since, times);
  if (day) return `chậm nhất ${officialDate(day)} (${times[state]} ngày làm việc)`;
  return state in times ? intakeSlots.answerBy : 'Không còn việc phải chờ';
}
