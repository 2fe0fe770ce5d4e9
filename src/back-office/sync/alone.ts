import { type Database, inTransaction } from '../../platform/postgres.ts';

/** The time by the clock of the database, with which it stamps its rows. */
export async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>('select now()');
  return rows[0]?.now ?? new Date();
}

/** Does `work` unless another run holds the same lock right now. */
export async function alone(db: Database, work: () => Promise<void>, lock = 114): Promise<void> {
  await inTransaction(db, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      lock,
    ]);
    if (rows[0]?.mine) await work();
  });
}
