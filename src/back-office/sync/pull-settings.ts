import type { PulledRow } from '../../filing/delivery/pulled-row.ts';
import { noteGone } from '../../filing/delivery/row-problems.ts';
import { importSettings } from '../../filing/settings/server/import-rows.ts';
import { forgetUnseenSettings } from '../../filing/settings/server/store.ts';
import type { Database } from '../../platform/postgres.ts';
import { type AskForPage, pull } from './pull.ts';
import type { SyncState } from './sync-state.ts';

/** Pulls a table in which the owner sets times, values or legal texts. A row that is gone sets nothing any more. */
export async function pullSettings(
  db: Database,
  memory: SyncState,
  { name, ask, everyMs }: { name: string; ask: AskForPage<PulledRow>; everyMs: number },
  now: Date,
): Promise<void> {
  const takeIn = (rows: PulledRow[]) => importSettings(db, name, rows);
  const afterFull = async (since: Date) => {
    await forgetUnseenSettings(db, name, since);
    await noteGone(db, name, since);
  };
  await pull(memory, { name: `settings ${name}`, everyMs, ask, takeIn, afterFull }, now);
}
