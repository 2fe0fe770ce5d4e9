import type { Database } from '../../platform/postgres.ts';

/** What the sync keeps between runs, in PostgreSQL. */
export function syncState(db: Database) {
  return {
    /** The value kept under a name, or null. */
    read: async (name: string): Promise<unknown> => {
      const { rows } = await db.query<{ value: unknown }>('select value from sync_memory where name = $1', [
        name,
      ]);
      return rows[0]?.value ?? null;
    },
    /** Keeps a value under a name. */
    write: async (name: string, value: unknown): Promise<void> => {
      await db.query(
        `insert into sync_memory (name, value) values ($1, $2)
         on conflict (name) do update set value = excluded.value, changed_at = now()`,
        [name, JSON.stringify(value)],
      );
    },
  };
}

/** See `syncMemory`. */
export type SyncState = ReturnType<typeof syncState>;
