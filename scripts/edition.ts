import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { freezeYear } from '../src/progress/years/server/freeze-year.ts';
import { keepYearPages } from '../src/progress/years/server/year-pages.ts';

// `npm run edition -- 2026`: freezes what the data hold of published stories now as the edition of that year, and closes the year:
// coverage, decisions, forms and legal texts as they are. `-- 2026 so-lieu` also releases the sums of the yearly reports. Neither
// changes afterwards; the next build publishes them.
const year = Number(process.argv[2]);
const withSums = process.argv[3] === 'so-lieu';
const db = databaseAt(readDatabaseEnv());

async function run(): Promise<number> {
  if (!Number.isInteger(year) || year < 2026 || year > 2031) {
    console.error('Cách dùng: npm run edition -- 2026 [so-lieu]');
    return 1;
  }
  await followSettings(db);
  const { siteUrl } = readEnv();
  const frozen = await freezeYear(db, year, { withSums, siteUrl, now: new Date() });
  const { isClosed, editions, paths, known } = frozen;
  console.log(
    isClosed ? `Đã chốt năm ${year}: /nam/${year}/.` : `Năm ${year} đã chốt trước đó và giữ nguyên.`,
  );
  if (isClosed) {
    const missing = await keepYearPages(db, year, { siteUrl, paths, known });
    console.log(`${paths.length - missing.length} trang giữ nguyên cho năm ${year}.`);
    if (missing.length > 0) console.error(`Không tải được từ ${siteUrl}: ${missing.join(' ')}`);
  }
  if (editions === 'unserved') {
    console.error(`Chưa chốt dữ liệu: không đọc được Kế hoạch ở ${siteUrl}. Hãy chạy lại khi trang đã mở.`);
    return 1;
  }
  if (editions === 'taken') {
    console.error(`Bản chốt dữ liệu năm ${year} đã có và không đổi được nữa.`);
    return isClosed ? 0 : 1;
  }
  for (const [dataSet, rows] of editions) console.log(`${dataSet}: ${rows} dòng đã chốt cho năm ${year}.`);
  console.log('Lần dựng trang tới sẽ đăng bản này ở trang Dữ liệu mở và trang Từng năm.');
  return 0;
}

const code = await run();
await db.end();
process.exit(code);
