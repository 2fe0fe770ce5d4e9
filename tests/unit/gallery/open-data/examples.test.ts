import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import type { DataSet } from '../../../../src/gallery/open-data/data-set.ts';
import { examplesOf } from '../../../../src/gallery/open-data/examples.ts';
import { csvOf, jsonOf, workbookOf } from '../../../../src/gallery/open-data/files.ts';
import { readText } from '../../../../src/platform/spreadsheet/read-text.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';
import { inventedSources } from './sources.ts';

// A tool that this machine does not have is skipped: none is installed for the tests alone.

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

/** Serves the CSV and the JSON of the data set; resolves with where. */
async function serve(chosen: DataSet): Promise<{ origin: URL; stop: () => void }> {
  const server = createServer(({ url }, reply) =>
    reply.end(
      url?.endsWith('.csv')
        ? csvOf(chosen, inventedSources)
        : JSON.stringify(jsonOf(chosen, inventedSources, new Date(0))),
    ),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { origin: new URL(`http://127.0.0.1:${port}`), stop: () => server.close() };
}

const tools = [
  { tool: 'Python', command: 'python3', option: '-c', says: `${rows} dòng` },
  { tool: 'R', command: 'Rscript', option: '-e', says: `[1] ${rows}` },
  { tool: 'curl, jq', command: 'jq', shell: 'bash', option: '-c', says: String(rows) },
] as const;

for (const { tool, command, option, says, ...more } of tools)
  test(`the example for ${tool} reads the table as it stands`, async () => {
    test.skip(!isThere(command), `needs ${command}`);
    const { origin, stop } = await serve(set);
    const code = examplesOf(set, origin).find((example) => example.tool === tool)?.code ?? '';
    const { stdout } = await run('shell' in more ? more.shell : command, [option, code]);
    stop();
    expect(stdout.trim()).toBe(says);
  });

test('the example for DuckDB reads the table', async () => {
  test.skip(!isThere('duckdb'), 'needs duckdb');
  const folder = await temporaryFolder();
  const file = join(folder.path, 'chi-so.csv');
  await writeFile(file, csvOf(set, inventedSources));
  // The file stands for its address: over HTTP, DuckDB downloads an extension first.
  const code = examplesOf(set, inventedSources.origin).find(({ tool }) => tool === 'DuckDB')?.code ?? '';
  const { stdout } = await run('duckdb', [
    '-csv',
    '-noheader',
    '-c',
    code.replace(/'https?:[^']*'/, `'${file}'`),
  ]);
  expect(stdout.trim()).toBe(String(rows));
  await folder.remove();
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
