import { readEnv } from '../src/env.ts';
import { openDatabase } from '../src/postgres.ts';
import { requeueSetAside } from '../src/submissions/queue.ts';

// `npm run requeue`: sends again what Airtable refused, once the base was mended.
const db = openDatabase(readEnv().DATABASE_URL);
console.log(`Đưa lại vào hàng đợi: ${await requeueSetAside(db)} hồ sơ.`);
await db.end();
