/** A span of whole days in Việt Nam, `YYYY-MM-DD`. `from` is included, `before` is not. */
export interface Period {
  readonly from: string;
  readonly before: string;
}

/** Position of a period relative to a day. */
export type PeriodStanding = 'past' | 'current' | 'future';

/** A time that is neither “Quý II/2026” nor “Năm 2027”. Rewrite the time, or extend `periodOf`. */
export class UnknownPeriodError extends Error {
  override readonly name = 'UnknownPeriodError';
}

const quarters: readonly string[] = ['I', 'II', 'III', 'IV'];

/** The days that the plan's words name: “Quý II/2026” or “Năm 2027”. Throws UnknownPeriodError for other words. */
export function periodOf(words: string): Period {
  const [, quarter = '', year = ''] = /^(?:Quý (I|II|III|IV)\/|Năm )(\d{4})$/.exec(words) ?? [];
  if (!year) throw new UnknownPeriodError(`“${words}” is neither a quarter nor a year of the plan.`);
  if (!quarter) return yearsPeriod(Number(year), Number(year));
  const first = quarters.indexOf(quarter) * 3 + 1;
  const before = first === 10 ? firstOf(Number(year) + 1, 1) : firstOf(Number(year), first + 3);
  return { from: firstOf(Number(year), first), before };
}

/** Whole years, the first and the last included. */
export function yearsPeriod(first: number, last: number): Period {
  return { from: firstOf(first, 1), before: firstOf(last + 1, 1) };
}

/** The quarter of a day in the plan's words: `2026-11-22` → “Quý IV/2026”. */
export function quarterOf(day: string): string {
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return `Quý ${quarters[index] ?? ''}/${day.slice(0, 4)}`;
}

/** Whether a period is over, under way or ahead on a day (`YYYY-MM-DD`). */
export function standingOn(day: string, { from, before }: Period): PeriodStanding {
  if (day < from) return 'future';
  return day < before ? 'current' : 'past';
}

function firstOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
