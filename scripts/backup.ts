import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { writeKeptList } from './backup/kept-list.ts';
import { deleteOldBackups } from './backup/retention.ts';
import { takeBackup } from './backup/take-backup.ts';

// `npm run backup`: the database at DATABASE_URL into a new folder below BACKUP_FOLDER. `npm run backup -- erasures`: only the list
// of what no restore may undo (kept-list.ts), which every restore reads.
const {
  BACKUP_FOLDER: folder,
  BACKUP_KEEP_DAYS: keepDays,
  EVIDENCE_STORE: evidence = 'postgres',
} = readEnv();
const { url } = readDatabaseEnv();
const db = openDatabase(url);
try {
  if (process.argv[2] === 'erasures') {
    const { erasures, takedowns, answers, withdrawals } = await writeKeptList(db, folder);
    console.log(
      `Danh sách không được mất khi khôi phục, trong ${folder}: ${erasures.length} hồ sơ đã xóa, ${takedowns.length} bài bị gỡ khẩn cấp, ${answers.length} trả lời của đơn vị, ${withdrawals.length} phiếu đã rút.`,
    );
  } else {
    const path = await takeBackup({ db, url, secret: readReceiptSecrets()[0], evidence }, folder);
    console.log(
      `Đã sao lưu vào ${path}. Tệp không mã hóa và không có RECEIPT_SECRET: hãy cất khóa ở nơi khác.`,
    );
    if (evidence === 's3') console.log('Tệp minh chứng nằm trong S3, không nằm trong bản sao lưu này.');
    const deleted = await deleteOldBackups(folder, keepDays);
    if (deleted.length > 0) console.log(`Đã xóa bản cũ hơn ${keepDays} ngày: ${deleted.join(', ')}.`);
  }
} finally {
  await db.end();
}
