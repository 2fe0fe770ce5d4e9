import { appendFile, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeKeptList } from '../../scripts/backup/kept-list.ts';
import { restoreBackup } from '../../scripts/backup/restore-backup.ts';
import { deleteOldBackups } from '../../scripts/backup/retention.ts';
import { takeBackup } from '../../scripts/backup/take-backup.ts';
import { migrate } from '../../scripts/local-system/migrations.ts';
import { postgresBlobs } from '../../src/filing/evidence/server/postgres-blobs.ts';
import { eraseSubmission } from '../../src/filing/privacy/erase.ts';
import { findSubmission, openSubmission } from '../../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { test as base, expect } from '../fixtures/database.ts';
import { type EmptyDatabase, withEmptyDatabase } from '../fixtures/empty-database.ts';
import { filedData, fileWithEvidence } from '../fixtures/filed-with-evidence.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { startTransactionPooler } from '../fixtures/transaction-pooler.ts';

const secret = 'bí mật của lần sao lưu, dài hơn ba mươi hai chữ';
const secrets = [secret];

/** Tests with a folder for backups and an empty database. */
const test = base.extend<{ folder: string; empty: EmptyDatabase }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  folder: async ({}, use) => {
    const { path, remove } = await temporaryFolder();
    await use(path);
    await remove();
  },
  empty: async ({ postgres }, use) => withEmptyDatabase(postgres.url, use),
});

const backUp = (db: Database, url: string, folder: string) =>
  takeBackup({ db, url, secret, evidence: 'postgres' }, folder);
const restore = ({ db, url }: EmptyDatabase, folder: string, opened = secrets) =>
  restoreBackup({ db, url, blobs: postgresBlobs(db), secrets: opened }, folder);
const opens = async (db: Database, code: string) => {
  const key = receiptKeys(db, secret).of(code);
  const later = receiptKeys(db, 'z'.repeat(40), secret);
  return (await openSubmission(code, key, { find: (one) => findSubmission(db, one), keys: later })) !== null;
};
test('a backup restores every row and file into an empty database; what was erased since stays erased', async ({
  db,
  databaseUrl,
  empty,
  folder,
}) => {
  const [erased = '', ...kept] = await fileWithEvidence(db, secret, 3);
  const [newer = ''] = kept;
  const backup = await backUp(db, databaseUrl, folder);
  await eraseSubmission(db, erased, 'yeu-cau');
  const [late = ''] = await fileWithEvidence(db, secret, 1);
  await eraseSubmission(db, late, 'yeu-cau');
  expect((await writeKeptList(db, folder)).erasures).toHaveLength(2);
  const { manifest, erased: replayed, migrated } = await restore(empty, backup, ['y'.repeat(40), secret]);
  expect({ replayed, migrated }).toEqual({ replayed: 2, migrated: [] });
  expect(manifest.tables.find(({ name }) => name === 'evidence_bytes')?.rows).toBe(3);
  expect(await filedData(empty.db)).toEqual(await filedData(db));
  for (const code of kept) expect(await opens(empty.db, code)).toBe(true);
  expect(await opens(empty.db, erased)).toBe(false);
  expect((await empty.db.query('select 1 from evidence_bytes')).rowCount).toBe(2);
  const { rows } = await empty.db.query('select code from erased_submissions order by code');
  expect(rows.map(({ code }) => code)).toEqual([erased, late].toSorted());
  expect(await opens(empty.db, newer)).toBe(true);
  // The site works on: a new submission is taken.
  expect(await fileWithEvidence(empty.db, secret, 1)).toHaveLength(1);
});

test('a restore goes through a pooler that pools by transaction, and leaves no setting on its connections', async ({
  db,
  databaseUrl,
  empty,
  folder,
}) => {
  const [code = ''] = await fileWithEvidence(db, secret, 1);
  await db.query(`update submissions set state = 'dang-xet' where code = $1`, [code]);
  const acts = async (of: Database) => (await of.query('select * from acts order by id')).rows;
  const backup = await backUp(db, databaseUrl, folder);
  const pooler = await startTransactionPooler(empty.url);
  await restore({ db: empty.db, url: pooler.url }, backup);
  expect(await acts(empty.db)).toEqual(await acts(db));
  expect(await acts(db)).not.toEqual([]);
  expect(await opens(empty.db, code)).toBe(true);
  expect(new Set(await pooler.left('thi_dua.restoring'))).toEqual(new Set(['']));
  // Of the first two, the role had no limit yet.
  const limits = (await pooler.left('statement_timeout')).slice(2);
  expect(new Set(limits)).toEqual(new Set(['10s']));
  await expect(empty.db.query('delete from acts')).rejects.toThrow('append-only');
  pooler.close();
});

test('a backup is for its owner alone, and holds neither the secret nor a key that opens a receipt', async ({
  db,
  databaseUrl,
  folder,
}) => {
  const [code = ''] = await fileWithEvidence(db, secret, 1);
  const backup = await backUp(db, databaseUrl, folder);
  for (const name of await readdir(backup)) {
    expect((await stat(join(backup, name))).mode & 0o077, name).toBe(0);
    const bytes = await readFile(join(backup, name), 'utf8');
    expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain(receiptKeys(db, secret).of(code));
  }
  expect((await stat(backup)).mode & 0o077).toBe(0);
});

test('a restore is refused before the first row: database in use, other secret, damaged or missing file', async ({
  db,
  databaseUrl,
  empty,
  folder,
}) => {
  await fileWithEvidence(db, secret, 1);
  const backup = await backUp(db, databaseUrl, folder);
  await expect(restore({ db, url: databaseUrl }, backup)).rejects.toThrow(/not empty/);
  await expect(restore(empty, backup, ['y'.repeat(40)])).rejects.toThrow(/RECEIPT_FORMER_SECRETS/);
  await rename(join(backup, 'deliveries.copy.gz'), join(backup, 'other'));
  await expect(restore(empty, backup)).rejects.toThrow(/deliveries\.copy\.gz/);
  await rename(join(backup, 'other'), join(backup, 'deliveries.copy.gz'));
  await appendFile(join(backup, 'submissions.copy.gz'), 'x');
  await expect(restore(empty, backup)).rejects.toThrow(/submissions\.copy\.gz/);
  expect((await empty.db.query(`select 1 from pg_class where relname = 'submissions'`)).rowCount).toBe(0);
});

test('old backups go, the newest stays however old it is', async ({ db, databaseUrl, folder }) => {
  const newest = await backUp(db, databaseUrl, folder);
  await rename(newest, join(folder, '20260101T000000Z'));
  expect(await deleteOldBackups(folder, 30, Date.parse('2026-12-01'))).toEqual([]);
  await backUp(db, databaseUrl, folder);
  expect(await deleteOldBackups(folder, 30, Date.parse('2026-01-30'))).toEqual([]);
  expect(await deleteOldBackups(folder, 30, Date.parse('2026-02-01'))).toEqual(['20260101T000000Z']);
  expect(await readdir(folder)).toHaveLength(2);
});

test('an older backup gets the tables of its time first, and newer migrations after its rows', async ({
  empty,
}) => {
  const all = await readdir('netlify/database/migrations');
  const names = all.map((file) => file.replace('.sql', '')).toSorted();
  expect(await migrate(empty.url, new Set(names.slice(0, 2)))).toEqual(names.slice(0, 2));
  expect(await migrate(empty.url)).toEqual(names.slice(2));
});
