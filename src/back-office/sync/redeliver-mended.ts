import {
  countSetAside,
  lackingColumnsOf,
  redeliverLacking,
  requeueSetAside,
} from '../../filing/delivery/queue.ts';
import type { Database } from '../../platform/postgres.ts';
import { syncState } from './sync-state.ts';
import type { BackOffice } from './used-back-office.ts';

const memoryName = 'refused';

/** Queues submissions again whose answers had no place in the base, once staff brought the columns back. */
async function redeliverWritable(db: Database, writable: BackOffice['writable']): Promise<void> {
  for (const { form, columns } of await lackingColumnsOf(db)) {
    const back = await writable(form, columns);
    if (back.length > 0) await redeliverLacking(db, form, back);
  }
}

/**
 * Queues submissions and files again that the back office refused: all of them once its tables, columns or choices are others than
 * they were, and each of them after a day. A refusal writes nothing, so another try harms nothing.
 */
async function retryRefused(db: Database, digest: BackOffice['digest']): Promise<void> {
  if ((await countSetAside(db)) === 0) return;
  const memory = syncState(db);
  const base = await digest();
  if ((await memory.read(memoryName)) === base) return void (await requeueSetAside(db, { after: '1 day' }));
  await requeueSetAside(db);
  await memory.write(memoryName, base);
}

/** Queues again what could not be delivered until somebody mended the base. */
export async function redeliverMended(
  db: Database,
  { writable, digest }: Pick<BackOffice, 'writable' | 'digest'>,
): Promise<void> {
  await redeliverWritable(db, writable);
  await retryRefused(db, digest);
}
