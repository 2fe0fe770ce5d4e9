import { type Database, inTransaction } from '../../platform/postgres.ts';
import { doomFilesOf } from '../evidence/server/store.ts';
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
    const { rows: delivered } = await client.query<{ record: string | null }>(
      'select record_id as record from deliveries where code = $1',
      [code],
    );
    const record = delivered[0]?.record ?? null;
    await client.query('delete from row_problems where record_id = $1', [record]);
    await client.query('update base_rows set told = null where record_id = $1', [record]);
    await keepCoverage(client, record, reason);
    const { rows } = await client.query<{ form: string }>(
      'delete from submissions where code = $1 returning form',
      [code],
    );
    const [erased] = rows;
    if (!erased) return false;
    await client.query(
      'insert into erased_submissions (code, form, reason, record_id) values ($1, $2, $3, $4)',
      [code, erased.form, reason, record],
    );
    return true;
  });
}

/**
 * Of a confirmed plan or report, its state, days and figures stay: they are about a unit, not about a person. What a unit agreed to show
 * of its plan goes where erasure was asked for.
 */
async function keepCoverage(
  client: Pick<Database, 'query'>,
  record: string | null,
  reason: ErasureReason,
): Promise<void> {
  await client.query(
    `update unit_filings set is_erased = true,
       report = (select jsonb_object_agg(key, case when jsonb_typeof(value) = 'number' then value else 'null' end)
                 from jsonb_each(report)),
       shown = case when $2 and shown ? 'plan' then jsonb_set(jsonb_set(shown, '{plan}', 'null'), '{unitName}', 'null') else shown end
     where record_id = $1`,
    [record, reason === 'yeu-cau'],
  );
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

/** An erased submission whose row in the back office may still be there. */
export interface ErasedRow {
  code: string;
  form: string;
  /** The back office's id for the row; null where none is known. */
  recordId: string | null;
}

/**
 * Longest time for which a delivery that was under way at the erasure may still write the row: twice the lease of a delivery. Only a
 * look after it proves that the row is gone.
 */
const deliveryEnds = `interval '2 minutes'`;

/** Erased submissions of one form whose rows are to be looked for; at most ten, as many as one call deletes. */
export async function erasedRows(db: Database): Promise<ErasedRow[]> {
  const isDue = `row_deleted_at is null and (looked_at is null or looked_at < now() - ${deliveryEnds})`;
  const { rows } = await db.query<ErasedRow>(
    `select code, form, record_id as "recordId" from erased_submissions
     where ${isDue} and form = (select form from erased_submissions where ${isDue} order by erased_at limit 1)
     order by erased_at limit 10`,
  );
  return rows;
}

/** Records that rows were looked for. An absence counts once no delivery can be under way any more. */
export async function noteLook(
  db: Database,
  codes: readonly string[],
  absent: readonly string[],
): Promise<void> {
  await db.query(
    `update erased_submissions set looked_at = now(),
       row_deleted_at = case when code = any($2) and erased_at < now() - ${deliveryEnds} then now() end
     where code = any($1)`,
    [codes, absent],
  );
}
