import { type Database, queryWithRetry } from '../../platform/postgres.ts';
import { questionsOf } from '../definitions/questions.ts';
import { findForm } from '../definitions/registry.ts';
import type { NewSubmission } from './store.ts';

/** The versions that this process knows to be kept, by store. */
const kept = new WeakMap<Database, Set<string>>();

/** Sees to it that the questions of a submission's form are kept: asked of the store once a process and version. */
export async function keepQuestions(db: Database, filed: NewSubmission): Promise<void> {
  const names = kept.get(db) ?? new Set();
  const name = `${filed.form} ${filed.formVersion}`;
  const form = findForm(filed.form);
  if (names.has(name) || form?.version !== filed.formVersion) return;
  await queryWithRetry(
    db,
    `insert into form_versions (form, version, questions) values ($1, $2, $3)
     on conflict (form, version) do nothing`,
    [form.id, form.version, questionsOf(form)],
  );
  kept.set(db, names.add(name));
}
