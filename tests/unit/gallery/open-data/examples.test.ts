import { execFile, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import { examplesOf } from '../../../../src/gallery/open-data/examples.ts';
import { csvOf, workbookOf } from '../../../../src/gallery/open-data/files.ts';
import { readText } from '../../../../src/platform/spreadsheet/read-text.ts';
import { askDuckDb, isPowerQuery } from '../../../fixtures/data-tools.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';
import { serveTables } from './serve-tables.ts';
import { inventedSources } from './sources.ts';

// DuckDB and the parser of Excel's queries come from packages; another tool that this machine does not have is skipped.

const run = promisify(execFile);
const isThere = (command: string) => spawnSync(command, ['--version']).status === 0;
/** LibreOffice may be there without its spreadsheet program, of which this is the library. */
function hasCalc(): boolean {
  const { stdout } = spawnSync('which', ['soffice'], { encoding: 'utf8' });
  return stdout.trim() !== '' && existsSync(join(dirname(realpathSync(stdout.trim())), 'libsclo.so'));
}

const set = dataSets.find(({ id }) => id === 'chi-so');
if (!set) throw new RangeError('chi-so');
const rows = set.rowsOf(inventedSources).length;
const codeFor = (name: string, origin = inventedSources.origin) =>
  examplesOf(set, origin).find(({ tool }) => tool === name)?.code ?? '';

const tools = [
  { tool: 'Python', command: 'python3', option: '-c', says: `${rows} dòng` },
  { tool: 'R', command: 'Rscript', option: '-e', says: `[1] ${rows}` },
  { tool: 'curl, jq', command: 'jq', shell: 'bash', option: '-c', says: String(rows) },
] as const;

for (const { tool, command, option, says, ...more } of tools)
  test(`the example for ${tool} reads the table as it stands`, async () => {
    test.skip(!isThere(command), `needs ${command}`);
    const { origin, stop } = await serveTables({ withMark: true });
    const { stdout } = await run('shell' in more ? more.shell : command, [option, codeFor(tool, origin)]);
    stop();
    expect(stdout.trim()).toBe(says);
  });

test('the example for DuckDB reads the table', async () => {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'chi-so.csv');
  await writeFile(file, csvOf(set, inventedSources));
  // The file stands for its address: over HTTP, DuckDB downloads an extension first.
  const code = codeFor('DuckDB').replace(/'https?:[^']*'/, `'${file}'`);
  expect(await askDuckDb(code)).toEqual([[String(rows)]]);
  const figures = await askDuckDb(`SELECT "Trước", "Sau (số)" + 1 FROM read_csv('${file}') LIMIT 1`);
  expect(figures, 'as written, and as a number').toEqual([['1.240', '656']]);
  await folder.remove();
});

test('the example for Excel is a query that Excel can read, of the address of the table', async () => {
  const code = codeFor('Excel (Power Query)');
  expect(await isPowerQuery(code)).toBe(true);
  expect(code).toContain(`"${new URL('/api/v1/chi-so.csv', inventedSources.origin).href}"`);
  expect(await isPowerQuery(code.replace('in\n', '')), 'the parser refuses what is no query').toBe(false);
});

test('a spreadsheet program reads the workbook and the CSV with all rows, tones and figures as written', async () => {
  test.skip(!hasCalc(), 'needs LibreOffice Calc');
  const folder = await temporaryFolder();
  const profile = `-env:UserInstallation=file://${join(folder.path, 'profile')}`;
  await writeFile(join(folder.path, 'bang.xlsx'), workbookOf(set, inventedSources));
  const options = [
    profile,
    '--headless',
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76',
    '--outdir',
  ];
  await run('soffice', [...options, folder.path, join(folder.path, 'bang.xlsx')]);
  const table = readText(await readFile(join(folder.path, 'bang.csv'), 'utf8'));
  expect(table).toHaveLength(rows + 1);
  expect(table[0]).toEqual(set.columns.map(({ title }) => title));
  const [before, after] = ['before', 'after'].map((key) => set.columns.findIndex((each) => each.key === key));
  expect([table[1]?.[before ?? 0], table[1]?.[after ?? 0]]).toEqual(['1.240', '655']);
  await folder.remove();
});
