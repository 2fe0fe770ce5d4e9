import { doomFilesOf } from '../evidence/server/store.ts';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import type { Retention } from './retention.ts';

/** Why a submission was erased: the person asked, or the retention time ended. */
export const erasureReasons = ['yeu-cau', 'het-han'] as const;

/** See `erasureReasons`. */
export type ErasureReason = (typeof erasureReasons)[number];

/** Most submissions that one run erases; the next run continues. */
const atOnce = 100;

/**
 * Erases a submission with its delivery, supplements and unsent copy by e-mail. The database keeps only that the code existed.
 * False when there is no such submission. The next sync deletes the files and the row in the back office.
 */
export async function eraseSubmission(db: Database, code: string, reason: ErasureReason): Promise<boolean> {
  return inTransaction(db, async (client) => {
    await doomFilesOf(client, code);
    const { rows } = await client.query<{ form: string }>(
      'delete from submissions where code = $1 returning form',
      [code],
    );
    const [erased] = rows;
    if (!erased) return false;
    await client.query('insert into erased_submissions (code, form, reason) values ($1, $2, $3)', [
      code,
      erased.form,
      reason,
    ]);
    return true;
  });
}

/** Erases submissions whose retention time is over. Returns how many it erased. */
export async function eraseExpired(db: Database, retention: Retention): Promise<number> {
  let erased = 0;
  for (const [state, months] of Object.entries(retention)) {
    if (months === null) continue;
    const { rows } = await db.query<{ code: string }>(
      `select code from submissions
       where state = $1 and changed_at < now() - $2 * interval '1 month' order by changed_at limit $3`,
      [state, months, atOnce],
    );
    for (const { code } of rows) erased += Number(await eraseSubmission(db, code, 'het-han'));
  }
  return erased;
}

/** An erased submission whose row in the back office is still there. */
export interface ErasedRow {
  code: string;
  form: string;
}

/** Erased submissions of one form whose rows are still in the back office; at most ten, as many as one call deletes. */
export async function erasedRows(db: Database): Promise<ErasedRow[]> {
  const { rows } = await db.query<ErasedRow>(
    `select code, form from erased_submissions
     where row_deleted_at is null
       and form = (select form from erased_submissions where row_deleted_at is null order by erased_at limit 1)
     order by erased_at limit 10`,
  );
  return rows;
}

/** Records that rows were deleted from the back office. */
export async function noteRowsGone(db: Database, codes: readonly string[]): Promise<void> {
  await db.query('update erased_submissions set row_deleted_at = now() where code = any($1)', [codes]);
}
