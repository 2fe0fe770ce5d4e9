import type { Database } from '../../../src/platform/postgres.ts';
import { openDatabase } from '../../../src/platform/postgres.ts';
import { type Cut, startCutProxy } from '../../../tests/fixtures/kill/cut-proxy.ts';

/** The statements of a release, each of which is cut in each way. */
const statements = [
  'set begun_at = coalesce',
  'update release_nominations set decided_at = now()',
  "set state = 'cong-bo'",
];
const cuts = ['before the statement', 'within the statement', 'after the statement'] as const satisfies Cut[];

/**
 * Runs a sync again and again over a line to PostgreSQL that is cut at a statement of the release, and calls `check` after each. A
 * release that was cut must have done nothing or all.
 */
export async function cutReleases(
  databaseUrl: string,
  sync: (db: Database) => Promise<void>,
  check: (what: string) => Promise<void>,
): Promise<number> {
  for (const statement of statements)
    for (const cut of cuts) {
      const proxy = await startCutProxy(databaseUrl, [statement]);
      const db = openDatabase(proxy.url);
      proxy.setCut(cut);
      await sync(db).catch(() => undefined);
      await check(`${cut} “${statement}”`);
      proxy.close();
      await db.end().catch(() => undefined);
    }
  return statements.length * cuts.length;
}
