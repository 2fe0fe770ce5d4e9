import type { Database } from './postgres.ts';

/** How long the rows of a queue wait. */
export interface Patience {
  /** How long a claimed row stays with the run that claimed it: longer than any call of that run. */
  leaseMs: number;
  /** The wait before the second try; it doubles with each, up to the longest of its queue. */
  retryMs: number;
}

/** A table whose rows wait to be sent on. It has the columns `attempts`, `next_attempt_at` and `last_error`. */
interface QueueTable {
  table: string;
  /** The column that names a row. */
  key: string;
  /** The column that is null until a row is done. */
  done: string;
  /** The column that says since when a row waits for a person, never tried again by itself. */
  setAside: string;
  /** An interval of PostgreSQL. */
  longestWait: string;
}

/** A pool, or a connection of it with a transaction. */
type Queryable = Pick<Database, 'query'>;

/**
 * A queue in a table. A run claims rows: with `isDue` it selects them `for update skip locked`, with `lease` it keeps other runs
 * from them for a while, even where it dies. Then each row ends in one of four ways; a row that another run finished meanwhile
 * stays finished. Each try is counted as it begins.
 */
export function leasedQueue({ table, key, done, setAside, longestWait }: QueueTable) {
  const change = async (db: Queryable, keys: readonly string[], changes: string, ...values: unknown[]) =>
    void (await db.query(`update ${table} set ${changes} where ${key} = any($1) and ${done} is null`, [
      keys,
      ...values,
    ]));
  const wait = `least(interval '${longestWait}', $3 * interval '1 ms' * power(2, least(attempts - 1, 20)))`;
  return {
    /** SQL: whether the row of an alias waits for a try. */
    isDue: (alias: string) =>
      `${alias}.${done} is null and ${alias}.${setAside} is null and ${alias}.next_attempt_at <= now()`,
    /** SQL: what claiming sets, for so many milliseconds. */
    lease: (ms: string) => `attempts = attempts + 1, next_attempt_at = now() + ${ms} * interval '1 ms'`,
    /** What was to be done is done. */
    finish: (db: Queryable, keys: readonly string[]) =>
      change(db, keys, `${done} = now(), last_error = null`),
    /** The try failed, for a reason in words: the rows wait for the next one or, where none helps (`isFinal`), for a person. */
    fail: (
      db: Queryable,
      keys: readonly string[],
      reason: string,
      { retryMs, isFinal }: { retryMs: number; isFinal: boolean },
    ) =>
      change(
        db,
        keys,
        `last_error = $2, next_attempt_at = now() + ${wait}, ${setAside} = case when $4 then now() end`,
        reason,
        retryMs,
        isFinal,
      ),
    /** The try ended in the middle: the rows are due at once. */
    release: (db: Queryable, keys: readonly string[]) => change(db, keys, 'next_attempt_at = now()'),
    /** The rows were not tried: they are due at once, and the try does not count. */
    giveBack: (db: Queryable, keys: readonly string[]) =>
      change(db, keys, 'attempts = attempts - 1, next_attempt_at = now()'),
    /** Has everything that was set aside tried again; how many rows that were. */
    requeue: async (db: Queryable) => {
      const { rowCount } = await db.query(
        `update ${table} set ${setAside} = null, next_attempt_at = now() where ${setAside} is not null`,
      );
      return rowCount ?? 0;
    },
  };
}

/** See `leasedQueue`. */
export type LeasedQueue = ReturnType<typeof leasedQueue>;
