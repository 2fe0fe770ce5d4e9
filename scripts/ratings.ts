import { readDatabaseEnv } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { readRatings } from '../src/site/rating/store.ts';

// `npm run ratings`: how many visitors found each page useful, by month (Nghị định 224/2026, Điều 10).
const db = openDatabase(readDatabaseEnv().url);
console.table(await readRatings(db));
await db.end();
