const dayMs = 86_400_000;

/** Days on which offices are closed besides weekends: `everyYear` as `MM-DD`, `years` as `YYYY-MM-DD`. */
export interface Holidays {
  readonly everyYear: readonly string[];
  readonly years: readonly string[];
}

const nextDay = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

/** False on Saturdays, Sundays and holidays. @param day `YYYY-MM-DD` */
export function isWorkingDay(day: string, { everyYear, years }: Holidays): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !everyYear.includes(day.slice(5)) && !years.includes(day);
}

/** Number of working days between two days, without either of the two (Bộ luật Dân sự 2015, Điều 147: the first is not). */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  let count = 0;
  for (let day = nextDay(from); day < to; day = nextDay(day)) {
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}

/** The day on which `count` working days are over, without the first day (Bộ luật Dân sự 2015, Điều 147). */
export function afterWorkingDays(first: string, count: number, holidays: Holidays): string {
  let day = first;
  for (let left = count; left > 0; ) {
    day = nextDay(day);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}
