import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noteAct } from '../src/back-office/log/server/note-act.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readReceiptSecret } from '../src/platform/env.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { movementYears } from '../src/progress/filing.ts';
import { rollUpPage, rollUpQuery } from '../src/progress/reports/link.ts';
import { figures, sumOf } from '../src/progress/reports/roll-up.ts';
import {
  draftOf,
  phaseOccasion,
  readRollUps,
  yearsOf,
} from '../src/progress/reports/server/roll-up-tools.ts';
import { rollUpCsv } from '../src/progress/reports/table.ts';
import { rollUpWorkbook } from '../src/progress/reports/workbook.ts';

// `npm run roll-up -- 2026 [thư mục]`: puts together the yearly reports that staff confirmed, writes the tables and the draft reports, and
// prints a private link for staff, good for 30 days.
const linkDays = 30;
const began = performance.now();
const [given, folder = '.local/tong-hop'] = process.argv.slice(2);
const year = movementYears.find((each) => String(each) === given);
const db = databaseAt(readDatabaseEnv());
const { siteUrl, isLocal } = readEnv();

async function run(): Promise<number> {
  if (!year) {
    console.error('Cách dùng: npm run roll-up -- 2026 [thư mục]');
    return 1;
  }
  await followSettings(db);
  const [rolled] = await readRollUps(db, [year], isLocal);
  if (!rolled) return 1;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const write = async (name: string, bytes: string | Uint8Array) => {
    await writeFile(join(folder, name), bytes, { mode: 0o600 });
    console.log(`Đã ghi ${join(folder, name)}`);
  };
  await write(`bao-cao-nam-${year}.xlsx`, rollUpWorkbook(rolled));
  await write(`bao-cao-nam-${year}.csv`, rollUpCsv([rolled]));
  for (const occasion of ['nam' as const, phaseOccasion(year)]) {
    const years = occasion ? yearsOf(year, occasion) : null;
    if (!occasion || !years) continue;
    const name = occasion === 'nam' ? `bao-cao-nam-${year}.docx` : `bao-cao-${occasion}-${year}.docx`;
    await write(name, await draftOf(db, { years, occasion }, new Date(), isLocal));
  }
  const { rows, missing, owing } = rolled;
  console.log(`${rows.length} báo cáo; ${missing.length} trên ${owing} đơn vị phải báo cáo chưa có.`);
  for (const { id, name } of figures) {
    const { total, given: units, blank } = sumOf(rows, id);
    console.log(`${name}: ${total} (${units} đơn vị ghi số, ${blank} để trống)`);
  }
  console.log(`Tổng hợp và soạn trong ${((performance.now() - began) / 1000).toFixed(1)} giây.`);
  const until = new Date(Date.now() + linkDays * 24 * 60 * 60 * 1000);
  const query = new URLSearchParams({
    nam: String(year),
    ...rollUpQuery(readReceiptSecret() ?? db.secret, { until }),
  });
  await noteAct(db, 'lien-ket-tong-hop', String(year));
  console.log(
    `Liên kết riêng cho cán bộ, dùng được ${linkDays} ngày: ${new URL(`${rollUpPage}?${query}`, siteUrl)}`,
  );
  return 0;
}

const code = await run();
await db.end();
process.exit(code);
