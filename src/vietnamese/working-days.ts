const dayMs = 86_400_000;

/** Which days offices are closed on besides weekends: `everyYear` as `MM-DD`, `years` as `YYYY-MM-DD`. */
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

/** How many working days lie between two days, neither of them counted (Bộ luật Dân sự 2015, Điều 147: the first is not). */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  let count = 0;
  for (let day = nextDay(from); day < to; day = nextDay(day)) {
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}

/** The day on which so many working days are over, the first day not counted (Bộ luật Dân sự 2015, Điều 147). */
export function afterWorkingDays(first: string, count: number, holidays: Holidays): string {
  let day = first;
  for (let left = count; left > 0;) {
    day = nextDay(day);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}
