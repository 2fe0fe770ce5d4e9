import { type Database, queryWithRetry } from '../../platform/postgres.ts';
import { questionsOf } from '../definitions/questions.ts';
import { findForm } from '../definitions/registry.ts';
import type { NewSubmission } from './store.ts';

/** Per database: the form versions whose questions this process has stored. */
const kept = new WeakMap<Database, Set<string>>();

/** Stores the questions of a submission's form version. Each process asks the database once per version. */
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
