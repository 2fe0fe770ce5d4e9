import type { Document } from 'docx';
import { deCuTapThe } from '../definitions/de-cu-tap-the.ts';
import { mistakesIn } from '../forms/field-errors.ts';
import type { FieldError } from '../submission.ts';
import { collectiveReport } from './collective-report.ts';
import { criteriaLines } from './criteria-lines.ts';
import type { DossierForm } from './dossier-forms.ts';
import { minutes } from './minutes.ts';
import { type Nomination, nominationOf } from './nomination.ts';
import { noteForReader } from './note.ts';
import { personReport } from './person-report.ts';
import { proposal } from './proposal.ts';
import { collectiveQuestions, personQuestions } from './questions.ts';

/** The papers of a dossier: one proposal and one record of the meeting, whether for one nominee or for many. */
export interface Papers {
  /** Tells the person who completes the files what is missing and what they do not replace. */
  note: Document;
  proposal: Document;
  /** One report for each nominee, in the order of the nominees. */
  reports: readonly Document[];
  minutes: Document;
}

/** The papers of a dossier, or the mistakes in the answers. */
export type DossierDraft =
  | { ok: true; nominee: string; papers: Papers }
  | { ok: false; errors: FieldError[] };

/**
 * The answers that are wrong. A missing answer is not a mistake here, because the draft shows a slot in its place. A wrong
 * answer would be printed or dropped in silence.
 */
function wrongAnswers(form: DossierForm, filed: Record<string, unknown>): FieldError[] {
  const questions = form === deCuTapThe ? collectiveQuestions : personQuestions;
  const checked = form.schema.safeParse(filed);
  if (checked.success) return [];
  const answered = (field: string) => field.includes('.') || filed[field] !== undefined;
  const asked = (field: string) => (field.split('.')[0] ?? field) in questions.shape;
  return mistakesIn(form, checked.error.issues).filter(({ field }) => asked(field) && answered(field));
}

/** A nomination and its report: the content of the papers. */
export interface Nominee {
  nomination: Nomination;
  report: Document;
}

/** The content of the papers, with slots for missing answers. `files` are the names of evidence files that are stored. */
export function nomineeOf(
  form: DossierForm,
  filed: Record<string, unknown>,
  files: readonly string[] = [],
): Nominee {
  const withFiles = (nomination: Nomination) => ({ ...nomination, files: [...nomination.files, ...files] });
  if (form === deCuTapThe) {
    const answers = collectiveQuestions.parse(filed);
    const criteria = criteriaLines(answers.criteria ?? []);
    const nomination = withFiles(nominationOf(answers, { whom: 'tập thể', criteria }));
    return { nomination, report: collectiveReport(answers, nomination) };
  }
  const answers = personQuestions.parse(filed);
  const criteria = criteriaLines(answers.subject ? [answers.subject] : []);
  const nomination = withFiles(nominationOf(answers, { whom: 'cá nhân', criteria }));
  return { nomination, report: personReport(answers, nomination) };
}

/** The papers for one nominee or many: one proposal and one record of the meeting for all, a report for each. */
export function papersOf(form: DossierForm, [first, ...others]: readonly [Nominee, ...Nominee[]]): Papers {
  const nominations = [first.nomination, ...others.map(({ nomination }) => nomination)] as const;
  return {
    note: noteForReader(form.title),
    proposal: proposal([...nominations]),
    reports: [first, ...others].map(({ report }) => report),
    minutes: minutes([...nominations]),
  };
}

/** Drafts the three papers of a nomination from the answers so far. */
export function draftDossier(form: DossierForm, filed: Record<string, unknown>): DossierDraft {
  const errors = wrongAnswers(form, filed);
  if (errors.length > 0) return { ok: false, errors };
  const nominee = nomineeOf(form, filed);
  return { ok: true, nominee: nominee.nomination.name, papers: papersOf(form, [nominee]) };
}
