import { globSync, readFileSync } from 'node:fs';
import { missingRows } from '../src/back-office/launch/missing.ts';
import { missingWords } from '../src/back-office/launch/missing-words.ts';
import { readSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { followRows } from '../src/vocabulary/owner-settings.ts';
import { missingSettings } from './launch-check/missing-settings.ts';

// `npm run launch-check`: lists what is missing before the site may open, by the person who must supply it. Exit code 1 until nothing is.
const db = openDatabase(readDatabaseEnv().url);
followRows(await readSettings(db));
await db.end();
const sources = globSync(['content/**/*.{mdx,json}', 'src/**/*.{astro,ts}'])
  .filter((path) => !path.startsWith('src/back-office/launch/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const missing = [...missingSettings(readEnv()), ...missingRows(new Date()), ...missingWords(sources)];
for (const [who, theirs] of Map.groupBy(missing, (one) => one.who)) {
  console.log(`\n${who} cần điền ${theirs.length} mục:`);
  for (const { what, where } of theirs) console.log(`- ${what}: ${where}`);
}
console.log(
  missing.length === 0
    ? 'Không còn mục nào trống: trang sẵn sàng ra mắt.'
    : `\nCòn ${missing.length} mục: trang CHƯA sẵn sàng ra mắt.`,
);
process.exit(missing.length === 0 ? 0 : 1);
