import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import type { BlobStore } from '../../src/filing/evidence/server/blob-store.ts';
import { receiptKeys } from '../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { migrate } from '../local-system/migrations.ts';
import { checkChecksums, DamagedBackupError } from './checksums.ts';
import { copyIn, copyOut, inSnapshot } from './copy.ts';
import { replayErasures } from './erasures.ts';
import { readKeptList } from './kept-list.ts';
import { copyFile, type Manifest, readManifest } from './manifest.ts';
import { type Replayed, replayActs } from './replay-acts.ts';
import { checkedId } from './take-backup.ts';

/** A backup cannot be restored here; the message says what to change. Nothing was written. */
class RestoreRefusedError extends Error {
  override readonly name = 'RestoreRefusedError';
}

/** Where a backup is restored to. */
interface RestoreTarget {
  db: Database;
  url: string;
  blobs: BlobStore;
  /** The secret of receipts and those of earlier times. */
  secrets: readonly string[];
}

async function refuseUsed(db: Database): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'netlify') and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
  );
  if (rows.length > 0)
    throw new RestoreRefusedError('The database is not empty. Create a new one, and set DATABASE_URL to it.');
}

function refuseOtherKey({ db, secrets }: RestoreTarget, { keyCheck }: Manifest): void {
  if (keyCheck === null || receiptKeys(db, ...secrets).fits(checkedId, keyCheck)) return;
  throw new RestoreRefusedError(
    'No receipt of this backup would open. Set RECEIPT_SECRET to the secret of that time, or add it to RECEIPT_FORMER_SECRETS.',
  );
}

async function loadTables(client: pg.Client, folder: string, { tables }: Manifest): Promise<void> {
  // What is loaded was done before: it is no act for the log. Until the transaction ends, since the connection of a pooler is then
  // somebody else's, who could change what is only ever added to.
  await client.query(`set local thi_dua.restoring = 'on'`);
  // Migrations write rows, too; the backup has them as they became.
  await client.query(`truncate ${tables.map(({ name }) => `public.${name}`).join(', ')}`);
  for (const table of tables) {
    await copyIn(client, table, join(folder, copyFile(table.name)));
    const { rows, sha256 } = await copyOut(client, table);
    if (rows !== table.rows || sha256 !== table.sha256)
      throw new DamagedBackupError(
        `${table.name}: ${rows} rows were restored that are not those of the backup.`,
      );
  }
}

/** What a restore did. */
export interface Restored {
  manifest: Manifest;
  /** Codes that were erased after the backup, and are erased again. */
  erased: number;
  /** What people did after the backup, and is done again. */
  replayed: Replayed;
  /** Migrations that are newer than the backup. */
  migrated: string[];
}

/**
 * Restores a backup into an empty database, checks each table against the backup, brings the tables up to date, and does again
 * what no restore may undo: erasures, takedowns, answers of units, withdrawals. Rejects with RestoreRefusedError or DamagedBackupError before the first row stays.
 */
export async function restoreBackup(target: RestoreTarget, folder: string): Promise<Restored> {
  const { db, url, blobs } = target;
  await checkChecksums(folder);
  const manifest = await readManifest(folder);
  await refuseUsed(db);
  refuseOtherKey(target, manifest);
  const applied = await migrate(url, new Set(manifest.migrations));
  if (applied.length !== manifest.migrations.length)
    throw new RestoreRefusedError(
      `This version of the project lacks migrations of the backup: ${manifest.migrations.filter((name) => !applied.includes(name)).join(', ')}. Take a newer one.`,
    );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await inSnapshot(client, () => loadTables(client, folder, manifest));
    // A connection of its own again, where a pooler gives it: the limit of ten seconds is off for this statement alone.
    await client.query('begin; set local statement_timeout = 0; analyze; commit');
  } finally {
    await client.end();
  }
  const migrated = await migrate(url);
  const list = await readKeptList(dirname(resolve(folder)));
  const erased = await replayErasures(db, blobs, list);
  const replayed = await replayActs(db, list);
  return { manifest, erased, replayed, migrated };
}
