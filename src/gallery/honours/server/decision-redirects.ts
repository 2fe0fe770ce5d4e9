import { type Database, hasTable } from '../../../platform/postgres.ts';
import type { Redirect } from '../../stories/server/publication-log.ts';
import { decisionIds, decisionListPath } from '../decisions.ts';

interface Shown {
  id: string;
  number: string;
  date: string | null;
  body: string | null;
  /** Of the story; null for what was shown before years were noted. */
  year: number | null;
  isGone: boolean;
}

function idsOf({ number, date, body, year }: Shown): string[] {
  const known = date === null ? year : Number(date.slice(0, 4));
  if (known === null) return [];
  return decisionIds({ decisionNumber: number, decisionDate: date, decisionBody: body, year: known });
}

/**
 * Redirects of the lists of decisions of which every story that was shown is gone: 410, with the page of one of them. The address of a
 * decision without a date has the year of its stories.
 */
export async function decisionRedirects(db: Database): Promise<Redirect[]> {
  if (!(await hasTable(db, 'shown_decisions'))) return [];
  const year = (await hasTable(db, 'shown_decision_years'))
    ? '(select year from shown_decision_years y where y.id = d.id)'
    : 'null::integer';
  const { rows } = await db.query<Shown>(
    `select id, number, date::text, body, ${year} as year, withdrawn_at is not null as "isGone"
     from shown_decisions d join shown_stories using (id) order by id`,
  );
  const standing = new Set(rows.filter(({ isGone }) => !isGone).flatMap(idsOf));
  const gone = new Map(
    rows.filter(({ isGone }) => isGone).flatMap((row) => idsOf(row).map((decision) => [decision, row.id])),
  );
  return [...gone].flatMap(([decision, id]) =>
    standing.has(decision)
      ? []
      : (['json', 'csv'] as const).map(
          (kind): Redirect => ({ from: decisionListPath(decision, kind), to: `/da-go/${id}/`, status: 410 }),
        ),
  );
}
