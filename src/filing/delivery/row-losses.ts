import type pg from 'pg';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { withdrawnStates } from '../states.ts';
import { isMassLoss, lossWindow } from './mass-loss.ts';

/** What a table of the base makes count. */
export interface Counted {
  /** Name of the table in the code. */
  table: string;
  store: 'adoptions' | 'unit_filings' | 'public_answers' | 'settings';
  /** SQL: which rows of the store are of the table; `$1` is its `table`. */
  where?: string;
}

const ofTable = ({ store, where = '$1::text is not null' }: Counted) => `from ${store} where ${where}`;

/** SQL: rows that their unit withdrew or that were erased: they always go. */
const isOwnWish = `record_id in (select record_id from erased_submissions where record_id is not null
    union select d.record_id from deliveries d join submissions s using (code)
      where s.moved_by_unit_at is not null and s.state = any($3))`;

const forget = (client: pg.PoolClient, store: Counted['store'], recordIds: readonly string[]) =>
  client.query(`delete from ${store} where record_id = any($1)`, [recordIds]);

async function note(
  client: pg.PoolClient,
  { table, store }: Counted,
  recordIds: readonly string[],
  held: boolean,
): Promise<void> {
  await client.query(
    `insert into row_losses (record_id, table_name, store, held) select unnest($1::text[]), $2, $3, $4
     on conflict (record_id) do nothing`,
    [recordIds, table, store, held],
  );
}

/** What the window knows of a table: what is held, what is lost, and how much counts. */
async function readWindow(client: pg.PoolClient, counted: Counted) {
  await client.query(`delete from row_losses where not held and lost_at < now() - ${lossWindow}`);
  const { rows } = await client.query<{ id: string; held: boolean; isLate: boolean }>(
    `select record_id as id, held, lost_at < now() - ${lossWindow} as "isLate" from row_losses where table_name = $1`,
    [counted.table],
  );
  const { rows: counts } = await client.query<{ count: number }>(
    `select count(*)::int as count ${ofTable(counted)}`,
    [counted.table],
  );
  return {
    held: new Set(rows.filter(({ held }) => held).map(({ id }) => id)),
    recent: rows.filter(({ isLate }) => !isLate).map(({ id }) => id),
    total: (counts[0]?.count ?? 0) + rows.filter(({ held }) => !held).length,
  };
}

/**
 * Forgets what these rows made count. Too many within an hour are held until staff confirm in the base; what a unit withdrew or had
 * erased always goes. `isWhole`: a listing held no row at all, which is never believed unasked.
 */
export async function forgetRows(
  db: Database,
  counted: Counted,
  recordIds: readonly string[],
  { isWhole = false } = {},
): Promise<void> {
  if (recordIds.length === 0) return;
  await inTransaction(db, async (client) => {
    await client.query('select pg_advisory_xact_lock(116)');
    const { rows } = await client.query<{ id: string; isOwnWish: boolean }>(
      `select record_id as id, ${isOwnWish} as "isOwnWish" ${ofTable(counted)} and record_id = any($2)`,
      [counted.table, recordIds, withdrawnStates],
    );
    const wished = rows.filter((row) => row.isOwnWish).map(({ id }) => id);
    await forget(client, counted.store, wished);
    await client.query('delete from row_losses where record_id = any($1)', [wished]);
    const { held, recent, total } = await readWindow(client, counted);
    const fresh = rows.filter((row) => !row.isOwnWish && !held.has(row.id)).map(({ id }) => id);
    if (fresh.length === 0) return;
    const isHeld = isWhole || isMassLoss(new Set([...fresh, ...recent]).size, total);
    if (!isHeld) await forget(client, counted.store, fresh);
    await note(client, counted, fresh, isHeld);
  });
}

/** `forgetRows` for the rows of a table that a complete listing, begun at `since`, did not hold. */
export async function forgetUnseenRows(db: Database, counted: Counted, since: Date): Promise<void> {
  const { rows } = await db.query<{ id: string; isSeen: boolean }>(
    `select record_id as id, seen_at >= $2 as "isSeen" ${ofTable(counted)}`,
    [counted.table, since],
  );
  const unseen = rows.filter(({ isSeen }) => !isSeen).map(({ id }) => id);
  await forgetRows(db, counted, unseen, { isWhole: unseen.length === rows.length });
}

/** Rows that count again are held no more. */
export async function noteRegained(db: Pick<Database, 'query'>, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from row_losses where record_id = any($1)', [recordIds]);
}

/** Losses of one table that are held. */
export interface HeldRows {
  table: string;
  /** What staff know each row by; null for one without. */
  codes: (string | null)[];
  since: Date;
}

/** What is held now. */
export async function heldRows(db: Database): Promise<HeldRows[]> {
  const { rows } = await db.query<HeldRows>(
    `select l.table_name as table, array_agg(b.code order by b.code) as codes, min(l.lost_at) as since
     from row_losses l left join base_rows b using (record_id) where l.held group by l.table_name order by l.table_name`,
  );
  return rows;
}

/** Lets the held losses of a table take effect: staff confirmed them. */
export async function releaseRows(db: Database, table: string): Promise<void> {
  await inTransaction(db, async (client) => {
    const { rows } = await client.query<{ id: string; store: Counted['store'] }>(
      'delete from row_losses where table_name = $1 and held returning record_id as id, store',
      [table],
    );
    for (const [store, some] of Map.groupBy(rows, (row) => row.store))
      await forget(
        client,
        store,
        some.map(({ id }) => id),
      );
  });
}
