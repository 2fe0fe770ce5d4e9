import { officialDate } from '../../vietnamese/official-date.ts';
import { type PeriodStanding, quarterOf } from '../timetable/period.ts';

/** The site's words for past, current and future periods. */
export const standingWords: Readonly<Record<PeriodStanding, string>> = {
  past: 'Đã qua',
  current: 'Hiện nay',
  future: 'Sắp tới',
};

/** The line above the timeline without script: names the day of the build, not “today”. */
export function asOf(day: string): string {
  return `Tính đến ${officialDate(day)}, khi trang được cập nhật: ${quarterOf(day)}.`;
}

/** The line above the timeline: “Hôm nay, ngày 22 tháng 11 năm 2026: Quý IV/2026.” */
export function todayIn(day: string): string {
  return `Hôm nay, ${officialDate(day)}: ${quarterOf(day)}.`;
}
