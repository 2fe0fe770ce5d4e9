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

/** Every confirmed report of these years. For staff: no page that everybody reads may call this. Throws when the store cannot be read. */
export async function readReports(
  db: Pick<Database, 'query'>,
  years: readonly number[],
  samples = false,
): Promise<ConfirmedReport[]> {
  const { rows } = await db.query<Row>(
    `select confirmed_at as "confirmedAt", shown, report from unit_filings
     where form = $1 and (shown ->> 'year')::int = any($2) and report is not null and ($3 or not sample)
     order by record_id`,
    [reportForm, years, samples],
  );
  return rows.map(({ confirmedAt, shown, report }) => {
    const { unitCode, filedOn, year } = shownReport.parse(shown);
    const said = z.parse(reportSchema, report);
    return { ...said, unitCode, filedOn, year, confirmedOn: dayInVietnam(confirmedAt) };
  });
}
