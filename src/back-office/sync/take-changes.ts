import { noteRecordsGone } from '../../filing/delivery/row-problems.ts';
import type { Database } from '../../platform/postgres.ts';
import { settleChanges, type WaitingChange, waitingChanges } from './change-queue.ts';
import { noteOverwritten, type RowAsRead } from './overwritten-cells.ts';
import { type AskForPage, type PullPlan, pull } from './pull.ts';
import { syncState } from './sync-state.ts';

/** Where rows of a table come from: a listing, or those that are known to have changed. */
export interface RowSource<T> {
  ask: AskForPage<T>;
  /** The rows as they are now; a row that is gone has no entry. */
  read: (changed: readonly WaitingChange[]) => Promise<T[]>;
}

/** What to keep up to date, and what to do with the rows. */
export interface TablePlan<T> extends Omit<PullPlan<T>, 'ask' | 'followedSince'> {
  /** Name of the table in the code. */
  table: string;
  source: RowSource<T>;
  /** Runs with the ids of records that were deleted. */
  onGone?: (recordIds: readonly string[]) => Promise<void>;
}

async function takeChanges<T extends RowAsRead>(db: Database, plan: TablePlan<T>): Promise<void> {
  const { table, source, importPage, onGone } = plan;
  for (let taken = await waitingChanges(db, table); taken.length > 0; ) {
    const there = taken.filter(({ isGone }) => !isGone);
    const rows = there.length > 0 ? await source.read(there) : [];
    // Import before deleting: a new row may take over the `Mã` of a deleted one.
    if (rows.length > 0) await importPage(rows);
    const found = new Set(rows.map(({ recordId }) => recordId));
    const gone = taken.map(({ recordId }) => recordId).filter((id) => !found.has(id));
    if (gone.length > 0) {
      await onGone?.(gone);
      await noteRecordsGone(db, gone);
    }
    await settleChanges(db, taken);
    taken = await waitingChanges(db, table);
  }
}

/**
 * Takes in what changed in a table: the changes that are known, and, where not all are known since the last listing of all rows, a
 * listing. `since`: from when on all changes are known; null where none are.
 */
export async function takeUp<T extends RowAsRead>(
  db: Database,
  table: TablePlan<T>,
  { now, since }: { now: Date; since: Date | null },
): Promise<void> {
  const importPage = async (rows: T[]) => {
    await table.importPage(rows);
    await noteOverwritten(db, rows);
  };
  const plan = { ...table, importPage };
  await takeChanges(db, plan);
  await pull(syncState(db), { ...plan, ask: plan.source.ask, followedSince: since }, now);
}
