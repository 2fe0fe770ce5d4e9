import type { Document } from 'docx';
import { mistakesIn } from '../forms/mistakes.ts';
import { deCuTapThe } from '../schemas/forms/de-cu-tap-the.ts';
import type { FieldError } from '../schemas/submission.ts';
import { collectiveReport } from './collective-report.ts';
import { criteriaLines } from './criteria-lines.ts';
import type { DossierForm } from './dossier-forms.ts';
import { minutes } from './minutes.ts';
import { type Nomination, nominationOf } from './nomination.ts';
import { personReport } from './person-report.ts';
import { proposal } from './proposal.ts';
import { collectiveQuestions, personQuestions } from './questions.ts';

/** The papers of a dossier, or what is wrong in the answers. */
export type Draft =
  | { ok: true; nominee: string; papers: Record<'proposal' | 'report' | 'minutes', Document> }
  | { ok: false; errors: FieldError[] };

/**
 * What was answered wrongly. A question left open is no mistake here: the papers are a draft in which a slot stands for
 * it, while a wrong answer would be printed, or dropped in silence.
 */
function wrongAnswers(form: DossierForm, filed: Record<string, unknown>): FieldError[] {
  const questions = form === deCuTapThe ? collectiveQuestions : personQuestions;
  const checked = form.schema.safeParse(filed);
  if (checked.success) return [];
  const answered = (field: string) => field.includes('.') || filed[field] !== undefined;
  const asked = (field: string) => (field.split('.')[0] ?? field) in questions.shape;
  return mistakesIn(form, checked.error.issues).filter(({ field }) => asked(field) && answered(field));
}

const papersOf = (form: DossierForm, nomination: Nomination, report: Document): Draft => ({
  ok: true,
  nominee: nomination.name,
  papers: { proposal: proposal(form.title, nomination), report, minutes: minutes(form.title, nomination) },
});

/** Drafts the three papers of a nomination from the answers so far. */
export function draftDossier(form: DossierForm, filed: Record<string, unknown>): Draft {
  const errors = wrongAnswers(form, filed);
  if (errors.length > 0) return { ok: false, errors };
  if (form === deCuTapThe) {
    const answers = collectiveQuestions.parse(filed);
    const criteria = criteriaLines(answers.criteria ?? []);
    const nomination = nominationOf(answers, { whom: 'tập thể', criteria });
    return papersOf(form, nomination, collectiveReport(answers, nomination));
  }
  const answers = personQuestions.parse(filed);
  const criteria = criteriaLines(answers.subject ? [answers.subject] : []);
  const nomination = nominationOf(answers, { whom: 'cá nhân', criteria });
  return papersOf(form, nomination, personReport(answers, nomination));
}
