import { setUpBase } from '../src/back-office/airtable/set-up-base.ts';
import { readAirtableEnv } from '../src/platform/env.ts';
import { openBase } from './local-system/base-client.ts';

// `npm run base`: creates or completes the tables of the Airtable base and reports where it differs.
const { created, drift } = await setUpBase(openBase(readAirtableEnv()));
console.log(created.length > 0 ? `Đã tạo:\n- ${created.join('\n- ')}` : 'Không thiếu bảng hay cột nào.');
if (drift.length > 0) console.log(`Khác với mã nguồn (không thay đổi gì):\n- ${drift.join('\n- ')}`);
