import { openDatabase } from '../../src/platform/postgres.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { shiftDatabase } from './clock.ts';
import type { World } from './world.ts';

/**
 * Restores a backup into an empty database, as an operator does, and gives it the name of the season's database, which is dropped: what
 * the world opened goes on with the restored one.
 */
export async function putBack({ databaseUrl, blobs, db }: World, folder: string): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const [spare, former] = [`${name}_restored`, `${name}_former`];
  const at = (database: string) => new URL(`/${database}`, databaseUrl).href;
  // The one database that every server has and that a season is never played in.
  const admin = openDatabase(at('template1'));
  await admin.query(`create database "${spare}" template template0`);
  const clock = openDatabase(at(spare));
  await shiftDatabase(clock);
  await clock.end();
  const fresh = openDatabase(at(spare));
  await restoreBackup({ db: fresh, url: at(spare), blobs, secrets: [] }, folder);
  await fresh.end();
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = any($1) and pid <> pg_backend_pid()',
    [[name, spare]],
  );
  await admin.query(`alter database "${name}" rename to "${former}"`);
  await admin.query(`alter database "${spare}" rename to "${name}"`);
  await admin.query(`drop database "${former}" with (force)`);
  await admin.end();
  // Connections that were ended are noticed one by one.
  for (let tries = 0; tries < 10; tries += 1) await db.query('select 1').catch(() => undefined);
}
