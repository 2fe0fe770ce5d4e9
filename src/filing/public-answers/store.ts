import { z } from 'zod';
import type { ProblemKind } from '../delivery/row-problems.ts';
import { type Database, hasTable } from '../../platform/postgres.ts';
import type { StaffDecision } from '../submission.ts';
import {
  answeredState,
  type Asked,
  type PublicAnswer,
  publicAnswerSchema,
  readPublicAnswer,
} from './public-answer.ts';

/** Name of the table of questions in the code. */
export const questionTable = 'Phản hồi';

/** SQL: what is public: answered, with the consent that the unit gave and has not taken back. */
const isPublic = `s.state = '${answeredState}' and s.answers -> 'publicConsent' = 'true'`;

/** False until the platform has applied the migration that creates the table. */
const keepsAnswers = (db: Database) => hasTable(db, 'public_answers');

/** Notes or clears what is wrong with rows; see row-problems.ts. */
type Note = (db: Database, kind: ProblemKind, problems: ReadonlyMap<string, string | null>) => Promise<void>;

/** Takes in what rows of questions publish. A row that publishes nothing any more is withdrawn at once. */
export async function importPublicAnswers(
  db: Database,
  rows: readonly StaffDecision[],
  note: Note,
): Promise<void> {
  const codes = rows.flatMap(({ code }) => code ?? []);
  const { rows: stored } = await db.query<Asked & { code: string; recordId: string | null }>(
    `select s.code, s.state, s.answers, d.record_id as "recordId" from submissions s left join deliveries d using (code)
     where s.code = any($1)`,
    [codes],
  );
  const problems = new Map<string, string | null>();
  for (const row of rows) {
    const asked = stored.find(
      ({ code, recordId }) => code === row.code && (recordId ?? row.recordId) === row.recordId,
    );
    const { words, problem } = asked ? readPublicAnswer(row, asked) : { words: null, problem: null };
    problems.set(row.recordId, problem);
    if (!words) await forgetPublicAnswers(db, [row.recordId]);
    else
      await db.query(
        `insert into public_answers (code, record_id, id, question, answer, clause)
         values ($1, $2, 'h-' || left(replace(gen_random_uuid()::text, '-', ''), 8), $3, $4, $5)
         on conflict (code) do update set record_id = excluded.record_id, question = excluded.question,
           answer = excluded.answer, clause = excluded.clause, seen_at = now()`,
        [row.code, row.recordId, words.question, words.answer, words.clause],
      );
  }
  await note(db, 'public', problems);
}

/** Withdraws the answers of these rows. */
export async function forgetPublicAnswers(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from public_answers where record_id = any($1)', [recordIds]);
}

/** Withdraws the answers of rows that a complete listing, begun at `since`, did not hold. */
export async function forgetUnseenAnswers(db: Database, since: Date): Promise<void> {
  await db.query('delete from public_answers where seen_at < $1', [since]);
}

/** Every public answer, newest first. Throws when the store cannot be read. */
export async function readPublicAnswers(db: Database): Promise<PublicAnswer[]> {
  if (!(await keepsAnswers(db))) return [];
  const { rows } = await db.query(
    `select p.id, p.question, p.answer, p.clause, to_char(s.changed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
     from public_answers p join submissions s using (code) where ${isPublic} order by s.changed_at desc, p.id`,
  );
  return z.array(publicAnswerSchema).parse(rows);
}

/** A digest of the public answers; empty where there are none. */
export async function publicAnswersDigest(db: Database): Promise<string> {
  if (!(await keepsAnswers(db))) return '';
  const { rows } = await db.query<{ digest: string | null }>(
    `select md5(string_agg(p.id || p.question || p.answer || coalesce(p.clause, ''), ',' order by p.id)) as digest
     from public_answers p join submissions s using (code) where ${isPublic}`,
  );
  return rows[0]?.digest ?? '';
}
