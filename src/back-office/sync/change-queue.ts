import { type Database, inTransaction } from '../../platform/postgres.ts';

/** A row of the base that was made, changed or deleted. */
export interface ChangedRow {
  recordId: string;
  /** Name of the table in the code. */
  table: string;
  isGone: boolean;
  /** The cells that the sync reads, by field id; null where the row must be read. */
  cells: Record<string, unknown> | null;
  /** Who changed it, for the log of acts: see `Act.actor`. Empty where that is not known. */
  changedBy: string[];
  /** A program made the row in a table of submissions: our own delivery did, unless the record is of none. */
  mayBeDelivery?: boolean;
}

/** A changed row as it waits. */
export type WaitingChange = Omit<ChangedRow, 'table' | 'mayBeDelivery' | 'changedBy'> & { version: string };

/** Most changed rows that are taken in at once. */
const batchSize = 100;

/**
 * Adds changed rows to those that wait, in one transaction with `mayAdd`, which moves the cursor. Where it says false, another run
 * has read the same payloads, perhaps longer ago: nothing is added. `isSchemaChanged`: cells that wait may be of other columns.
 */
export async function addChanges(
  db: Database,
  { rows, isSchemaChanged }: { rows: readonly ChangedRow[]; isSchemaChanged: boolean },
  mayAdd: (client: Pick<Database, 'query'>) => Promise<boolean>,
): Promise<boolean> {
  return inTransaction(db, async (client) => {
    if (!(await mayAdd(client))) return false;
    await client.query(
      `insert into base_changes as c (record_id, table_name, gone, cells, changed_by)
       select "recordId", "table", "isGone", case when not $2 then cells end, "changedBy"
       from jsonb_to_recordset($1::jsonb) as changed ("recordId" text, "table" text, "isGone" boolean, cells jsonb,
         "changedBy" text[], "mayBeDelivery" boolean)
       where "mayBeDelivery" is not true or not exists (select from deliveries d where d.record_id = "recordId")
       on conflict (record_id) do update set table_name = excluded.table_name, gone = excluded.gone,
         cells = excluded.cells, version = excluded.version, queued_at = excluded.queued_at,
         changed_by = c.changed_by || array(select unnest(excluded.changed_by) except select unnest(c.changed_by))`,
      [JSON.stringify(rows), isSchemaChanged],
    );
    if (isSchemaChanged) {
      await client.query('update base_changes set cells = null');
      // A run that ends before it has read the columns again leaves that to the next one.
      await client.query(
        `update sync_memory set value = jsonb_set(value, '{seenAt}', '"1970-01-01T00:00:00Z"') where name like 'layout %'`,
      );
    }
    return true;
  });
}

/** The oldest changes of a table that wait. */
export async function waitingChanges(db: Database, table: string): Promise<WaitingChange[]> {
  const { rows } = await db.query<WaitingChange>(
    `select record_id as "recordId", gone as "isGone", cells, version from base_changes
     where table_name = $1 order by queued_at, record_id limit $2`,
    [table, batchSize],
  );
  return rows;
}

/** Forgets changes that were taken in; one that arrived meanwhile stays. */
export async function settleChanges(db: Database, taken: readonly WaitingChange[]): Promise<void> {
  await db.query(
    `delete from base_changes c using unnest($1::text[], $2::uuid[]) as taken (record_id, version)
     where c.record_id = taken.record_id and c.version = taken.version`,
    [taken.map(({ recordId }) => recordId), taken.map(({ version }) => version)],
  );
}
