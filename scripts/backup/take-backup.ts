import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { receiptKeys } from '../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { writeChecksums } from './checksums.ts';
import { copyOut, inSnapshot } from './copy.ts';
import { writeKeptList } from './kept-list.ts';
import { copyFile, type Manifest, writeManifest } from './manifest.ts';
import { tablesOf } from './tables.ts';

/** A backup tells by it whether a secret is the one whose receipts it holds. */
export const checkedId = 'backup';

/** The database has numbers that count by themselves, which a backup of rows would forget. */
class SequenceError extends Error {
  override readonly name = 'SequenceError';
}

/** What a backup is made of. */
interface BackupSource {
  db: Database;
  url: string;
  /** The secret of receipts. It is not written anywhere. */
  secret: string | undefined;
  evidence: Manifest['evidence'];
}

async function refuseSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public'`,
  );
  if (rows.length > 0)
    throw new SequenceError(
      `Teach scripts/backup/ about sequences: ${rows.map(({ name }) => name).join(', ')}.`,
    );
}

async function copyTables(
  client: pg.Client,
  folder: string,
): Promise<Pick<Manifest, 'tables' | 'migrations'>> {
  await refuseSequences(client);
  const { rows: migrations } = await client.query<{ name: string }>(
    'select name from netlify.migrations order by name',
  );
  const tables: Manifest['tables'] = [];
  for (const table of await tablesOf(client))
    tables.push({ ...table, ...(await copyOut(client, table, join(folder, copyFile(table.name)))) });
  return { migrations: migrations.map(({ name }) => name), tables };
}

/**
 * Writes the database as it is at one moment into a new folder below `folder`, and resolves with its path. A backup that fails
 * leaves no folder that looks like a backup.
 */
export async function takeBackup(
  { db, url, secret, evidence }: BackupSource,
  folder: string,
): Promise<string> {
  const takenAt = new Date().toISOString();
  const name = takenAt.replaceAll(/[-:]|\.\d+/g, '');
  const work = join(folder, `.${name}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const copied = await inSnapshot(client, () => copyTables(client, work));
    const keyCheck = secret === undefined ? null : receiptKeys(db, secret).of(checkedId);
    await writeManifest(work, { format: 1, takenAt, ...copied, evidence, keyCheck });
    await writeChecksums(work);
    await writeKeptList(db, folder);
    await rename(work, join(folder, name));
  } finally {
    await client.end();
    await rm(work, { recursive: true, force: true });
  }
  return join(folder, name);
}
