import { readEnv } from '../src/env.ts';
import { openDatabase } from '../src/postgres.ts';
import { readRatings } from '../src/ratings/store.ts';

// `npm run ratings`: how many visitors found each page useful, by month (Nghị định 224/2026, Điều 10).
const db = openDatabase(readEnv().DATABASE_URL);
console.table(await readRatings(db));
await db.end();
