import { type Database, inTransaction } from '../../platform/postgres.ts';
import { findForm } from '../definitions/registry.ts';
import { redeliver } from '../delivery/queue.ts';
import { findSubmission } from '../receipts/server/open-submission.ts';
import { isOver, withdrawnStates } from '../states.ts';
import { recordChange } from './record-change.ts';

/** The outcome of a withdrawal: `unknown` code, or `over` when nothing is left to withdraw. */
export type Withdrawal = 'done' | 'unknown' | 'over';

/** The state of a withdrawn submission of this form. */
const withdrawnState = (form: string) => (findForm(form)?.isNomination ? 'rut-de-cu' : 'rut-phieu');

/**
 * Withdraws a submission, adds a statement and queues the submission for delivery. A second call changes nothing. The caller must
 * have opened the submission first.
 */
export async function withdraw(db: Database, code: string): Promise<Withdrawal> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<{ form: string; state: string }>(
      'select form, state from submissions where code = $1 for update',
      [code],
    );
    const [row] = rows;
    if (!row) return 'unknown';
    if (withdrawnStates.includes(row.state)) return 'done';
    if (isOver(row.state)) return 'over';
    // Reading the submission stores its earlier statements before anything changes.
    await findSubmission(client, code);
    await recordChange(client, code, { kind: 'rut', key: crypto.randomUUID(), answers: {}, replaced: {} });
    await client.query(
      'update submissions set state = $2, asked = null, changed_at = now(), moved_by_unit_at = now() where code = $1',
      [code, withdrawnState(row.form)],
    );
    await client.query(redeliver, [code]);
    await findSubmission(client, code);
    return 'done';
  });
}
