import type { Database } from '../../platform/postgres.ts';

/** Renews the private addresses of releases that end within ten days. */
export async function renewReleaseLinks(db: Pick<Database, 'query'>): Promise<void> {
  await db.query(
    `update releases set links_until = date_trunc('minute', now()) + interval '60 days'
     where links_until < now() + interval '10 days'`,
  );
}
