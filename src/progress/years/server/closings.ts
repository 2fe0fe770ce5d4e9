import { z } from 'zod';
import { digestOf } from '../../../platform/files/digest.ts';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import { dayInVietnam } from '../../../vietnamese/official-date.ts';
import { readRollUps } from '../../reports/server/roll-up-tools.ts';
import { type Closing, closingSchema, type YearSums, yearSums } from '../closing.ts';

/** Closes a year; false where it was closed before: it never changes. */
export async function closeYear(
  db: Pick<Database, 'query'>,
  year: number,
  document: Closing['document'],
): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into year_closings (year, document) values ($1, $2) on conflict (year) do nothing',
    [year, JSON.stringify(document)],
  );
  return rowCount === 1;
}

const withReleasedSums = `select year from year_closings where document -> 'sums' <> 'null' order by year`;

/** The sums of closed years as they are now, of those years whose sums were released. Throws when the store cannot be read. */
export async function readPresentSums(db: Database): Promise<{ id: string; sums: YearSums }[]> {
  if (!(await hasTable(db, 'year_closings'))) return [];
  const { rows } = await db.query<{ year: number }>(withReleasedSums);
  if (rows.length === 0) return [];
  const rolled = await readRollUps(
    db,
    rows.map(({ year }) => year),
    false,
  );
  return rolled.map((one) => ({ id: String(one.year), sums: yearSums(one) }));
}

/** Which years are closed and the sums that they are compared with, as one word; empty where none is. */
export async function closingsDigest(db: Database): Promise<string> {
  if (!(await hasTable(db, 'year_closings'))) return '';
  const { rows } = await db.query<{ years: string | null }>(
    `select string_agg('/' || year, '' order by year) as years from year_closings`,
  );
  const sums = await readPresentSums(db);
  return `${rows[0]?.years ?? ''}${sums.length > 0 ? digestOf(sums) : ''}`;
}

/** Every closed year, newest first. Throws when the store cannot be read. */
export async function readClosings(db: Database): Promise<Closing[]> {
  if (!(await hasTable(db, 'year_closings'))) return [];
  const { rows } = await db.query<{ year: number; closedAt: Date; document: unknown }>(
    'select year, closed_at as "closedAt", document from year_closings order by year desc',
  );
  return z.array(closingSchema).parse(
    rows.map(({ year, closedAt, document }) => ({
      id: String(year),
      year,
      closedOn: dayInVietnam(closedAt),
      document,
    })),
  );
}
