import { noteProblems } from '../../filing/delivery/row-problems.ts';
import type { Database } from '../../platform/postgres.ts';
import { reportDue } from '../../progress/coverage/coverage.ts';
import { freezeYear } from '../../progress/years/server/freeze-year.ts';
import { keepYearPages } from '../../progress/years/server/year-pages.ts';
import { dayInVietnam, officialDate } from '../../vietnamese/official-date.ts';
import { dayAfter } from '../../vocabulary/lapses.ts';

/** Choices of `Chốt năm`: each says what it does, because a year is closed once. */
export const closeChoices = {
  plain: 'Chốt, không sửa lại được',
  withSums: 'Chốt và công bố số liệu tổng hợp, không sửa lại được',
} as const;

/** For so long after a year was closed, pages that the site did not serve are asked for again. */
const keepingPages = `interval '1 day'`;

interface WantedYear {
  recordId: string;
  year: number;
  withSums: boolean;
  isClosed: boolean;
}

/** The first day on which staff may close a year: the day after its reports are due, or after its end where no row names one. */
const firstDay = (year: number): string => dayAfter(reportDue(year) ?? `${year}-12-31`, 1);

/**
 * Closes the years that staff want closed, and keeps their pages as the public site serves them, until `lastStart`; the next run goes
 * on. A year whose reports are still awaited is not closed, and its row says from when it can be.
 */
export async function closeYears(db: Database, siteUrl: string, now: Date, lastStart: Date): Promise<void> {
  const { rows } = await db.query<WantedYear>(
    `select distinct on (y.year) y.record_id as "recordId", y.year, y.close_with_sums as "withSums",
       c.year is not null as "isClosed"
     from statistics_years y left join year_closings c on c.year = y.year
     where y.close_with_sums is not null and (c.year is null or c.closed_at > now() - ${keepingPages})
     order by y.year, y.record_id`,
  );
  const problems = new Map<string, string | null>();
  for (const { recordId, year, withSums, isClosed } of rows) {
    const first = firstDay(year);
    const isEarly = !isClosed && dayInVietnam(now) < first;
    problems.set(
      recordId,
      isEarly ? `Cột “Chốt năm”: chốt được từ ${officialDate(first)}, khi hết hạn báo cáo của năm.` : null,
    );
    if (isEarly || siteUrl === '') continue;
    const { paths, known } = await freezeYear(db, year, { withSums, siteUrl, now });
    await keepYearPages(db, year, { siteUrl, paths, known }, lastStart);
  }
  await noteProblems(db, 'close', problems);
}

/** SQL: what the row of a year says once it is closed, where `yc` is its closing and `$2` the address of the site. */
export const closedCells = {
  summary: `'Đã chốt lúc ' || to_char(yc.closed_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY')`,
  address: `$2 || '/nam/' || yc.year || '/'`,
} as const;
