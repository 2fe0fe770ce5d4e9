import { failuresName } from '../../back-office/health/server/measure.ts';
import { postBuildHook } from '../../back-office/sync/rebuild.ts';
import { syncState } from '../../back-office/sync/sync-state.ts';
import type { Database } from '../../platform/postgres.ts';

const name = 'build asked';

/** Asks every builder of the database for a new build: the public content changed. */
export async function requestBuild(db: Database): Promise<void> {
  await db.query(
    `insert into sync_memory (name, value, changed_at) values ($1, 'true', clock_timestamp())
     on conflict (name) do update set changed_at = excluded.changed_at`,
    [name],
  );
}

/** Notes how often building failed since it last succeeded, for `/suc-khoe/`. */
export async function noteFailures(db: Database, times: number): Promise<void> {
  await syncState(db).write(failuresName, times);
}

/** How a build is asked for here: a server of our own has a builder, which looks into the database; the platform has a hook. */
export const buildAsker =
  ({
    SITE_BUILDS,
    BUILD_HOOK_URL,
  }: {
    SITE_BUILDS?: string | undefined;
    BUILD_HOOK_URL?: string | undefined;
  }) =>
  (db: Database): Promise<void> =>
    SITE_BUILDS ? requestBuild(db) : postBuildHook(BUILD_HOOK_URL);

/** When a build was last asked for, by the clock of the database; null when none ever was. */
export async function lastRequest(db: Database): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date }>('select changed_at as at from sync_memory where name = $1', [
    name,
  ]);
  return rows[0]?.at ?? null;
}
