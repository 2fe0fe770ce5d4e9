import type pg from 'pg';
import { Database, queryWithRetry } from '../../../platform/postgres.ts';
import { type Questions, questionsOf, questionsSchema } from '../../definitions/questions.ts';
import { findForm } from '../../definitions/registry.ts';
import type { ShownSection } from '../../forms/shown-answers.ts';
import { type CopyState, copyState } from '../../mail/copy-state.ts';
import type { Submission } from '../../submission.ts';
import { changesOfRow, readChanges } from '../changes.ts';
import { canonical } from '../signing/signed-receipt.ts';
import { parseReceiptCode } from './receipt-code.ts';
import type { ReceiptKeys } from './receipt-key.ts';
import { keepStatement, readStatements, type Series, seriesOf, statementsOfRow } from './statements.ts';

/** A stored submission with the questions of its form version, where those were stored. */
export interface StoredSubmission extends Submission {
  state: string;
  /** When the state last changed. */
  changedAt: Date;
  /** What staff wrote to the unit. */
  guidance: string | null;
  /** What staff answer at the end. */
  reply: string | null;
  /** Fields that staff ask again; null where they named none. */
  asked: string[] | null;
  /** The questions that it answered. */
  questions: Questions;
  /** That the submission was received, then each change by its unit. */
  statements: Series;
  /** The state of the copy by e-mail. */
  copy: CopyState;
  /** Address of the public story that came from the nomination; null while there is none. */
  storyPath: string | null;
  /** `Mã` of that story. */
  storyId: string | null;
  /** Whether that copy is one letter about a whole batch. */
  isInLetter: boolean;
}

/** What the holder of code and key may see. */
export interface OpenedSubmission extends Omit<Submission, 'answers' | 'consentVersion'> {
  state: string;
  guidance: string | null;
  reply: string | null;
  asked: string[] | null;
  title: string;
  /** The current answers. */
  answers: readonly ShownSection[];
  /** That the submission was received, with the answers as filed, then each change by its unit. */
  statements: Series;
  storyPath: string | null;
  /** `Mã` of that story. */
  storyId: string | null;
  /** The copy by e-mail and its address as typed; null where no copy is sent. */
  copy: { is: NonNullable<CopyState>; to: string; isOfTable: boolean } | null;
}

/** Looks a submission up by its code. */
export type FindSubmission = (code: string) => Promise<StoredSubmission | null>;

/** A row as selected, before its questions and statements are parsed. */
type SubmissionRow = Omit<StoredSubmission, 'questions' | 'statements'> &
  Record<'questions' | 'changes' | 'kept', unknown>;

/** The stored questions. Older submissions use today's questions; submissions of a removed form use field names. */
function questionsFor({ form, answers, questions }: SubmissionRow): Questions {
  const kept = questionsSchema.safeParse(questions);
  if (kept.success) return kept.data;
  const today = findForm(form);
  if (today) return questionsOf(today);
  const named = Object.keys(answers).map((name) => ({ name, label: name, control: 'text' }));
  return { title: form, sections: [{ title: form, questions: named }] };
}

const submissionOfCode = `select s.code, s.form, s.form_version as "formVersion", s.answers, s.consent_version as "consentVersion",
       s.received_at as "receivedAt", s.state, s.changed_at as "changedAt", s.guidance, s.reply, s.asked, v.questions,
       ${changesOfRow} as changes, ${statementsOfRow} as kept,
       (select '/dien-hinh/' || sh.slug || '/' from base_rows r join stories t on t.record_id = r.record_id
          join shown_stories sh on sh.id = t.id and sh.withdrawn_at is null and sh.unserved_since is null
        where r.filing_code = s.code and r.gone_at is null order by sh.first_shown_at limit 1) as "storyPath",
       (select t.id from base_rows r join stories t on t.record_id = r.record_id
          join shown_stories sh on sh.id = t.id and sh.withdrawn_at is null and sh.unserved_since is null
        where r.filing_code = s.code and r.gone_at is null order by sh.first_shown_at limit 1) as "storyId",
       ${copyState} as copy, c.letter is not null as "isInLetter"
  from submissions s left join form_versions v on v.form = s.form and v.version = s.form_version
       left join receipt_copies c using (code)
  where s.code = $1`;

/** The submission of a code, or null. Stores statements that were not stored yet. */
export async function findSubmission(
  db: Database | pg.PoolClient,
  code: string,
): Promise<StoredSubmission | null> {
  // Planning costs as much as executing, so the statement is prepared by name; a transaction behind a pooler cannot have names.
  const { rows } =
    db instanceof Database
      ? await queryWithRetry<SubmissionRow>(db, submissionOfCode, [code], 'submission-of-code')
      : await db.query<SubmissionRow>(submissionOfCode, [code]);
  const [row] = rows;
  if (!row) return null;
  const questions = questionsFor(row);
  const kept = readStatements(row.kept);
  const statements = seriesOf(row, questions, readChanges(row.changes), kept);
  for (const [number, { statement, answers }] of [...statements.entries()].slice(kept.length))
    await db.query(keepStatement, [code, number, canonical(statement), JSON.stringify(answers)]);
  return { ...row, questions, statements };
}

/** Converts a stored submission into what the holder of its key reads. */
export function openedSubmission(stored: StoredSubmission): OpenedSubmission {
  const { code, form, formVersion, receivedAt, state, guidance, reply, asked, questions, statements } =
    stored;
  const { answers } = statements.at(-1) ?? statements[0];
  const { contactEmail: to } = stored.answers;
  const { copy: is, isInLetter: isOfTable, storyPath, storyId } = stored;
  const copy = is !== null && typeof to === 'string' ? { is, to, isOfTable } : null;
  const { title } = questions;
  return {
    code,
    form,
    formVersion,
    receivedAt,
    state,
    guidance,
    reply,
    asked,
    title,
    answers,
    statements,
    copy,
    storyPath,
    storyId,
  };
}

/** The submission that code and key open; null for a malformed or unknown code and for a wrong key alike. */
export async function openSubmission(
  typed: string,
  key: string,
  { find, keys }: { find: FindSubmission; keys: ReceiptKeys },
): Promise<OpenedSubmission | null> {
  const code = parseReceiptCode(typed);
  if (!code || !keys.fits(code, key)) return null;
  const stored = await find(code);
  if (!stored) return null;
  return openedSubmission(stored);
}
