import { z } from 'zod';
import { type Database, hasTable } from '../../platform/postgres.ts';
import { goneOf, goneWords } from '../delivery/gone-columns.ts';
import { isAvailable } from '../delivery/pulled-row.ts';
import { forgetRows, forgetUnseenRows, noteRegained } from '../delivery/row-losses.ts';
import type { ProblemKind } from '../delivery/row-problems.ts';
import type { StaffDecision } from '../submission.ts';
import {
  type Asked,
  answeredState,
  type PublicAnswer,
  publicAnswerSchema,
  type ReadPublic,
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

/** Columns without which nobody can say what a row publishes. */
const needed = ['code', 'isPublic', 'agreed', 'question', 'answer', 'clause'];

/** Whether a row says that it publishes nothing, in a column that can be read. */
const isTakenBack = (row: StaffDecision) =>
  (isAvailable(row, 'isPublic') && !row.shared?.isPublic) ||
  (isAvailable(row, 'agreed') && !row.shared?.agreed);

/** What a row publishes, with its problem; `keeps`: a column is gone, so what is public stays. */
function readRow(row: StaffDecision, asked: Asked | undefined): ReadPublic & { keeps: boolean } {
  const gone = goneOf(row, needed);
  if (gone.length > 0 && !isTakenBack(row))
    return { words: null, problem: goneWords(row, gone), keeps: true };
  const read = asked ? readPublicAnswer(row, asked) : { words: null, problem: null };
  return { ...read, keeps: false };
}

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
  const read = rows.map((row) => ({
    row,
    ...readRow(
      row,
      stored.find(({ code, recordId }) => code === row.code && (recordId ?? row.recordId) === row.recordId),
    ),
  }));
  for (const { row, words } of read)
    if (words)
      await db.query(
        `insert into public_answers (code, record_id, id, question, answer, clause)
         values ($1, $2, 'h-' || left(replace(gen_random_uuid()::text, '-', ''), 8), $3, $4, $5)
         on conflict (code) do update set record_id = excluded.record_id, question = excluded.question,
           answer = excluded.answer, clause = excluded.clause, seen_at = now()`,
        [row.code, row.recordId, words.question, words.answer, words.clause],
      );
  const idsOf = (some: typeof read) => some.map(({ row }) => row.recordId);
  await db.query('update public_answers set seen_at = now() where record_id = any($1)', [idsOf(read)]);
  await noteRegained(db, idsOf(read.filter(({ words }) => words)));
  await forgetPublicAnswers(db, idsOf(read.filter(({ words, keeps }) => !words && !keeps)));
  await note(db, 'public', new Map(read.map(({ row, problem }) => [row.recordId, problem])));
}

const counted = { table: questionTable, store: 'public_answers' } as const;

/** Withdraws the answers of these rows; many at once are held (row-losses.ts). */
export const forgetPublicAnswers = (db: Database, recordIds: readonly string[]): Promise<void> =>
  forgetRows(db, counted, recordIds);

/** Withdraws the answers of rows that a complete listing, begun at `since`, did not hold. */
export const forgetUnseenAnswers = (db: Database, since: Date): Promise<void> =>
  forgetUnseenRows(db, counted, since);

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
