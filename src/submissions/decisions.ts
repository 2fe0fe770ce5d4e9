import type { Database } from '../postgres.ts';
import { askable } from '../schemas/forms/askable.ts';
import { findForm } from '../schemas/forms/registry.ts';
import { stateOfOption } from '../schemas/states.ts';
import type { StaffDecision } from '../schemas/submission.ts';

/** The fields that staff named by their headings; null for none. */
async function fieldsAsked(db: Database, { code, asked }: StaffDecision): Promise<string[] | null> {
  if (asked.length === 0) return null;
  const { rows } = await db.query<{ form: string }>('select form from submissions where code = $1', [code]);
  const form = findForm(rows[0]?.form ?? '');
  const names = form ? askable(form) : new Map<string, string>();
  return asked.flatMap((heading) => names.get(heading) ?? []);
}

/**
 * Takes over what staff decided, but for submissions whose units moved them and whose back office has not heard of it yet.
 * A state that the code does not know (a renamed option) leaves the stored one as it is and is returned, to be reported.
 */
export async function takeOverDecisions(
  db: Database,
  decisions: readonly StaffDecision[],
): Promise<string[]> {
  const unknown: string[] = [];
  for (const decision of decisions) {
    const { code, state, guidance } = decision;
    if (state === null) continue;
    const known = stateOfOption(state);
    if (!known) {
      unknown.push(state);
      continue;
    }
    await db.query(
      `update submissions set state = $2, guidance = $3, asked = $4, changed_at = now()
       where code = $1 and (state, guidance, asked) is distinct from ($2, $3, $4::text[])
         and not exists (select 1 from deliveries d where d.code = $1 and d.sets_state)`,
      [code, known.id, guidance, await fieldsAsked(db, decision)],
    );
  }
  return unknown;
}
