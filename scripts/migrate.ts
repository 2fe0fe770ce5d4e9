import { readEnv, SettingsError } from '../src/platform/env.ts';
import { migrate } from './local-system/migrations.ts';

// `npm run migrate`: brings the database at DATABASE_URL up to date. Netlify Database does it by itself at deploy.
const { DATABASE_URL } = readEnv();
if (!DATABASE_URL) throw new SettingsError('Set DATABASE_URL to the PostgreSQL server to migrate.');
const applied = await migrate(DATABASE_URL);
console.log(applied.length > 0 ? `Đã áp dụng: ${applied.join(', ')}` : 'Cơ sở dữ liệu đã mới nhất.');
