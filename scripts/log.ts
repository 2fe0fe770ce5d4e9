import { actLine } from '../src/back-office/log/act.ts';
import { readLog, verifyLog } from '../src/back-office/log/server/read-log.ts';
import { readDatabaseEnv } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';

// `npm run log`: the newest entries of the log of who did what; `-- <code>`: those of a submission or story; `-- verify [digest]`:
// whether anything was changed, removed or inserted, and whether a digest that was printed earlier is still in the chain.
const [task, kept] = process.argv.slice(2);
const shownLines = 100;
const db = openDatabase(readDatabaseEnv().url);

async function run(): Promise<boolean> {
  if (task !== 'verify') {
    const acts = await readLog(db, task ?? null, shownLines);
    console.log(acts.length > 0 ? acts.map(actLine).join('\n') : 'Chưa có mục nào.');
    return true;
  }
  const { links, unlinked, last, faults } = await verifyLog(db, kept);
  console.log(`${links} mục trong chuỗi, ${unlinked} mục chưa vào chuỗi. Mã cuối chuỗi: ${last}`);
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'Nhật ký nguyên vẹn.' : 'Nhật ký KHÔNG nguyên vẹn.');
  return faults.length === 0;
}

const isWhole = await run();
await db.end();
process.exit(isWhole ? 0 : 1);
