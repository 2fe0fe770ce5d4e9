import { setTimeout as sleep } from 'node:timers/promises';

/** The migrations that the database lacks. Rejects while it is out of reach. */
export type LackingMigrations = () => Promise<readonly string[]>;

/** The database is there, and its schema is older than this code. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';

  constructor(lacking: readonly string[]) {
    super(`The database lacks ${lacking.join(', ')}. Run: npm run migrate`);
  }
}

/** Whether the database has the schema that this code wants. Once it has, it keeps it: migrations only go forward. */
export interface SchemaCheck {
  isComplete: () => boolean;
  /** Looks again and again. Resolves with true when the schema is complete, with false after `stop`. */
  completed: (everyMs: number, stop: AbortSignal, onFault: (error: unknown) => void) => Promise<boolean>;
}

/** Checks the schema of a database that may be away when a process starts. The same fault in a row is told once. */
export function schemaCheck(lacking: LackingMigrations): SchemaCheck {
  let isComplete = false;
  const look = async () => {
    const names = await lacking();
    if (names.length > 0) throw new SchemaError(names);
    isComplete = true;
  };
  return {
    isComplete: () => isComplete,
    completed: async (everyMs, stop, onFault) => {
      let told = '';
      while (!isComplete && !stop.aborted) {
        await look().catch((error: unknown) => {
          if (String(error) !== told) onFault(error);
          told = String(error);
        });
        if (!isComplete) await sleep(everyMs, undefined, { signal: stop }).catch(() => undefined);
      }
      return isComplete;
    },
  };
}
