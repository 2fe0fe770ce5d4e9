import type pg from 'pg';
import type { Database } from '../postgres.ts';
import { questionsOf } from '../schemas/forms/questions.ts';
import { findForm } from '../schemas/forms/registry.ts';
import type { NewSubmission } from './store.ts';

/** The versions that this process knows to be kept, by store: written down only once they are committed. */
const kept = new WeakMap<Database, Set<string>>();

const nameOf = ({ form, formVersion }: NewSubmission) => `${form} ${formVersion}`;

/** Whether the questions of this submission's form were kept before, as far as this process knows. */
export const areKept = (db: Database, filed: NewSubmission): boolean =>
  kept.get(db)?.has(nameOf(filed)) ?? false;

/** Notes that they are, after the commit. */
export function noteKept(db: Database, filed: NewSubmission): void {
  const names = kept.get(db) ?? new Set();
  kept.set(db, names.add(nameOf(filed)));
}

/** Keeps the questions of the form as it stands, within the transaction of a submission. */
export async function keepQuestions(client: pg.PoolClient, filed: NewSubmission): Promise<void> {
  const form = findForm(filed.form);
  if (form?.version !== filed.formVersion) return;
  await client.query(
    `insert into form_versions (form, version, questions) values ($1, $2, $3)
     on conflict (form, version) do nothing`,
    [form.id, form.version, questionsOf(form)],
  );
}
