import { getConnectionString } from '@netlify/database';
import pg from 'pg';

/** A pool of connections to PostgreSQL. */
export type Database = pg.Pool;

const connectTimeoutMs = 5_000;

/**
 * Opens the store: the server at `url`, else Netlify Database. The pool is small, because each of many instances has one. The
 * first query throws the driver's error when the server is out of reach.
 */
export function openDatabase(url: string | undefined): Database {
  const pool = new pg.Pool({
    connectionString: url ?? getConnectionString(),
    max: 5,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: 10_000,
    // A silently dead socket must not hang a visitor's request past the platform's own limit.
    query_timeout: 12_000,
  });
  // A lost idle connection (a server restart) must not end the process. The next query reconnects.
  pool.on('error', (error: Error) => console.error(`Postgres: idle connection lost: ${error.message}`));
  return pool;
}

/** A connection that dies in a transaction fails its query and also emits an event, which would end the process. */
const ignoreConnectionError = () => undefined;

/**
 * Begins a transaction on a connection. After sleep, an instance may hold connections that the server has closed, so the
 * first failing connection is discarded and another one is requested.
 */
async function begin(db: Database, retries = 1): Promise<pg.PoolClient> {
  const client = await db.connect();
  client.on('error', ignoreConnectionError);
  try {
    await client.query('begin');
    return client;
  } catch (error) {
    client.release(true);
    if (retries === 0) throw error;
    return begin(db, retries - 1);
  }
}

/** Runs `work` in one transaction: committed when it resolves, undone when it throws. */
export async function inTransaction<T>(
  db: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await begin(db);
  try {
    const result = await work(client);
    await client.query('commit');
    client.off('error', ignoreConnectionError).release();
    return result;
  } catch (error) {
    // A connection in an unknown state is not given back to the pool.
    client.release(true);
    throw error;
  }
}

/** A connection closed long ago fails within this time. A slower failure has another cause and is not retried. */
const deadConnectionMs = 3_000;

/** Most tries of a statement: several connections may have died while the instance slept. */
const attempts = 3;

const isLostConnection = (error: unknown) =>
  !(error instanceof pg.DatabaseError) || error.code?.startsWith('57P') === true;

/** Errors of a named statement that is missing or already there: a pooler may switch connections per transaction. */
const unknownName = ['26000', '42P05'];

/**
 * Runs one statement that is safe to repeat, in one round trip and its own transaction. After sleep, an instance may hold
 * connections that the server has closed; the statement is then sent again on another connection. With a `name`, each
 * connection plans the statement once.
 */
export async function queryWithRetry<Row extends pg.QueryResultRow>(
  db: Database,
  text: string,
  values: unknown[],
  name?: string,
): Promise<pg.QueryResult<Row>> {
  const began = performance.now();
  let isNamed = name !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.query<Row>(isNamed ? { name, text, values } : { text, values });
    } catch (error) {
      const hasNoName = error instanceof pg.DatabaseError && unknownName.includes(error.code ?? '');
      const isLate = performance.now() - began > deadConnectionMs;
      if (attempt === attempts || isLate || !(hasNoName || isLostConnection(error))) throw error;
      isNamed &&= !hasNoName;
    }
  }
}

/**
 * Whether a table exists. The platform applies migrations when a build is published, so a build may find the database in the
 * state of the previous version.
 */
export async function hasTable(db: Database, name: string): Promise<boolean> {
  const { rows } = await db.query<{ found: string | null }>('select to_regclass($1)::text as found', [
    `public.${name}`,
  ]);
  return rows[0]?.found != null;
}
