import { readAdoptions } from '../src/gallery/adoptions/server/store.ts';
import { EditionTakenError, takeEdition } from '../src/gallery/open-data/server/editions.ts';
import { withPhotos } from '../src/gallery/photos/with-photos.ts';
import { readPublished } from '../src/gallery/stories/server/store.ts';
import { coverage } from '../src/progress/coverage/coverage.ts';
import { readRollUps } from '../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../src/progress/server/store.ts';
import { closingDocument } from '../src/progress/years/closing.ts';
import { closeYear } from '../src/progress/years/server/closings.ts';
import { keepYearPages } from '../src/progress/years/server/year-pages.ts';
import { pathsOfYear } from '../src/progress/years/year-pages.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { dayInVietnam } from '../src/vietnamese/official-date.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { databaseAt } from '../src/platform/postgres.ts';

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
  const shown = { samples: false };
  const sources = {
    stories: await withPhotos(db, await readPublished(db, shown)),
    adoptions: await readAdoptions(db, shown.samples),
    withdrawn: [],
    clauses: [],
    origin: new URL(readEnv().siteUrl),
  };
  await followSettings(db);
  const now = new Date();
  const today = dayInVietnam(now);
  const [rolled] = await readRollUps(db, [year], shown.samples);
  const lines = coverage(await readFilings(db, shown.samples), today);
  const isClosed = rolled
    ? await closeYear(db, year, closingDocument(year, { stories: sources.stories, lines, rolled, withSums }))
    : false;
  console.log(
    isClosed ? `Đã chốt năm ${year}: /nam/${year}/.` : `Năm ${year} đã chốt trước đó và giữ nguyên.`,
  );
  if (isClosed) {
    const paths = pathsOfYear(year, sources.stories, now);
    const missing = await keepYearPages(db, year, readEnv().siteUrl, paths);
    console.log(`${paths.length - missing.length} trang giữ nguyên cho năm ${year}.`);
    if (missing.length > 0) console.error(`Không tải được từ ${readEnv().siteUrl}: ${missing.join(' ')}`);
  }
  try {
    for (const [dataSet, rows] of await takeEdition(db, year, sources))
      console.log(`${dataSet}: ${rows} dòng đã chốt cho năm ${year}.`);
  } catch (error) {
    if (!(error instanceof EditionTakenError)) throw error;
    console.error(error.message);
    return isClosed ? 0 : 1;
  }
  console.log('Lần dựng trang tới sẽ đăng bản này ở trang Dữ liệu mở và trang Từng năm.');
  return 0;
}

const code = await run();
await db.end();
process.exit(code);
