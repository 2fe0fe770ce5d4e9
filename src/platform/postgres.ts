import pg from 'pg';

/** How to reach a database, and with how many connections. */
export interface DatabaseSettings {
  /** The connection string. */
  url: string;
  /** Most connections at once. */
  connections: number;
  /** See `Database.secret`. */
  secret: string;
}

/** A pool of connections to PostgreSQL. */
export class Database extends pg.Pool {
  /** For digests that nobody with a copy of the database alone may compute. It outlives a change of the address. */
  readonly secret: string;

  constructor(config: pg.PoolConfig, secret: string) {
    super(config);
    this.secret = secret;
  }
}

const connectTimeoutMs = 5_000;
const statementTimeoutMs = 10_000;

/**
 * Opens a database. The first query throws the driver's error when the server is out of reach.
 *
 * The connection asks the server for no setting: a pooler, such as the one in front of a managed PostgreSQL, refuses every
 * start-up parameter that it does not know, `statement_timeout` among them. Migration 0029 and `inTransaction` set it.
 */
export function openDatabase(url: string, { connections = 5, secret = url } = {}): Database {
  const config: pg.PoolConfig = {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    // A silently dead socket must not hang a visitor's request past the platform's own limit.
    query_timeout: statementTimeoutMs + 2_000,
  };
  const pool = new Database(config, secret);
  // A lost idle connection (a server restart) must not end the process. The next query reconnects.
  pool.on('error', (error: Error) => console.error(`Postgres: idle connection lost: ${error.message}`));
  return pool;
}

/** The pools of this process, by their number of connections. */
const pools = new Map<number, { url: string; pool: Database }>();

/**
 * The pool of this process for a database: all functions that run in one process share it. To be asked for at each request,
 * because the platform may name another address for each. The connections to a former address close when they are idle.
 */
export function databaseAt({ url, connections, secret }: DatabaseSettings): Database {
  const known = pools.get(connections);
  if (known?.url === url) return known.pool;
  const pool = openDatabase(url, { connections, secret });
  pools.set(connections, { url, pool });
  return pool;
}

/** Closes the pools of `databaseAt`, each after the statements under way: the process ends. */
export async function closeDatabases(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map(({ pool }) => pool.end()));
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
    // One round trip. The setting ends with the transaction, so it is right behind a pooler, too.
    await client.query(`begin; set local statement_timeout = ${statementTimeoutMs}`);
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
      // A statement whose name was refused did not run, however long it had waited for its connection.
      const isDead = isLostConnection(error) && performance.now() - began <= deadConnectionMs;
      if (attempt === attempts || !(hasNoName || isDead)) throw error;
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
