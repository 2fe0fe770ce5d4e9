import { applyPrepared, refusePrepared } from '../../filing/delivery/prepared.ts';
import { unreadableKey } from '../../filing/releases/hold.ts';
import { isPublished } from '../../gallery/stories/public.ts';
import { showReleased } from '../../gallery/stories/server/releases.ts';
import { storyTable } from '../../gallery/stories/table-name.ts';
import { actAs } from '../../platform/act-as.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { nominationTable, releaseGaps, tablesOfGaps } from './gaps.ts';
import { releaseTable } from './import-rows.ts';
import { latestMs } from './read-row.ts';

/** For so long a release waits for changes of its rows that are known and not yet read. */
const longestWait = `interval '10 minutes'`;

/** SQL: a release that has not begun and is so late that it wants a new time. */
const isTooLate = `r.begun_at is null and r.release_at < now() - interval '${latestMs / 1000} seconds'`;

/** SQL: everything in a release is ready, or staff let it out without. */
const isWhole = `(r.may_be_incomplete or not exists (select from (${releaseGaps}) g where g.release = r.key))`;

/** SQL: a release with something in it, whose time has come and whose rows are read. */
const isDue = `r.confirmed and r.release_at <= now() and not (${isTooLate}) and (
  exists (select from release_nominations n where n.release = r.key and n.decision is not null)
  or exists (select from release_stories m where m.release = r.key and m.ready))
  and (r.release_at < now() - ${longestWait}
    or not exists (select from base_changes where table_name = any($1)))`;

/** SQL: something of a release that has begun is left to do. */
const isLeft = `r.begun_at is not null and (
  exists (select from release_nominations n where n.release = r.key and n.decision is not null and n.decided_at is null)
  or exists (select from release_stories m join stories s on s.id = m.id and s.record_id = m.record_id
             where m.release = r.key and m.ready and s.state = 'hen-gio' and s.consent))`;

/**
 * Lets one release take effect in one transaction, which two runs never do at once. What its units overtook is refused first: a
 * release that then lacks something does nothing. Resolves with whether it took effect.
 */
const begin = (db: Database, recordId: string, sendsMail: boolean) =>
  inTransaction(db, async (client) => {
    await actAs(client, 'he-thong');
    const { rows } = await client.query<{ key: string }>(
      `select key from releases r
       where record_id = $1 and release_at <= now() and confirmed and not (${isTooLate}) for update`,
      [recordId],
    );
    const [release] = rows;
    if (!release) return false;
    await refusePrepared(client, release.key);
    const { rowCount } = await client.query(
      `update releases r set begun_at = coalesce(begun_at, now()) where record_id = $1 and (begun_at is not null or ${isWhole})`,
      [recordId],
    );
    if (rowCount === 0) return false;
    await applyPrepared(client, release.key, sendsMail);
    await showReleased(client, release.key);
    return true;
  });

/** Asks the base again for rows that were held because nobody could read which release they name. */
async function readUnreadable(db: Database): Promise<void> {
  for (const [table, name] of [
    ['release_nominations', nominationTable],
    ['release_stories', storyTable],
  ] as const)
    await db.query(
      `with again as (
         update ${table} set noted_at = now() where release = $1 and noted_at < now() - interval '15 minutes'
         returning record_id
       ) insert into base_changes (record_id, table_name, gone) select record_id, $2, false from again
         on conflict (record_id) do nothing`,
      [unreadableKey, name],
    );
}

/** Asks the base again for releases that became too late: the time of such a row counts as none, and the row says so. */
const readTooLate = (db: Database) =>
  db.query(
    `insert into base_changes (record_id, table_name, gone) select record_id, $1, false from releases r where ${isTooLate}
     on conflict (record_id) do nothing`,
    [releaseTable],
  );

/**
 * Releases what is due and whole: the decisions are told and the stories shown in one transaction, once. A run that is cut off in the
 * middle has done nothing, and the next one does it. A release that lacks something waits for it, unless staff let it out incomplete;
 * what was left behind then follows when it is ready. One that is a day late waits for a new time. Resolves with whether anything was released.
 */
export async function releaseDue(db: Database, sendsMail: boolean): Promise<boolean> {
  await readUnreadable(db);
  await readTooLate(db);
  const { rows } = await db.query<{ recordId: string }>(
    `select record_id as "recordId" from releases r
     where (r.begun_at is null and ${isDue} and ${isWhole}) or ${isLeft} order by release_at, record_id`,
    [[...tablesOfGaps, releaseTable]],
  );
  let isAnyOut = false;
  for (const { recordId } of rows) isAnyOut = (await begin(db, recordId, sendsMail)) || isAnyOut;
  return isAnyOut;
}

/** Notes the releases of which nothing is left: everything ready is decided, and the site shows every story that it may. */
export async function settleReleases(db: Database): Promise<void> {
  await db.query(
    `update releases r set done_at = now() where begun_at is not null and done_at is null and not (${isLeft})
       and not exists (
         select from release_stories m join stories s on s.id = m.id and s.record_id = m.record_id
           left join shown_stories h on h.id = s.id and h.withdrawn_at is null and h.unserved_since is null
         where m.release = r.key and ${isPublished('s')} and h.id is null)`,
  );
}
