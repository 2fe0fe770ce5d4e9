import { type Database, hasTable } from '../../../platform/postgres.ts';
import type { Redirect } from '../../stories/server/publication-log.ts';
import { decisionIds, decisionListPath } from '../decisions.ts';

interface Shown {
  id: string;
  number: string;
  date: string | null;
  body: string | null;
  isGone: boolean;
}

const idsOf = ({ number, date, body }: Shown): string[] =>
  date === null ? [] : decisionIds({ decisionNumber: number, decisionDate: date, decisionBody: body });

/**
 * Redirects of the lists of decisions of which every story that was shown is gone: 410, with the page of one of them. The address of a
 * decision without a date has the year of its stories, which is not kept.
 */
export async function decisionRedirects(db: Database): Promise<Redirect[]> {
  if (!(await hasTable(db, 'shown_decisions'))) return [];
  const { rows } = await db.query<Shown>(
    `select id, number, date::text, body, withdrawn_at is not null as "isGone"
     from shown_decisions join shown_stories using (id) order by id`,
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
