import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Where the platform looks for them, too. */
const folder = 'netlify/database/migrations';

/** Netlify's own record of what was applied: a database can move from there to a machine of one's own. */
const record = `
  create schema if not exists netlify;
  create table if not exists netlify.migrations (
    name text primary key,
    applied_at timestamptz not null default now()
  )`;

async function missing(client: pg.Client): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d+_.+\.sql$/.test(name)).toSorted();
  const { rows: tables } = await client.query<{ found: string | null }>(
    `select to_regclass('netlify.migrations')::text as found`,
  );
  const { rows } = tables[0]?.found
    ? await client.query<{ name: string }>('select name from netlify.migrations')
    : { rows: [] };
  const applied = new Set(rows.map(({ name }) => name));
  return files.map((file) => file.replace(/\.sql$/, '')).filter((name) => !applied.has(name));
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The migrations that a database lacks, in their order. */
export const missingMigrations = (url: string): Promise<string[]> => connected(url, missing);

/**
 * Applies the migrations that a database lacks, each in a transaction, with the same record as Netlify. Returns their names.
 * Rejects at the first that fails; those before it stay.
 */
export const migrate = (url: string): Promise<string[]> =>
  connected(url, async (client) => {
    // One at a time: two starts at once must not both apply the first file.
    await client.query('select pg_advisory_lock(113)');
    await client.query(record);
    const names = await missing(client);
    for (const name of names) {
      const sql = await readFile(join(folder, `${name}.sql`), 'utf8');
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into netlify.migrations (name) values ($1)', [name]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    }
    return names;
  });
