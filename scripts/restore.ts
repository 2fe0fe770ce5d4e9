import { join } from 'node:path';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { readDatabaseEnv, readEnv, readEvidencePlace, readReceiptSecrets } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { backupNames } from './backup/retention.ts';

// `npm run restore -- <folder>`: a backup into the empty database at DATABASE_URL; without a folder, the newest of BACKUP_FOLDER.
process.env.EVIDENCE_STORE ||= 'postgres';
const { BACKUP_FOLDER: backups } = readEnv();
const newest = async () => (await backupNames(backups)).at(-1);
const given = process.argv[2] ?? join(backups, (await newest()) ?? '');
const { url } = readDatabaseEnv();
const db = openDatabase(url);
try {
  const blobs = chooseBlobs(readEvidencePlace(), db);
  const { manifest, erased, replayed, migrated } = await restoreBackup(
    { db, url, blobs, secrets: readReceiptSecrets() },
    given,
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Đã khôi phục bản ${manifest.takenAt}: ${manifest.tables.length} bảng, ${rows} dòng, đúng từng bảng như lúc sao lưu.`,
  );
  console.log(
    `Đã làm lại việc sau lúc sao lưu: xóa ${erased} hồ sơ, gỡ khẩn cấp ${replayed.takedowns} bài, ghi ${replayed.answers} trả lời của đơn vị, rút ${replayed.withdrawals} phiếu. Cập nhật lược đồ mới hơn: ${migrated.join(', ') || 'không có'}.`,
  );
} finally {
  await db.end();
}
