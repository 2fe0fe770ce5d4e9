import { nameOfColumn, type PulledRow, storableRow } from '../../filing/delivery/pulled-row.ts';
import { noteProblems, noteRows } from '../../filing/delivery/row-problems.ts';
import { textOf } from '../../filing/settings/cells.ts';
import type { Database } from '../../platform/postgres.ts';
import { closeChoices } from './close-years.ts';

/** The table of years, as the code names it. */
export const statisticsTable = 'Biểu thống kê';

/** What the head of the tables of a year says; empty where staff have not said. */
export interface StatisticsYear {
  year: number;
  said: { reporter: string; receiver: string; basis: string };
}

/** Whether staff want the year closed, and then whether with its sums; null where they do not. */
function closeOf(row: PulledRow): boolean | null {
  const said = textOf(row, 'close');
  if (said === closeChoices.withSums) return true;
  return said === closeChoices.plain ? false : null;
}

/** Imports rows of `Biểu thống kê`. */
export async function importYears(db: Database, pulled: readonly PulledRow[]): Promise<void> {
  const read = pulled.map(storableRow).map((row) => ({
    recordId: row.recordId,
    typed: textOf(row, 'year'),
    year: Number(textOf(row, 'year')),
    column: nameOfColumn(row, 'year'),
    close: closeOf(row),
    said: {
      reporter: textOf(row, 'reporter'),
      receiver: textOf(row, 'receiver'),
      basis: textOf(row, 'basis'),
    },
  }));
  const isYear = ({ year }: { year: number }) => Number.isInteger(year) && year >= 2026 && year <= 2031;
  await db.query(
    `insert into statistics_years (record_id, year, said, close_with_sums)
     select "recordId", year, said, close from jsonb_to_recordset($1::jsonb)
       as y ("recordId" text, year int, said jsonb, close boolean)
     on conflict (record_id) do update set year = excluded.year, said = excluded.said,
       close_with_sums = excluded.close_with_sums`,
    [JSON.stringify(read.filter(isYear))],
  );
  await noteRows(
    db,
    statisticsTable,
    read.map(({ recordId, typed }) => ({ recordId, code: typed || null })),
  );
  const wrong = read.map(
    (row) =>
      [
        row.recordId,
        isYear(row) ? null : `Cột “${row.column}”: ghi một năm từ 2026 đến 2031, bốn chữ số.`,
      ] as const,
  );
  await noteProblems(db, 'row', new Map(wrong));
}

/** Forgets years whose rows are gone. */
export async function forgetYears(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from statistics_years where record_id = any($1)', [recordIds]);
}

/** Renews addresses of tables that end within ten days, and forgets years that a complete listing did not hold. */
export async function renewYears(db: Database): Promise<void> {
  await db.query(
    'delete from statistics_years y using base_rows b where b.record_id = y.record_id and b.gone_at is not null',
  );
  await db.query(
    `update statistics_years set links_until = date_trunc('minute', now()) + interval '60 days'
     where links_until < now() + interval '10 days'`,
  );
}

/** The year of a row; null where the row is gone. */
export async function findYear(db: Database, recordId: string): Promise<StatisticsYear | null> {
  const { rows } = await db.query<StatisticsYear>(
    'select year, said from statistics_years where record_id = $1',
    [recordId],
  );
  return rows[0] ?? null;
}
