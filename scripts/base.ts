import { noMemory, setUpBase } from '../src/back-office/airtable/set-up-base.ts';
import { isNewTexts, setUpRows } from '../src/back-office/airtable/set-up-rows.ts';
import { syncState } from '../src/back-office/sync/sync-state.ts';
import { readAirtableEnv, readEnv } from '../src/platform/env.ts';
import { hasTable, openDatabase } from '../src/platform/postgres.ts';
import { openBase } from './local-system/base-client.ts';

// `npm run base`: creates or completes the tables of the Airtable base and reports where it differs. Where there is a database, it
// remembers which columns staff renamed.
const env = readAirtableEnv();
const { DATABASE_URL } = readEnv();
const db = DATABASE_URL === undefined ? null : openDatabase(DATABASE_URL);
const remembers = db !== null && (await hasTable(db, 'sync_memory'));
const remembered = remembers ? { baseId: env.baseId, memory: syncState(db) } : undefined;
const base = openBase(env);
const { created, described, drift } = await setUpBase(base, remembered);
await setUpRows(base, remembered ?? { baseId: env.baseId, memory: noMemory }, isNewTexts(created));
await db?.end();
console.log(created.length > 0 ? `Đã tạo:\n- ${created.join('\n- ')}` : 'Không thiếu bảng hay cột nào.');
if (described.length > 0) console.log(`Đã ghi lại mô tả của ${described.length} cột.`);
if (drift.length > 0) console.log(`Khác với mã nguồn (không thay đổi gì):\n- ${drift.join('\n- ')}`);
