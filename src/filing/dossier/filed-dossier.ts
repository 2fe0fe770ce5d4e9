import { fileReply, secretAddress } from '../../platform/http/replies.ts';
import { type DossierForm, findDossierForm } from './dossier-forms.ts';
import { type Nominee, nomineeOf, papersOf } from './draft.ts';
import { dispositionOf, packDossier } from './pack.ts';
import { collectiveQuestions, personQuestions } from './questions.ts';
import { readStored, storedFiles } from './stored-answers.ts';

function filedNominee(form: DossierForm, stored: Readonly<Record<string, unknown>>): Nominee {
  const questions = form.id === 'de-cu-tap-the' ? collectiveQuestions.shape : personQuestions.shape;
  return nomineeOf(form, readStored(questions, stored), storedFiles(stored));
}

/**
 * Drafts the dossier of submissions of one form and one unit from their stored answers. Returns a ZIP, or null if the form has
 * no dossier or there is no submission. Stores nothing.
 */
export async function filedDossier(
  formId: string,
  submissions: readonly Readonly<Record<string, unknown>>[],
): Promise<Response | null> {
  const form = findDossierForm(formId);
  const [first, ...others] = submissions;
  if (!form || !first) return null;
  const nominee = filedNominee(form, first);
  const many = others.map((stored) => filedNominee(form, stored));
  const name = many.length === 0 ? nominee.nomination.name : `${many.length + 1} ${nominee.nomination.whom}`;
  return fileReply(
    await packDossier(papersOf(form, [nominee, ...many])),
    'application/zip',
    dispositionOf(name),
    secretAddress,
  );
}
