import type { Database } from '../../platform/postgres.ts';
import { orderLetter } from '../mail/state-letters.ts';
import { refusedState, type State } from '../states.ts';
import type { Filed } from './filed.ts';
import { redeliverAnswers } from './queue.ts';

/** What staff decided about a submission, beside what is stored. */
export interface Decision {
  filed: Filed;
  state: State;
  guidance: string | null;
  reply: string | null;
  asked: string[] | null;
}

interface StateBefore {
  stateBefore: string;
  lackedReason: boolean;
  changedBefore: Date;
}

/** Whether a decision says what is stored already. */
export const isStored = ({ filed, state, guidance, reply, asked }: Decision): boolean =>
  filed.state === state.id &&
  filed.guidance === guidance &&
  filed.reply === reply &&
  JSON.stringify(filed.asked) === JSON.stringify(asked);

/**
 * Stores a decision that differs from what is stored, unless the unit moved the submission and that is still undelivered. Resolves
 * with whether it stands now.
 */
export async function applyDecision(
  db: Pick<Database, 'query'>,
  decision: Decision,
  recordId: string,
  sendsMail: boolean,
): Promise<boolean> {
  const { filed, state, guidance, reply, asked } = decision;
  if (isStored(decision)) return true;
  const { rows } = await db.query<StateBefore>(
    `update submissions n set state = $2, guidance = $3, asked = $4, reply = $6, changed_at = now()
     from (select code, state, state = $5 and coalesce(trim(guidance), '') = '' as lacked, changed_at
           from submissions where code = $1 for update) o
     where n.code = o.code and (n.state, n.guidance, n.asked, n.reply) is distinct from ($2, $3, $4::text[], $6)
       and not exists (select 1 from deliveries d where d.code = $1 and d.sets_state)
     returning o.state as "stateBefore", o.lacked as "lackedReason", o.changed_at as "changedBefore"`,
    [filed.code, state.id, guidance, asked, refusedState, reply],
  );
  const [taken] = rows;
  if (!taken) return false;
  // Staff have decided anew since they could read of the conflict, or of answers that were kept.
  await db.query(
    `with settled as (delete from row_problems where record_id = $1 and kind in ('conflict', 'kept') and since < $2 returning kind)
     update deliveries set kept = '{}' where record_id = $1 and exists (select from settled where kind = 'kept')`,
    [recordId, taken.changedBefore],
  );
  const lacksReason = state.id === refusedState && !guidance?.trim();
  // Deliver the row again, so that its warning about a missing reason appears or disappears.
  if (lacksReason !== taken.lackedReason) await db.query(redeliverAnswers, [filed.code]);
  if (sendsMail && taken.stateBefore !== state.id) await orderLetter(db, filed.code, state);
  return true;
}
