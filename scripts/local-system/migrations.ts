import { applyMigrations } from '@netlify/dev';
import pg from 'pg';

/** Where the platform looks for them, too. */
const folder = 'netlify/database/migrations';

/**
 * Applies the migrations that a database lacks, each in a transaction, as Netlify does at deploy and with the same
 * record of what was applied. Returns their names.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = {
    exec: (sql: string) => client.query(sql),
    query: <Row>(sql: string, values?: unknown[]) => client.query<Row & pg.QueryResultRow>(sql, values),
  };
  try {
    // One at a time: two starts at once must not both apply the first file.
    await client.query('select pg_advisory_lock(113)');
    return await applyMigrations(
      {
        ...run,
        transaction: async (work) => {
          await client.query('begin');
          try {
            const result = await work(run);
            await client.query('commit');
            return result;
          } catch (error) {
            await client.query('rollback');
            throw error;
          }
        },
      },
      folder,
    );
  } finally {
    await client.end();
  }
}
