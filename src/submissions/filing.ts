import { type ShownSection, shownAnswers } from '../forms/shown-answers.ts';
import { type CopyState, copyState } from '../mail/copy-state.ts';
import { type Database, inTransaction } from '../postgres.ts';
import { type Questions, questionsOf, questionsSchema } from '../schemas/forms/questions.ts';
import { findForm } from '../schemas/forms/registry.ts';
import type { Submission } from '../schemas/submission.ts';
import { parseReceiptCode } from './receipt-code.ts';
import type { ReceiptKeys } from './receipt-key.ts';

/** A filing as the store holds it, with the questions of its version where they were kept. */
export interface StoredFiling extends Submission {
  state: string;
  questions: unknown;
  /** What became of the copy by e-mail. */
  copy: CopyState;
  /** Whether that copy is one letter about a whole table. */
  isInLetter: boolean;
}

/** What the holder of code and key may see. */
export interface Filing extends Omit<Submission, 'answers' | 'consentVersion'> {
  state: string;
  title: string;
  answers: ShownSection[];
  /** The copy by e-mail, and its address as it was typed; null where none is sent. */
  copy: { is: NonNullable<CopyState>; to: string; isOfTable: boolean } | null;
}

/** Looks a filing up by its code. */
export type FindFiling = (code: string) => Promise<StoredFiling | null>;

/** The filing of a code, or null when there is none. */
export async function findFiling(db: Database, code: string): Promise<StoredFiling | null> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<StoredFiling>(
      `select s.code, s.form, s.form_version as "formVersion", s.answers, s.consent_version as "consentVersion",
              s.received_at as "receivedAt", s.state, v.questions,
              ${copyState} as copy, c.letter is not null as "isInLetter"
       from submissions s left join form_versions v on v.form = s.form and v.version = s.form_version
            left join receipt_copies c using (code)
       where s.code = $1`,
      [code],
    );
    return rows[0] ?? null;
  });
}

/** A filing of before questions were kept is read with those of today; of a form that is gone, by names of fields. */
function questionsFor({ form, answers, questions }: StoredFiling): Questions {
  const kept = questionsSchema.safeParse(questions);
  if (kept.success) return kept.data;
  const today = findForm(form);
  if (today) return questionsOf(today);
  const named = Object.keys(answers).map((name) => ({ name, label: name, control: 'text' }));
  return { title: form, sections: [{ title: form, questions: named }] };
}

/** A stored filing as its holder reads it. */
export function readFiling(stored: StoredFiling): Filing {
  const { code, form, formVersion, receivedAt, state } = stored;
  const questions = questionsFor(stored);
  const answers = shownAnswers(questions, stored.answers);
  const { contactEmail: to } = stored.answers;
  const { copy: is, isInLetter: isOfTable } = stored;
  const copy = is !== null && typeof to === 'string' ? { is, to, isOfTable } : null;
  return { code, form, formVersion, receivedAt, state, title: questions.title, answers, copy };
}

/** The filing that this code and key open; null for a malformed or unknown code and for a wrong key alike. */
export async function openFiling(
  typed: string,
  key: string,
  { find, keys }: { find: FindFiling; keys: ReceiptKeys },
): Promise<Filing | null> {
  const code = parseReceiptCode(typed);
  if (!code || !keys.fits(code, key)) return null;
  const stored = await find(code);
  if (!stored) return null;
  return readFiling(stored);
}
