import { DatabaseSync } from 'node:sqlite';

/** The stand-in's SQLite file could not be opened: the message says which and what to do. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError';
}

const layout = `
  CREATE TABLE IF NOT EXISTS tables (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    description TEXT,
    view_id TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS fields (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    table_id TEXT NOT NULL REFERENCES tables (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    description TEXT,
    options TEXT,
    UNIQUE (table_id, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS records (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    table_id TEXT NOT NULL REFERENCES tables (id),
    created_ms INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    cells TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS trash (
    id TEXT PRIMARY KEY,
    table_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    cells TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS records_by_table ON records (table_id, position);
`;

/** An open SQLite file in which the base is kept. */
export interface Database {
  sql: DatabaseSync;
  /** Runs `work` so that all of it is written, or, if it throws, nothing. */
  transaction<T>(work: () => T): T;
  /** Called after a transaction whose changes were undone. */
  onRollback(undone: () => void): void;
  close(): void;
}

/**
 * Opens, and if need be creates, the base's file.
 *
 * @param path a file, or `:memory:` for a base that ends with the process
 * @throws DatabaseUnavailableError
 */
export function openDatabase(path: string): Database {
  let sql: DatabaseSync;
  try {
    sql = new DatabaseSync(path);
    sql.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;',
    );
    sql.exec(layout);
  } catch (cause) {
    throw new DatabaseUnavailableError(
      `Cannot open the base kept in ${path}. Check that its folder exists and can be written, or delete the file to start afresh.`,
      { cause },
    );
  }
  const listeners: (() => void)[] = [];
  return {
    sql,
    onRollback: (undone) => void listeners.push(undone),
    transaction(work) {
      sql.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        sql.exec('COMMIT');
        return result;
      } catch (error) {
        sql.exec('ROLLBACK');
        for (const undone of listeners) undone();
        throw error;
      }
    },
    close: () => sql.close(),
  };
}
