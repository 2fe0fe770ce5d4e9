import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openDatabase } from '../../../src/platform/postgres.ts';
import { expect, test } from '../../fixtures/database.ts';
import { onServer } from '../../fixtures/test-server.ts';

test('a short season with every fault ends with base, database and site in agreement', async ({
  postgres,
}) => {
  test.slow();
  const admin = openDatabase(postgres.url);
  const name = `season_${crypto.randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  // A process of its own: it moves its clock.
  const env = { ...process.env, SEASON_SIZE: 'short', SEASON_DATABASE: onServer(postgres.url, name) };
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/season.ts', '4'], { env });
  expect(stdout).toContain('everything agrees');
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});
