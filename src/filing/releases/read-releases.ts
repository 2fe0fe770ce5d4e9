import type { Database } from '../../platform/postgres.ts';
import type { Release } from './hold.ts';

/** All releases that staff have set, by key. */
export async function readReleases(db: Pick<Database, 'query'>): Promise<Map<string, Release>> {
  const { rows } = await db.query<Release>(
    `select key, release_at as at, begun_at is not null as "isOut" from releases`,
  );
  return new Map(rows.map((release) => [release.key, release]));
}
