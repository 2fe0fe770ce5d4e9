import type { Database } from '../../platform/postgres.ts';

/** Key-value state that the sync keeps in PostgreSQL between runs. */
export function syncState(db: Database) {
  return {
    /** Reads the value of a name; null where there is none. */
    read: async (name: string): Promise<unknown> => {
      const { rows } = await db.query<{ value: unknown }>('select value from sync_memory where name = $1', [
        name,
      ]);
      return rows[0]?.value ?? null;
    },
    /** Stores a value under a name. */
    write: async (name: string, value: unknown): Promise<void> => {
      await db.query(
        `insert into sync_memory (name, value) values ($1, $2)
         on conflict (name) do update set value = excluded.value, changed_at = now()`,
        [name, JSON.stringify(value)],
      );
    },
  };
}

/** See `syncState`. */
export type SyncState = ReturnType<typeof syncState>;
