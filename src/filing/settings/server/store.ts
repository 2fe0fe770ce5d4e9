import { digestOf } from '../../../platform/files/digest.ts';
import type { Database } from '../../../platform/postgres.ts';
import { followRows, type OwnerRow, ownerRowSchema } from '../../../vocabulary/owner-settings.ts';
import { type Counted, forgetRows, forgetUnseenRows, noteRegained } from '../../delivery/row-losses.ts';
import { retentionKey } from '../../privacy/retention.ts';

/** A row of the base with what it sets. */
export interface SettingToStore {
  recordId: string;
  table: string;
  value: OwnerRow;
}

const undefinedTable = '42P01';
/** Whether a table is not there: the platform may run the code before the migration. Then nothing is set yet. */
export const isMissingTable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === undefinedTable;

/** SQL: a period after which data is erased waits a day, so that a slip can be mended before it erases anything. */
const isInForce = `not (coalesce(value ->> 'key', '') like '${retentionKey('%')}' and changed_at > now() - interval '1 day')`;

/** Everything that rows of the base set and that is in force. A value that another version of the code stored, and this one cannot read, is left out. */
export async function readSettings(db: Pick<Database, 'query'>): Promise<OwnerRow[]> {
  try {
    const { rows } = await db.query<{ value: unknown }>(
      `select value from settings where ${isInForce} order by record_id`,
    );
    return rows.flatMap(({ value }) => ownerRowSchema.safeParse(value).data ?? []);
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  }
}

/** What these rows set, by record. */
export async function storedValues(
  db: Pick<Database, 'query'>,
  recordIds: readonly string[],
): Promise<Map<string, OwnerRow>> {
  const { rows } = await db.query<{ recordId: string; value: unknown }>(
    'select record_id as "recordId", value from settings where record_id = any($1)',
    [recordIds],
  );
  return new Map(
    rows.flatMap(({ recordId, value }) => {
      const row = ownerRowSchema.safeParse(value).data;
      return row ? [[recordId, row] as const] : [];
    }),
  );
}

/** For as long a process believes what it read. */
const freshMs = 5_000;
const readAt = new WeakMap<Pick<Database, 'query'>, number>();

/**
 * Lets this process follow what rows of the base set, read at most five seconds ago. Where they cannot be read, the process goes on
 * with what it knew: whether the database answers is for the caller to find out.
 */
export async function followSettings(db: Pick<Database, 'query'>, now = Date.now()): Promise<void> {
  if (now - (readAt.get(db) ?? 0) < freshMs) return;
  readAt.set(db, now);
  try {
    followRows(await readSettings(db));
  } catch (error) {
    console.error(`What the owner set could not be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Stores what rows set, and notes that `seen` rows are there: those with a mistake keep their last value. */
export async function saveSettings(
  db: Pick<Database, 'query'>,
  set: readonly SettingToStore[],
  seen: readonly string[],
): Promise<void> {
  await db.query(
    `insert into settings (record_id, table_name, value)
     select "recordId", "table", value from jsonb_to_recordset($1::jsonb)
       as said ("recordId" text, "table" text, value jsonb)
     on conflict (record_id) do update set table_name = excluded.table_name, value = excluded.value,
       changed_at = case when settings.value = excluded.value then settings.changed_at else now() end`,
    [JSON.stringify(set)],
  );
  await noteRegained(
    db,
    set.map(({ recordId }) => recordId),
  );
  await db.query('update settings set seen_at = now() where record_id = any($1)', [seen]);
}

/** SQL: whether a stored value is a list up for comment that the public saw. No edit of its row forgets it. */
export const shownList = (settings: string): string =>
  `(${settings}.value ->> 'is' = 'comment' and (${settings}.value ->> 'opensAt')::timestamptz <= now())`;

const countedOf = (table: string): Counted => ({
  table,
  store: 'settings',
  where: `table_name = $1 and not ${shownList('settings')}`,
});

/** Forgets rows of a table that set nothing any more; many at once are held (row-losses.ts). */
export const forgetSettings = (db: Database, table: string, recordIds: readonly string[]): Promise<void> =>
  forgetRows(db, countedOf(table), recordIds);

/** Forgets rows of a table that a complete listing, begun at `since`, did not hold. */
export const forgetUnseenSettings = (db: Database, table: string, since: Date): Promise<void> =>
  forgetUnseenRows(db, countedOf(table), since);

/** Digest of everything that rows set: a site built with another is to be built anew. */
export async function settingsDigest(db: Pick<Database, 'query'>): Promise<string> {
  const rows = await readSettings(db);
  if (rows.length === 0) return '';
  return `+${digestOf(rows)}`;
}
