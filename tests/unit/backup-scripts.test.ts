import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { freePort } from '../../scripts/local-system/postgres.ts';
import { deleteUnwanted } from '../../src/filing/evidence/server/delete-unfiled.ts';
import { postgresBlobs } from '../../src/filing/evidence/server/postgres-blobs.ts';
import { eraseSubmission } from '../../src/filing/privacy/erase.ts';
import { receiptKeys } from '../../src/filing/receipts/server/receipt-key.ts';
import { test as base, expect } from '../fixtures/database.ts';
import { type EmptyDatabase, withEmptyDatabase } from '../fixtures/empty-database.ts';
import { filedData, fileWithEvidence } from '../fixtures/filed-with-evidence.ts';
import { type Machine, makeMachine } from '../fixtures/machine.ts';
import { placeSite } from '../fixtures/server/small-site.ts';

/** A machine with settings for a database of its own, without a table. */
interface Place {
  machine: Machine;
  empty: EmptyDatabase;
  settings: () => Promise<Record<string, string | undefined>>;
}

async function withPlace(serverUrl: string, use: (place: Place) => Promise<void>): Promise<void> {
  await withEmptyDatabase(serverUrl, async (empty) => {
    const machine = await makeMachine();
    machine.install();
    const at = (path: string) => join(machine.root, path);
    await machine.set({
      DATABASE_URL: empty.url,
      AIRTABLE_TOKEN: 'thử',
      AIRTABLE_BASE_ID: 'appThu',
      BACKUP_FOLDER: at('var/backups/thi-dua'),
      SITE_BUILDS: at('var/lib/thi-dua/builds'),
    });
    await use({
      machine,
      empty,
      settings: async () => parseEnv(await readFile(at('etc/thi-dua/env'), 'utf8')),
    });
    await machine.remove();
  });
}

/** Tests with a machine whose data is lost, and the machine that takes its place. */
const test = base.extend<{ lost: Place; next: Place }>({
  lost: async ({ postgres }, use) => withPlace(postgres.url, use),
  next: async ({ postgres }, use) => withPlace(postgres.url, use),
});

test.skip(process.platform !== 'linux', 'The kit is for Linux: GNU tar, stat and find.');

/** Runs what a unit starts. */
async function startUnit({ machine }: Place, name: string) {
  const unit = await readFile(join(machine.root, 'etc/systemd/system', `${name}.service`), 'utf8');
  const of = (setting: string) => new RegExp(`^${setting}=(.*)$`, 'm').exec(unit)?.[1];
  return machine.run(
    `systemd-run --working-directory=${of('WorkingDirectory')} -p EnvironmentFile=${of('EnvironmentFile')} ${of('ExecStart')}`,
  );
}

/** The line of the runbook that restores a backup of this name. */
async function lineOfRunbook(name: string): Promise<string> {
  const runbook = await readFile('docs/van-hanh-2-gio-sang.md', 'utf8');
  const [line = ''] = /systemd-run [^`]* scripts\/restore\.ts [^`]*/.exec(runbook) ?? [];
  return line.replace('<tên thư mục>', name);
}

/** Every row of every table that a backup holds, but the log of acts: a restore writes there what it does again. */
async function rowsOf({ db }: EmptyDatabase): Promise<Record<string, unknown[]>> {
  const { rows } = await db.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relpersistence = 'p' and relname <> 'acts' and relnamespace = 'public'::regnamespace`,
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of rows)
    all[name] = (await db.query(`select to_jsonb(t) as row from ${name} t order by 1`)).rows;
  return all;
}

/** Statuses of these addresses from the server that the release of a machine starts. */
async function answersOf({ machine, settings }: Place, paths: readonly string[]): Promise<number[]> {
  const [port, monitor] = [await freePort(), await freePort()];
  const env = {
    ...(await settings()),
    PATH: process.env.PATH,
    SERVE_ROLES: 'site',
    PORT: String(port),
    INTERNAL_PORT: String(monitor),
    LOG_LEVEL: 'error',
  };
  const server = spawn(process.execPath, ['scripts/serve.ts'], {
    cwd: join(machine.root, 'opt/thi-dua/current'),
    env,
    stdio: 'inherit',
  });
  const ask = (at: number, path: string) =>
    fetch(`http://127.0.0.1:${at}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  try {
    await expect.poll(() => ask(monitor, '/ready')).toBe(200);
    const statuses: number[] = [];
    for (const path of paths) statuses.push(await ask(port, path));
    return statuses;
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

test('the scripts carry everything to an empty machine: rows, files, keys of receipts, and what was erased since', async ({
  lost,
  next,
}) => {
  expect(lost.machine.install().status).toBe(0);
  const keys = await lost.settings();
  const secret = String(keys['RECEIPT_SECRET']);
  const { db } = lost.empty;
  const [erased = '', ...kept] = await fileWithEvidence(db, secret, 3);
  const saved = await startUnit(lost, 'thi-dua-backup');
  expect([saved.status, saved.stderr]).toEqual([0, '']);
  await eraseSubmission(db, erased, 'yeu-cau');
  // What the next run of the sync deletes; and times of the list have milliseconds.
  await deleteUnwanted(db, postgresBlobs(db));
  await db.query(`update erased_submissions set erased_at = date_trunc('milliseconds', erased_at)`);
  const listed = await startUnit(lost, 'thi-dua-erasures');
  expect([listed.status, listed.stderr]).toEqual([0, '']);
  expect(listed.stdout).toContain('1 hồ sơ đã xóa');

  const backups = (place: Place) => join(place.machine.root, 'var/backups/thi-dua');
  await cp(backups(lost), backups(next), { recursive: true });
  const [name = ''] = (await readdir(backups(next))).filter((one) => one.endsWith('Z'));
  expect(next.machine.install(['--no-start']).status).toBe(0);
  // With the keys that its installation made, no receipt of before would open.
  const refused = next.machine.run(await lineOfRunbook(name));
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toContain('RECEIPT_FORMER_SECRETS');
  await next.machine.set({
    RECEIPT_SECRET: secret,
    RECEIPT_SIGNING_KEY: String(keys['RECEIPT_SIGNING_KEY']),
  });
  const restored = next.machine.run(await lineOfRunbook(name));
  expect([restored.status, restored.stderr]).toEqual([0, '']);
  expect(restored.stdout).toContain('đúng từng bảng như lúc sao lưu');
  expect(restored.stdout).toContain('xóa 1 hồ sơ');
  expect(await filedData(next.empty.db)).toEqual(await filedData(db));
  expect(await rowsOf(next.empty)).toEqual(await rowsOf(lost.empty));

  await mkdir(join(next.machine.root, 'var/lib/thi-dua/builds'), { recursive: true });
  await placeSite(join(next.machine.root, 'var/lib/thi-dua/builds'));
  const keyOf = receiptKeys(db, secret).of;
  const [code = ''] = kept;
  const receipt = (of: string, key: string) => `/api/submissions/${of}/proof.json?khoa=${key}`;
  expect(
    await answersOf(next, [
      '/ke-hoach/',
      ...kept.map((one) => receipt(one, keyOf(one))),
      receipt(code, keyOf('DN26-0000-0000-00')),
      receipt(erased, keyOf(erased)),
    ]),
  ).toEqual([200, ...kept.map(() => 200), 404, 404]);
});
