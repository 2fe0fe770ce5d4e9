import { globSync, readFileSync } from 'node:fs';
import { migrate } from '../../../scripts/local-system/migrations.ts';
import { databaseAt, inTransaction, openDatabase, queryWithRetry } from '../../../src/platform/postgres.ts';
import { expect, test } from '../../fixtures/database.ts';
import { startStrictPooler } from '../../fixtures/strict-pooler.ts';
import { onServer } from '../../fixtures/test-server.ts';

const timeout = 'select current_setting($1) as value';

test('a connection asks for nothing that a pooler refuses', async ({ databaseUrl }) => {
  const pooler = await startStrictPooler(databaseUrl);
  const db = openDatabase(pooler.url);
  const { rows } = await queryWithRetry(db, 'select 1 as one', [], 'one');
  expect(rows).toEqual([{ one: 1 }]);
  expect(await migrate(pooler.url)).toEqual([]);
  await db.end();
  // The pooler of this test refuses as a real one: this option once stood in every connection.
  const old = new URL(pooler.url);
  old.searchParams.set('statement_timeout', '10000');
  const refused = openDatabase(old.href);
  await expect(refused.query('select 1')).rejects.toThrow('unsupported startup parameter: statement_timeout');
  await refused.end();
  pooler.close();
});

test('a statement of a transaction may last ten seconds, and the next one on that connection what the server says', async ({
  databaseUrl,
}) => {
  const db = openDatabase(databaseUrl, { connections: 1 });
  const within = await inTransaction(db, (client) => client.query(timeout, ['statement_timeout']));
  expect(within.rows).toEqual([{ value: '10s' }]);
  expect((await db.query(timeout, ['statement_timeout'])).rows).toEqual([{ value: '0' }]);
  await db.end();
});

test('a migrated database limits statements for the role of the site', async ({
  databaseUrl,
  db,
  postgres,
}) => {
  await db.query(`delete from netlify.migrations where name like '0029%'`);
  expect(await migrate(databaseUrl)).toEqual(['0029_statement_timeout']);
  // Past a pooler, whose connections began before.
  const later = openDatabase(onServer(postgres.url, new URL(databaseUrl).pathname.slice(1)));
  expect((await later.query(timeout, ['statement_timeout'])).rows).toEqual([{ value: '10s' }]);
  await later.end();
});

test('two runs of migrations at once apply each once', async ({ databaseUrl, db }) => {
  await db.query(`delete from netlify.migrations where name like '0029%'`);
  const applied = await Promise.all([migrate(databaseUrl), migrate(databaseUrl)]);
  expect(applied.flat()).toEqual(['0029_statement_timeout']);
});

test('the pool follows the address that the platform gives, and a request under way ends on its own', async ({
  databaseUrl,
}) => {
  const settings = { connections: 1, secret: 'a secret' };
  const before = databaseAt({ ...settings, url: databaseUrl });
  expect(databaseAt({ ...settings, url: databaseUrl })).toBe(before);
  const under = before.query('select pg_sleep(0.2), current_user as name');
  const moved = new URL(databaseUrl);
  moved.username = 'other';
  const after = databaseAt({ ...settings, url: moved.href });
  expect(after.options.connectionString).toBe(moved.href);
  expect(after.secret).toBe(before.secret);
  expect((await under).rows).toMatchObject([{ name: 'postgres' }]);
  expect((await before.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await Promise.all([before.end(), after.end()]);
});

test('a name that a pooler’s connection knows already costs nothing but time, after a long wait as well', async ({
  databaseUrl,
}) => {
  const db = databaseAt({ url: databaseUrl, connections: 1, secret: 'a secret' });
  await db.query('prepare "one-name" as select 1');
  const wait = db.query('select pg_sleep(3.2)');
  const asked = queryWithRetry(db, 'select $1::int as two', [2], 'one-name');
  await wait;
  expect((await asked).rows).toEqual([{ two: 2 }]);
  await db.end();
});

test('no statement leaves a setting on a connection, which a pooler gives to somebody else', () => {
  const lasting = /(?:['"`]|;)\s*(?:set (?!local\b|transaction\b)[\w.]+\s*(?:=|to\b)|(?:un)?listen \w)/;
  expect(lasting.test(`query("set statement_timeout = 0; set thi_dua.restoring = 'on'")`)).toBe(true);
  expect(lasting.test(`query('begin; set local statement_timeout = 0; analyze; commit')`)).toBe(false);
  const files = globSync(['{src,functions}/**/*.ts', 'scripts/*.ts', 'scripts/{backup,local-system}/*.ts']);
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => lasting.test(readFileSync(file, 'utf8')))).toEqual([]);
});
