import { z } from 'zod';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import { dayInVietnam } from '../../../vietnamese/official-date.ts';
import { type Closing, closingSchema } from '../closing.ts';

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

/** Which years are closed, as one word; empty where none is. */
export async function closingsDigest(db: Database): Promise<string> {
  if (!(await hasTable(db, 'year_closings'))) return '';
  const { rows } = await db.query<{ years: string | null }>(
    `select string_agg('/' || year, '' order by year) as years from year_closings`,
  );
  return rows[0]?.years ?? '';
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
