import { noteAct } from '../src/back-office/log/server/note-act.ts';
import { eraseSubmission } from '../src/filing/privacy/erase.ts';
import { exportSubmission } from '../src/filing/privacy/export.ts';
import { parseReceiptCode } from '../src/filing/receipts/server/receipt-code.ts';
import { readDatabaseEnv } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';

// `npm run personal-data -- export|erase <code>`: a person's right to see and to have erased what concerns a code
// (Luật 91/2025/QH15, Điều 4). Exit code 1 for an unknown code.
const [task, typed = ''] = process.argv.slice(2);
const code = parseReceiptCode(typed);
const db = openDatabase(readDatabaseEnv().url);

async function run(): Promise<boolean> {
  if (!code || (task !== 'export' && task !== 'erase')) {
    console.error('Cách dùng: npm run personal-data -- export|erase DN26-XXXX-XXXX-XX');
    return false;
  }
  if (task === 'export') {
    await noteAct(db, 'xuat-du-lieu', code);
    const held = await exportSubmission(db, code);
    console.log(held === null ? `Không có hồ sơ ${code}.` : JSON.stringify(held, null, 2));
    return held !== null;
  }
  const erased = await eraseSubmission(db, code, 'yeu-cau');
  console.log(
    erased
      ? `Đã xóa hồ sơ ${code}. Tệp minh chứng và dòng trong Airtable được xóa ở lần đồng bộ tới; bài đã đăng trong “Điển hình”, nếu có, do Sở Nội vụ gỡ.`
      : `Không có hồ sơ ${code}.`,
  );
  return erased;
}

const done = await run();
await db.end();
process.exit(done ? 0 : 1);
