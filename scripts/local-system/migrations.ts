import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Where the platform looks for them, too. */
const folder = 'netlify/database/migrations';

/** A migration could not be applied; the cause is the server's error. None of it was applied. */
class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** The record of what was applied: the same table as Netlify's own, so that either may go on where the other ended. */
const createRecord = `
  create schema if not exists netlify;
  create table if not exists netlify.migrations (
    name text primary key,
    applied_at timestamptz not null default now()
  );`;

/**
 * Applies one migration in a transaction, unless it was applied. One run at a time: two starts at once must not both apply it. The
 * lock and the limit end with the transaction, so they are right behind a pooler, too.
 */
async function applyOnce(client: pg.Client, name: string): Promise<boolean> {
  try {
    await client.query('begin; select pg_advisory_xact_lock(113); set local statement_timeout = 0');
    await client.query(createRecord);
    const { rowCount } = await client.query('select from netlify.migrations where name = $1', [name]);
    if (rowCount === 0) {
      await client.query(await readFile(join(folder, `${name}.sql`), 'utf8'));
      await client.query('insert into netlify.migrations (name) values ($1)', [name]);
    }
    await client.query('commit');
    return rowCount === 0;
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationError(`The migration ${name} could not be applied: ${String(cause)}`, { cause });
  }
}

/**
 * Applies the migrations that a database lacks, or those of them that are `wanted`, in their order, as Netlify does at deploy.
 * Resolves with their names.
 */
export async function migrate(url: string, wanted?: ReadonlySet<string>): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /^\d+_.+\.sql$/.test(file));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const applied: string[] = [];
    for (const name of files.map((file) => file.slice(0, -'.sql'.length)).toSorted())
      if ((!wanted || wanted.has(name)) && (await applyOnce(client, name))) applied.push(name);
    return applied;
  } finally {
    await client.end();
  }
}

const patienceMs = 5_000;

/** The migrations that a database lacks, in their order. Rejects within seconds when it is out of reach. */
export async function missingMigrations(url: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((file) => /^\d+_.+\.sql$/.test(file));
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ found: string | null }>(
      `select to_regclass('netlify.migrations')::text as found`,
    );
    const record = rows[0]?.found
      ? await client.query<{ name: string }>('select name from netlify.migrations')
      : { rows: [] };
    const applied = new Set(record.rows.map(({ name }) => `${name}.sql`));
    return names.filter((name) => !applied.has(name)).toSorted();
  } finally {
    await client.end();
  }
}
