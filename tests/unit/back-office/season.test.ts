import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openDatabase } from '../../../src/platform/postgres.ts';
import { expect, test } from '../../fixtures/database.ts';
import { onServer } from '../../fixtures/test-server.ts';

/** Plays a short season in a process of its own, because it moves its clock. */
async function play(server: string, words: readonly string[]): Promise<string> {
  const admin = openDatabase(server);
  const name = `season_${crypto.randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  const env = { ...process.env, SEASON_SIZE: 'short', SEASON_DATABASE: onServer(server, name) };
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/season.ts', ...words], { env });
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  return stdout;
}

test('a short year with every fault ends with base, database, site, sums and coverage in agreement', async ({
  postgres,
}) => {
  test.setTimeout(900_000);
  expect(await play(postgres.url, ['4', '--year'])).toContain('everything agrees');
});
