import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { expect, test } from '../../fixtures/database.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { reportOf, shownReport, storeFilings } from '../../fixtures/unit-filings.ts';
import { readWord } from '../../fixtures/word-report.ts';

const mostMs = 5_000;

/** Runs the command; resolves with what it said and how long it took. */
async function rollUp(databaseUrl: string, folder: string): Promise<{ said: string; ms: number }> {
  const began = performance.now();
  const command = spawn(process.execPath, ['scripts/roll-up.ts', '2027', folder], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SITE_URL: 'https://thi-dua.example.vn',
      RECEIPT_SECRET: 'thử'.repeat(20),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(command.stdout), once(command, 'exit')]);
  expect(command.exitCode).toBe(0);
  return { said, ms: performance.now() - began };
}

test('npm run roll-up puts the reports of all units together, with the draft reports, within five seconds', async ({
  db,
  databaseUrl,
}) => {
  await storeFilings(
    db,
    owingUnits.map(({ code }, at) => ({
      shown: shownReport(code, 2027, '2028-01-10'),
      report: reportOf({ models: at, adopted: 1, results: 'Kết quả '.repeat(200) }),
    })),
  );
  const folder = await temporaryFolder();
  const { said, ms } = await rollUp(databaseUrl, folder.path);
  expect(said).toContain(`${owingUnits.length} báo cáo; 0 trên ${owingUnits.length} đơn vị phải báo cáo`);
  expect((await readdir(folder.path)).toSorted()).toEqual([
    'bao-cao-nam-2027.csv',
    'bao-cao-nam-2027.docx',
    'bao-cao-nam-2027.xlsx',
    'bao-cao-so-ket-2027.docx',
  ]);
  const draft = readWord(await readFile(join(folder.path, 'bao-cao-nam-2027.docx')));
  const total = ((owingUnits.length - 1) * owingUnits.length) / 2;
  expect(draft.text).toContain(total.toLocaleString('vi'));
  // A busy machine may be slow once.
  const best = ms < mostMs ? ms : Math.min(ms, (await rollUp(databaseUrl, folder.path)).ms);
  expect(best).toBeLessThan(mostMs);
  await folder.remove();
});
