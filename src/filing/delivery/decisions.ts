import { orderLetter } from '../mail/state-letters.ts';
import type { Database } from '../../platform/postgres.ts';
import { askable } from '../definitions/askable.ts';
import { findForm } from '../definitions/registry.ts';
import { refusedState, stateOfOption } from '../states.ts';
import type { StaffDecision } from '../submission.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';
import { redeliverAnswers } from './queue.ts';

/** Maps the headings that staff named to fields (null where staff named none), and lists headings the form does not have. */
async function fieldsAsked(
  db: Database,
  { code, asked }: StaffDecision,
): Promise<{ fields: string[] | null; unknown: string[] }> {
  if (asked.length === 0) return { fields: null, unknown: [] };
  const { rows } = await db.query<{ form: string }>('select form from submissions where code = $1', [code]);
  const form = findForm(rows[0]?.form ?? '');
  const names = form ? askable(form) : new Map<string, string>();
  return {
    fields: asked.flatMap((heading) => names.get(heading) ?? []),
    unknown: form ? asked.filter((heading) => !names.has(heading)) : [],
  };
}

interface Taken {
  stateBefore: string;
  lackedReason: boolean;
}

/**
 * Applies staff decisions, except where the unit changed the state and that change is still undelivered. A state that the code does
 * not know (a renamed option) or guidance that the unit could not read changes nothing. Returns the problems to report: these two,
 * and questions that the form does not have. With `sendsMail`, queues a letter about a state that waits for the unit or ends the
 * case.
 */
export async function applyDecisions(
  db: Database,
  decisions: readonly StaffDecision[],
  sendsMail = false,
): Promise<string[]> {
  const problems: string[] = [];
  for (const decision of decisions) {
    const { code, state, guidance } = decision;
    if (state === null) continue;
    const known = stateOfOption(state);
    if (!known) {
      problems.push(`unknown state “${state}”`);
      continue;
    }
    const unreadable = findUnreadable(guidance ?? '');
    if (unreadable) {
      problems.push(`the words to the unit of ${code} cannot be read (${unreadable.why})`);
      continue;
    }
    const asked = await fieldsAsked(db, decision);
    problems.push(...asked.unknown.map((heading) => `unknown question “${heading}”`));
    const { rows } = await db.query<Taken>(
      `update submissions n set state = $2, guidance = $3, asked = $4, changed_at = now()
       from (select code, state, state = $5 and coalesce(trim(guidance), '') = '' as lacked
             from submissions where code = $1 for update) o
       where n.code = o.code and (n.state, n.guidance, n.asked) is distinct from ($2, $3, $4::text[])
         and not exists (select 1 from deliveries d where d.code = $1 and d.sets_state)
       returning o.state as "stateBefore", o.lacked as "lackedReason"`,
      [code, known.id, guidance, asked.fields, refusedState],
    );
    const [taken] = rows;
    if (!taken) continue;
    const lacksReason = known.id === refusedState && !guidance?.trim();
    // Deliver the row again, so that its warning about a missing reason appears or disappears.
    if (lacksReason !== taken.lackedReason) await db.query(redeliverAnswers, [code]);
    if (sendsMail && taken.stateBefore !== known.id) await orderLetter(db, code, known);
  }
  return problems;
}
