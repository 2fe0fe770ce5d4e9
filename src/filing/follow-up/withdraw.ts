import { type Database, inTransaction } from '../../platform/postgres.ts';
import { findForm } from '../definitions/registry.ts';
import { isOver, withdrawnStates } from '../states.ts';
import { findFiling } from '../receipts/server/filing.ts';
import { redeliver } from '../delivery/queue.ts';
import { recordChange } from './record-change.ts';

/** What became of a wish to withdraw: `over` when there is nothing left to withdraw. */
export type Withdrawal = 'done' | 'unknown' | 'over';

/** The state of a form that was withdrawn. */
const withdrawnState = (form: string) => (findForm(form)?.isNomination ? 'rut-de-cu' : 'rut-phieu');

/**
 * Withdraws a submission; doing it twice is doing it once. It is said of the filing as a statement of its own, and its row in the
 * back office follows. Whoever asks must have opened the filing before.
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
    // What was said before is kept before anything changes.
    await findFiling(client, code);
    await recordChange(client, code, { kind: 'rut', key: crypto.randomUUID(), answers: {}, replaced: {} });
    await client.query(
      'update submissions set state = $2, asked = null, changed_at = now(), moved_by_unit_at = now() where code = $1',
      [code, withdrawnState(row.form)],
    );
    await client.query(redeliver, [code]);
    await findFiling(client, code);
    return 'done';
  });
}
