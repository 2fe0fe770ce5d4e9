import { type Database, inTransaction } from '../../../platform/postgres.ts';

/** A story that was taken down without the base. */
export interface Takedown {
  id: string;
  reason: string;
  takenAt: Date;
}

/**
 * Takes a story down now, whatever the base says, until `bringBack`. The next build leaves it out. False when no story has this id.
 */
export async function takeDown(db: Database, id: string, reason: string): Promise<boolean> {
  return inTransaction(db, async (client) => {
    const { rowCount } = await client.query(
      `update stories set state = 'go-bo', withdrawn_reason = $2 where id = $1`,
      [id, reason],
    );
    if (rowCount === 0) return false;
    await client.query(
      `insert into takedowns (id, reason) values ($1, $2)
       on conflict (id) do update set reason = excluded.reason`,
      [id, reason],
    );
    await client.query('delete from story_losses where id = $1', [id]);
    return true;
  });
}

/** Ends a takedown: the next complete listing publishes what the base says. False when there was none. */
export async function bringBack(db: Database, id: string): Promise<boolean> {
  const { rowCount } = await db.query('delete from takedowns where id = $1', [id]);
  await db.query(`update sync_memory set value = value || '{"fullAt": null}' where name = 'stories'`);
  return rowCount !== 0;
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
