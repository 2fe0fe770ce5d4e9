import { type Database, hasTable } from '../../platform/postgres.ts';

/** Stored facts about a page. */
export interface KnownPage {
  /** Digest of the page's words; see dated-page.ts. */
  digest: string;
  /** When the words of the page last changed. */
  changedAt: Date;
}

/** Every page that was ever in a public build, by its path: `/ke-hoach/ii-3/`. Empty for a database never migrated. */
export async function readKnownPages(db: Database): Promise<Map<string, KnownPage>> {
  if (!(await hasTable(db, 'pages'))) return new Map();
  const { rows } = await db.query<{ path: string; digest: string; changed_at: Date }>(
    'select path, digest, changed_at from pages order by path',
  );
  return new Map(rows.map(({ path, digest, changed_at }) => [path, { digest, changedAt: changed_at }]));
}

/** Records the pages of a public build, by path. Does nothing for a database never migrated. */
export async function recordPages(db: Database, pages: ReadonlyMap<string, KnownPage>): Promise<void> {
  if (!(await hasTable(db, 'pages'))) return;
  const known = [...pages.values()];
  await db.query(
    `insert into pages (path, digest, changed_at)
     select path, digest, changed_at
     from unnest($1::text[], $2::text[], $3::timestamptz[]) as built (path, digest, changed_at)
     on conflict (path) do update set digest = excluded.digest, changed_at = excluded.changed_at
     where pages.digest <> excluded.digest`,
    [[...pages.keys()], known.map(({ digest }) => digest), known.map(({ changedAt }) => changedAt)],
  );
}
