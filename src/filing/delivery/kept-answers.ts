import type { Database } from '../../platform/postgres.ts';
import type { KeptAnswer, KeptSubmission } from '../submission.ts';
import { noteProblems } from './row-problems.ts';

/** Which answers of staff still stand beside others of their units, by code; for at most ten submissions of one form. */
export type LookAtKept = (
  form: string,
  submissions: readonly KeptSubmission[],
) => Promise<ReadonlyMap<string, readonly KeptAnswer[]>>;

/** Rows that are read in one call. */
const rowsACall = 10;
/** Most calls of one run: the rest waits for the next. */
const callsARun = 5;

/** What is kept in the row of a submission now. */
interface Kept {
  code: string;
  recordId: string;
  answers: readonly KeptAnswer[];
}

/** Notes which answers of staff are kept in these rows, and tells staff of them; an empty list ends what was told. */
export async function noteKept(db: Pick<Database, 'query'>, rows: readonly Kept[]): Promise<void> {
  const digests = rows.map(({ code, answers }) => ({
    code,
    kept: Object.fromEntries(answers.map(({ column, digest }) => [column, digest])),
  }));
  await noteProblems(
    db,
    'kept',
    new Map(
      rows.map(({ recordId, answers }) => [recordId, answers.map(({ told }) => told).join('\n') || null]),
    ),
  );
  await db.query(
    `update deliveries d set kept = now_kept.kept, kept_at = now()
     from jsonb_to_recordset($1::jsonb) as now_kept (code text, kept jsonb)
     where d.code = now_kept.code and (d.kept <> '{}' or now_kept.kept <> '{}')`,
    [JSON.stringify(digests)],
  );
}

/** Submissions of one form of which answers are kept, and whose row was seen since they were compared. A delivery compares by itself. */
const toLookAt = `
  with due as (
    select s.*, d.record_id, d.kept, d.kept_at from deliveries d join submissions s using (code)
      join base_rows b on b.record_id = d.record_id and b.gone_at is null
    where d.kept <> '{}' and d.delivered_at is not null and b.seen_at > d.kept_at
  ) select code, form, form_version as "formVersion", answers, consent_version as "consentVersion", received_at as "receivedAt",
      record_id as "recordId", kept
  from due where form = (select form from due order by kept_at, code limit 1) order by kept_at, code limit ${rowsACall}`;

/** Compares kept answers again where staff changed the row: what agrees by now, or was written anew, is told no more. */
export async function compareKept(db: Database, look: LookAtKept): Promise<void> {
  for (let calls = 0; calls < callsARun; calls += 1) {
    const { rows } = await db.query<KeptSubmission & { recordId: string }>(toLookAt);
    const [first] = rows;
    if (!first) return;
    const kept = await look(first.form, rows);
    await noteKept(
      db,
      rows.map(({ code, recordId }) => ({ code, recordId, answers: kept.get(code) ?? [] })),
    );
  }
}
