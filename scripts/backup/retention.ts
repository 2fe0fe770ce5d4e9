import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of backups are times: 20261128T223000Z. */
const nameOfBackup = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

const dayMs = 24 * 60 * 60 * 1_000;

const timeOf = (name: string): number => Date.parse(name.replace(nameOfBackup, '$1-$2-$3T$4:$5:$6Z'));

/** Names of the backups in a folder, the oldest first. */
export const backupNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => nameOfBackup.test(name)).toSorted();

/** Deletes backups older than so many days, never the newest. Returns their names. */
export async function deleteOldBackups(
  folder: string,
  keepDays: number,
  now = Date.now(),
): Promise<string[]> {
  const old = (await backupNames(folder))
    .slice(0, -1)
    .filter((name) => timeOf(name) < now - keepDays * dayMs);
  for (const name of old) await rm(join(folder, name), { recursive: true });
  return old;
}
