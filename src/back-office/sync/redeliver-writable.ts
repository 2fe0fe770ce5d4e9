import { lackingColumnsOf, redeliverLacking } from '../../filing/delivery/queue.ts';
import type { Database } from '../../platform/postgres.ts';

/** Queues submissions again whose answers had no place in the base, once staff brought the columns back. */
export async function redeliverWritable(
  db: Database,
  writable: (form: string, columns: readonly string[]) => Promise<string[]>,
): Promise<void> {
  for (const { form, columns } of await lackingColumnsOf(db)) {
    const back = await writable(form, columns);
    if (back.length > 0) await redeliverLacking(db, form, back);
  }
}
