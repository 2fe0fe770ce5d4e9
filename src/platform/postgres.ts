import { getConnectionString } from '@netlify/database';
import pg from 'pg';

/** A pool of connections to PostgreSQL. */
export type Database = pg.Pool;

const connectTimeoutMs = 5_000;

/**
 * Opens the store: the server at `url`, else Netlify Database; with few connections, since each of many instances has its own.
 * Throws the driver's error at the first query when the server is out of reach.
 */
export function openDatabase(url: string | undefined): Database {
  const pool = new pg.Pool({
    connectionString: url ?? getConnectionString(),
    max: 5,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: 10_000,
    // A socket that died in silence must not hang a visitor past the platform's own limit.
    query_timeout: 12_000,
  });
  // An idle connection that dies (a server restart) must not end the process; the next query reconnects.
  pool.on('error', (error: Error) => console.error(`Postgres: idle connection lost: ${error.message}`));
  return pool;
}

/** A connection that dies in a transaction says so twice: to its query, and as an event that would end the process. */
const ignoreConnectionError = () => undefined;

/**
 * A connection with a transaction begun. An instance that slept may hold connections that the server has closed long
 * ago: the first of them is thrown away and another one asked for.
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

/** A connection that was closed long ago fails soon; what takes longer is another fault, and a visitor waits for it. */
const deadConnectionMs = 3_000;

/** Several connections may have died while an instance slept. */
const attempts = 3;

const isLostConnection = (error: unknown) =>
  !(error instanceof pg.DatabaseError) || error.code?.startsWith('57P') === true;

/** A pooler between us and the server may give each transaction another connection, which never saw the name. */
const unknownName = ['26000', '42P05'];

/**
 * One statement that may be done twice, in one round trip and a transaction of its own. An instance that slept may hold
 * connections that the server has closed long ago: where one is lost, the statement is sent again on another. With a
 * `name`, each connection plans it once.
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
 * Whether a table exists. The platform applies migrations when a build is published, so a build may find the database as
 * the version before left it.
 */
export async function hasTable(db: Database, name: string): Promise<boolean> {
  const { rows } = await db.query<{ found: string | null }>('select to_regclass($1)::text as found', [
    `public.${name}`,
  ]);
  return rows[0]?.found != null;
}
