import { z } from 'zod';
import type { Database } from '../../../platform/postgres.ts';
import { dayInVietnam } from '../../../vietnamese/official-date.ts';
import { reportForm, reportSchema, shownSchema } from '../../filing.ts';
import type { ConfirmedReport } from '../roll-up.ts';

interface Row {
  confirmedAt: Date;
  shown: unknown;
  report: unknown;
}

const shownReport = shownSchema.options[1];

/**
 * Every confirmed report of these years, in the order in which they came. For staff: no page that everybody reads may call this.
 * Throws when the store cannot be read.
 */
export async function readReports(
  db: Pick<Database, 'query'>,
  years: readonly number[],
  samples = false,
): Promise<ConfirmedReport[]> {
  const { rows } = await db.query<Row>(
    `select f.confirmed_at as "confirmedAt", f.shown, f.report from unit_filings f
       left join base_rows b on b.record_id = f.record_id left join submissions s on s.code = b.code
     where f.form = $1 and (f.shown ->> 'year')::int = any($2) and f.report is not null and ($3 or not f.sample)
     order by coalesce(s.received_at, f.confirmed_at), f.record_id`,
    [reportForm, years, samples],
  );
  return rows.map(({ confirmedAt, shown, report }) => {
    const { unitCode, filedOn, year } = shownReport.parse(shown);
    const said = z.parse(reportSchema, report);
    return { ...said, unitCode, filedOn, year, confirmedOn: dayInVietnam(confirmedAt) };
  });
}
