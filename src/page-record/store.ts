import { type Database, hasTable } from '../postgres.ts';

/** A page of this build. */
export interface BuiltPage {
  /** `/ke-hoach/ii-3/`. */
  path: string;
  /** Of what it says; see dated-page.ts. */
  digest: string;
}

/**
 * Records the pages of a build and returns when each last changed: `now` for a page that is new or says something else
 * than it did, the time on record for one that says the same.
 */
export async function recordPages(
  db: Database,
  pages: readonly BuiltPage[],
  now: Date,
): Promise<Map<string, Date>> {
  if (!(await hasTable(db, 'pages'))) return new Map(pages.map(({ path }) => [path, now]));
  const { rows } = await db.query<{ path: string; changed_at: Date }>(
    `insert into pages (path, digest, changed_at)
     select path, digest, $3 from unnest($1::text[], $2::text[]) as built (path, digest)
     on conflict (path) do update set
       digest = excluded.digest,
       changed_at = case when pages.digest = excluded.digest then pages.changed_at else excluded.changed_at end
     returning path, changed_at`,
    [pages.map(({ path }) => path), pages.map(({ digest }) => digest), now],
  );
  return new Map(rows.map(({ path, changed_at }) => [path, changed_at]));
}

/** Every path that was ever a page of a build. */
export async function knownPages(db: Database): Promise<string[]> {
  if (!(await hasTable(db, 'pages'))) return [];
  const { rows } = await db.query<{ path: string }>('select path from pages order by path');
  return rows.map(({ path }) => path);
}
