import { quarterOf, type Standing } from '../timetable/period.ts';
import { officialDate } from '../../vietnamese/official-date.ts';

/** How the site says where a period stands. */
export const standingWords: Readonly<Record<Standing, string>> = {
  past: 'Đã qua',
  current: 'Hiện nay',
  future: 'Sắp tới',
};

/** The same line where no script runs: the day of the build, which is not called today. */
export function asOf(day: string): string {
  return `Tính đến ${officialDate(day)}, khi trang được cập nhật: ${quarterOf(day)}.`;
}

/** The line above the timeline: “Hôm nay, ngày 22 tháng 11 năm 2026: Quý IV/2026.” */
export function todayIn(day: string): string {
  return `Hôm nay, ${officialDate(day)}: ${quarterOf(day)}.`;
}
