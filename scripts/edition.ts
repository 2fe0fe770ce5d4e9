import { readAdoptions } from '../src/gallery/adoptions/server/store.ts';
import { EditionTakenError, takeEdition } from '../src/gallery/open-data/server/editions.ts';
import { withPhotos } from '../src/gallery/photos/with-photos.ts';
import { readPublished } from '../src/gallery/stories/server/store.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { databaseAt } from '../src/platform/postgres.ts';

// `npm run edition -- 2026`: freezes what the data hold of published stories now as the edition of that year. It never changes
// afterwards; the next build publishes it.
const year = Number(process.argv[2]);
const db = databaseAt(readDatabaseEnv());

async function run(): Promise<number> {
  if (!Number.isInteger(year) || year < 2026 || year > 2031) {
    console.error('Cách dùng: npm run edition -- 2026');
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
  try {
    for (const [dataSet, rows] of await takeEdition(db, year, sources))
      console.log(`${dataSet}: ${rows} dòng đã chốt cho năm ${year}.`);
  } catch (error) {
    if (!(error instanceof EditionTakenError)) throw error;
    console.error(error.message);
    return 1;
  }
  console.log('Lần dựng trang tới sẽ đăng bản này ở trang Dữ liệu mở.');
  return 0;
}

const code = await run();
await db.end();
process.exit(code);
