import { readDatabaseEnv } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { requeueSetAside } from '../src/filing/delivery/queue.ts';

// `npm run requeue`: sends submissions again that Airtable refused, after the base was corrected.
const db = openDatabase(readDatabaseEnv().url);
console.log(`Đưa lại vào hàng đợi: ${await requeueSetAside(db)} hồ sơ.`);
await db.end();
