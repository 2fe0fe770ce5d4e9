import { resumeCalls } from '../src/back-office/sync/airtable-rate-limit.ts';
import { requeueSetAside } from '../src/filing/delivery/queue.ts';
import { readDatabaseEnv } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';

// `npm run requeue`: sends submissions again that Airtable refused, after the base was corrected, and lets calls go on that were
// stopped for the month or for the token.
const db = openDatabase(readDatabaseEnv().url);
await resumeCalls(db);
console.log(`Đưa lại vào hàng đợi: ${await requeueSetAside(db)} hồ sơ.`);
await db.end();
