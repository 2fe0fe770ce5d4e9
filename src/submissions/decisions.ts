import type { Database } from '../postgres.ts';
import { stateOfOption } from '../schemas/states.ts';
import type { StaffDecision } from '../schemas/submission.ts';

/**
 * Takes over what staff decided. A state that the code does not know (a renamed option) leaves the stored one as it is
 * and is returned, to be reported.
 */
export async function takeOverDecisions(
  db: Database,
  decisions: readonly StaffDecision[],
): Promise<string[]> {
  const unknown: string[] = [];
  for (const { code, state, guidance } of decisions) {
    if (state === null) continue;
    const known = stateOfOption(state);
    if (!known) {
      unknown.push(state);
      continue;
    }
    await db.query(
      `update submissions set state = $2, guidance = $3, changed_at = now()
       where code = $1 and (state, guidance) is distinct from ($2, $3)`,
      [code, known.id, guidance],
    );
  }
  return unknown;
}
