import type { Database } from './postgres.ts';

/** Waiting times of a queue. */
export interface Patience {
  /** How long a run leases a claimed row. Must exceed any call of that run. */
  leaseMs: number;
  /** The wait before the second try. The wait doubles with each try, up to `longestWait` of the queue. */
  retryMs: number;
}

/** A table whose rows wait for processing. The table has the columns `attempts`, `next_attempt_at` and `last_error`. */
interface QueueTable {
  table: string;
  /** The column that names a row. */
  key: string;
  /** The column that is null until the row is done. */
  done: string;
  /** The column with the time since which a row waits for a person. Such a row is tried again only by `requeue`. */
  setAside: string;
  /** An interval of PostgreSQL. */
  longestWait: string;
}

/** A pool, or a connection of it with a transaction. */
type Queryable = Pick<Database, 'query'>;

/**
 * A queue in a table. A run claims rows: it selects rows that are `isDue` with `for update skip locked`, and sets `lease` on them,
 * which keeps other runs away for a while, even where the run dies. The run then ends each row in one of four ways. A row that
 * another run finished meanwhile stays finished. Each try is counted when it begins.
 */
export function leasedQueue({ table, key, done, setAside, longestWait }: QueueTable) {
  const change = async (db: Queryable, keys: readonly string[], changes: string, ...values: unknown[]) =>
    void (await db.query(`update ${table} set ${changes} where ${key} = any($1) and ${done} is null`, [
      keys,
      ...values,
    ]));
  const wait = (longest: string, retryMs: string) =>
    `least(interval '${longest}', ${retryMs} * interval '1 ms' * power(2, least(attempts - 1, 20)))`;
  return {
    /** SQL: whether the row with this alias is due for a try. */
    isDue: (alias: string) =>
      `${alias}.${done} is null and ${alias}.${setAside} is null and ${alias}.next_attempt_at <= now()`,
    /** SQL: the columns that claiming sets; `ms` is the lease in milliseconds. */
    lease: (ms: string) => `attempts = attempts + 1, next_attempt_at = now() + ${ms} * interval '1 ms'`,
    /** Marks the rows as done. */
    finish: (db: Queryable, keys: readonly string[]) =>
      change(db, keys, `${done} = now(), last_error = null`),
    /**
     * Records a failed try with its reason. The rows wait for the next try or, with `isFinal`, for a person. `longest`: an interval
     * that shortens the longest wait.
     */
    fail: (
      db: Queryable,
      keys: readonly string[],
      reason: string,
      { retryMs, isFinal, longest = longestWait }: { retryMs: number; isFinal: boolean; longest?: string },
    ) =>
      change(
        db,
        keys,
        `last_error = $2, next_attempt_at = now() + ${wait(longest, '$3')}, ${setAside} = case when $4 then now() end`,
        reason,
        retryMs,
        isFinal,
      ),
    /** Gives failed rows the wait that their number of tries asks for. */
    postpone: (db: Queryable, keys: readonly string[], retryMs: number) =>
      change(db, keys, `next_attempt_at = now() + ${wait(longestWait, '$2')}`, retryMs),
    /** Releases rows whose try was interrupted: they are due at once. */
    release: (db: Queryable, keys: readonly string[]) => change(db, keys, 'next_attempt_at = now()'),
    /** Returns rows that were not tried: they are due at once, and the try does not count. */
    giveBack: (db: Queryable, keys: readonly string[]) =>
      change(db, keys, 'attempts = attempts - 1, next_attempt_at = now()'),
    /** Makes rows due again that were set aside at least `after` ago, an interval of PostgreSQL. Resolves with their number. */
    requeue: async (db: Queryable, after = '0') => {
      const { rowCount } = await db.query(
        `update ${table} set ${setAside} = null, next_attempt_at = now() where ${setAside} <= now() - $1::interval`,
        [after],
      );
      return rowCount ?? 0;
    },
  };
}

/** See `leasedQueue`. */
export type LeasedQueue = ReturnType<typeof leasedQueue>;
