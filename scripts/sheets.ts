import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readAdoptions } from '../src/gallery/adoptions/server/store.ts';
import { centresOf } from '../src/gallery/map/centres.ts';
import { withPhotos } from '../src/gallery/photos/with-photos.ts';
import { modelsFor } from '../src/gallery/sheets/models-for.ts';
import { papers, sheetTypesetter } from '../src/gallery/sheets/server/sheet-pdf.ts';
import { sheetOf } from '../src/gallery/sheets/sheet.ts';
import { readPublished } from '../src/gallery/stories/server/store.ts';
import { newestFirst } from '../src/gallery/stories/story-terms.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { TypesetError } from '../src/platform/typeset/typeset.ts';
import { unitPath } from '../src/vocabulary/unit-path.ts';
import { communes } from '../src/vocabulary/units.ts';

// `npm run sheets -- <folder> [a4|a3] [code …]`: the sheet of each commune for its notice board, or of those named, as PDF: three
// published models near it, what to do, whom to ask.
const [folder, ...words] = process.argv.slice(2);
const paper = papers.find((each) => words.includes(each)) ?? 'a4';
const codes = words.filter((word) => /^\d+$/.test(word));
const asked = codes.length > 0 ? communes.filter(({ code }) => codes.includes(code)) : communes;
const db = databaseAt(readDatabaseEnv());

async function run(into: string): Promise<number> {
  const { isLocal, siteUrl } = readEnv();
  await followSettings(db);
  const stories = newestFirst(await withPhotos(db, await readPublished(db, { samples: isLocal })));
  const adoptions = await readAdoptions(db, isLocal);
  const centres = centresOf(await readFile('content/units/communes.topojson', 'utf8'));
  const set = sheetTypesetter(paper);
  await mkdir(into, { recursive: true });
  let refused = 0;
  let most = 0;
  for (const commune of asked) {
    const name = `to-tin-${basename(unitPath({ code: commune.code, name: commune.name }))}-${paper}.pdf`;
    try {
      const sheet = sheetOf(commune, modelsFor(commune.code, stories, adoptions, centres), new URL(siteUrl));
      const pdf = set(sheet);
      most = Math.max(most, pdf.length);
      await writeFile(join(into, name), pdf);
    } catch (error) {
      if (!(error instanceof TypesetError)) throw error;
      refused += 1;
      console.error(`${commune.fullName}: không sắp chữ được. ${error.message}`);
    }
  }
  console.log(
    `${asked.length - refused} tờ ở ${into}, lớn nhất ${Math.ceil(most / 1024)} KB, ${Math.round(process.uptime())} giây.`,
  );
  return refused === 0 && asked.length > 0 ? 0 : 1;
}

const code = folder ? await run(folder) : 1;
if (!folder) console.error('Cách dùng: npm run sheets -- <thư mục> [a4|a3] [mã xã, phường …]');
await db.end();
process.exit(code);
