import type { Database } from '../../platform/postgres.ts';

/** Possible ratings of a page. */
export const opinions = ['co', 'khong'] as const;

/** One rating. */
export interface Rating {
  /** Path of the page. */
  page: string;
  useful: (typeof opinions)[number];
}

/** Counts one rating of a page; false for a page that the site never had. */
export async function countRating(db: Database, { page, useful }: Rating): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into ratings (page, month, useful, not_useful)
     select path, date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh'), $2, 1 - $2 from pages where path = $1
     on conflict (page, month) do update set
       useful = ratings.useful + excluded.useful, not_useful = ratings.not_useful + excluded.not_useful`,
    [page, useful === 'co' ? 1 : 0],
  );
  return rowCount === 1;
}

/** The counts of one page in one month. */
export interface PageRatings {
  page: string;
  /** `2026-11`. */
  month: string;
  useful: number;
  notUseful: number;
}

/** All counts, the newest month first. */
export async function readRatings(db: Database): Promise<PageRatings[]> {
  const { rows } = await db.query<PageRatings>(
    `select page, to_char(month, 'YYYY-MM') as month, useful, not_useful as "notUseful"
     from ratings order by month desc, page`,
  );
  return rows;
}
