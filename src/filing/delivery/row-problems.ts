import type { Database } from '../../platform/postgres.ts';

/**
 * Which part of the code has something to say about a row. Each kind is noted and cleared by itself. `conflict`: a decision of staff
 * crossed a move of the unit; `kept`: an answer of staff is kept beside a later one of the unit; `wish`: what staff want of a
 * story cannot be read.
 */
export type ProblemKind =
  | 'row'
  | 'wish'
  | 'photo'
  | 'file'
  | 'state'
  | 'delivery'
  | 'conflict'
  | 'kept'
  | 'lacking'
  | 'lapse'
  | 'choice'
  | 'draft'
  | 'list'
  | 'award'
  | 'public'
  | 'model-file'
  | 'unit'
  | 'review'
  | 'close';

/** Notes or clears problems of one kind, in words for staff: by record, null where there is none. Keeps since when each stands. */
export async function noteProblems(
  db: Pick<Database, 'query'>,
  kind: ProblemKind,
  problems: ReadonlyMap<string, string | null>,
): Promise<void> {
  if (problems.size === 0) return;
  const wrong = [...problems].filter(([, problem]) => problem !== null);
  const fine = [...problems].filter(([, problem]) => problem === null).map(([recordId]) => recordId);
  await db.query('delete from row_problems where kind = $1 and record_id = any($2)', [kind, fine]);
  await db.query(
    `insert into row_problems as p (record_id, kind, problem)
     select record_id, $1, problem from unnest($2::text[], $3::text[]) as wrong (record_id, problem)
     on conflict (record_id, kind) do update set problem = excluded.problem,
       since = case when p.problem = excluded.problem then p.since else now() end`,
    [kind, wrong.map(([recordId]) => recordId), wrong.map(([, problem]) => problem)],
  );
}

/** A row as the sync has seen it. */
export interface SeenRow {
  recordId: string;
  /** `Mã` or `Mã hồ sơ`; null where the row has none. */
  code: string | null;
  /** What staff want of a story: the id of a state; null where it is unreadable, or in other tables. */
  wish?: string | null;
  consent?: boolean | null;
  /** `Mã hồ sơ` of a story: the nomination that it came from. */
  filingCode?: string | null;
}

/** Notes that rows of a table were seen, and what they are for. */
export async function noteRows(
  db: Pick<Database, 'query'>,
  table: string,
  rows: readonly SeenRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `insert into base_rows as b (record_id, table_name, code, wish, consent, filing_code)
     select distinct on (record_id) record_id, $1, code, wish, consent, filing_code from jsonb_to_recordset($2::jsonb)
       as seen (record_id text, code text, wish text, consent boolean, filing_code text)
     on conflict (record_id) do update set table_name = excluded.table_name, code = excluded.code,
       wish = coalesce(excluded.wish, b.wish), consent = coalesce(excluded.consent, b.consent),
       filing_code = excluded.filing_code,
       seen_at = now(), gone_at = null`,
    [
      table,
      JSON.stringify(
        rows.map(({ recordId, code, wish = null, consent = null, filingCode = null }) => ({
          record_id: recordId,
          code,
          wish,
          consent,
          filing_code: filingCode,
        })),
      ),
    ],
  );
}

/** Notes that rows of a table are gone: a complete listing, begun at `since`, did not hold them. */
export async function noteGone(db: Database, table: string, since: Date): Promise<void> {
  await db.query(
    `with gone as (
       update base_rows set gone_at = now() where table_name = $1 and seen_at < $2 and gone_at is null
       returning record_id
     ) delete from row_problems where record_id in (select record_id from gone)`,
    [table, since],
  );
}

/** Notes that these records are not in the base any more. */
export async function noteRecordsGone(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('update base_rows set gone_at = now(), told = null where record_id = any($1)', [recordIds]);
  await db.query('delete from row_problems where record_id = any($1)', [recordIds]);
}
