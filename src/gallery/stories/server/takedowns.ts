import type pg from 'pg';
import { actAs } from '../../../platform/act-as.ts';
import { type Database, inTransaction } from '../../../platform/postgres.ts';
import { saidWords } from '../../../vietnamese/said-words.ts';
import { closePreviews } from '../../previews/server/previews.ts';
import { storyTable } from '../table-name.ts';

/** A story that was taken down without the base. */
export interface Takedown {
  id: string;
  reason: string;
  takenAt: Date;
}

/** SQL: whether anything has this id: a story, a draft that only its private addresses show, or a row that could not be read. */
const isKnown = `exists (select from stories where id = $1) or exists (select from story_previews where id = $1)
  or exists (select from base_rows where table_name = $2 and code = $1)`;

/**
 * Takes a story or a draft down now, whatever the base says, until `bringBack`: the next build leaves it out, and no private address
 * opens it. `by` says whether the operator did it or who holds a link. False when nothing has this id, or the reason has no word.
 */
export async function takeDown(
  db: Database,
  id: string,
  reason: string,
  by: 'van-hanh' | 'lien-ket' = 'van-hanh',
): Promise<boolean> {
  const words = saidWords(reason);
  if (words === null) return false;
  return inTransaction(db, async (client) => {
    await actAs(client, by);
    const { rows } = await client.query<{ known: boolean }>(`select ${isKnown} as known`, [id, storyTable]);
    if (!rows[0]?.known) return false;
    await putDown(client, { id, reason: words, takenAt: new Date() });
    return true;
  });
}

/** Takes down without a question whether anything has this id. */
export async function putDown(
  client: Pick<pg.PoolClient, 'query'>,
  { id, reason, takenAt }: Takedown,
): Promise<void> {
  await client.query(
    `insert into takedowns (id, reason, taken_at) values ($1, $2, $3)
     on conflict (id) do update set reason = excluded.reason`,
    [id, reason, takenAt],
  );
  await client.query(`update stories set state = 'go-bo', withdrawn_reason = $2 where id = $1`, [id, reason]);
  await client.query('delete from story_losses where id = $1', [id]);
  await closePreviews(client);
}

/** Ends a takedown: the next run reads the row and does what it says. False when there was none. */
export async function bringBack(db: Database, id: string): Promise<boolean> {
  return inTransaction(db, async (client) => {
    await actAs(client, 'van-hanh');
    const { rowCount } = await client.query('delete from takedowns where id = $1', [id]);
    await client.query(
      `insert into base_changes (record_id, table_name, gone)
       select record_id, $2, false from base_rows where code = $1 and table_name = $2 and gone_at is null
       union select record_id, $2, false from stories where id = $1
       on conflict (record_id) do update set cells = null, version = gen_random_uuid()`,
      [id, storyTable],
    );
    return rowCount !== 0;
  });
}

/** Which of these stories are taken down. */
export async function takenDown(
  db: Pick<Database, 'query'>,
  ids: readonly string[],
): Promise<Map<string, Takedown>> {
  const { rows } = await db.query<Takedown>(
    'select id, reason, taken_at as "takenAt" from takedowns where id = any($1)',
    [ids],
  );
  return new Map(rows.map((takedown) => [takedown.id, takedown]));
}
