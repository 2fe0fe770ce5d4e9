import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';
import { archive } from '../../../fixtures/hostile/sheets/archive.ts';
import { bombs, formattedRows } from '../../../fixtures/hostile/sheets/bombs.ts';
import { checkBounds, checkRead, damagedBooks } from '../../../fixtures/hostile/sheets/judge.ts';
import { books } from '../../../fixtures/hostile/sheets/model.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

test('workbooks of all programs are read as they were written', () => {
  fc.assert(fc.property(books, checkRead), { numRuns: 150 });
});

test('damaged workbooks and any bytes are read or refused in words', () => {
  fc.assert(fc.property(damagedBooks, checkBounds), { numRuns: 150 });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), checkBounds));
  fc.assert(
    fc.property(
      fc.constantFrom('PK\u0003\u0004', '<table><tr>', '<?xml', '{', 'sep=', '\ufeff'),
      fc.string({ unit: 'binary' }),
      (mark, rest) => checkBounds(new TextEncoder().encode(mark + rest)),
    ),
  );
});

for (const [name, write] of Object.entries(bombs)) {
  test(`a small file that asks for much is answered soon: ${name}`, () => {
    checkBounds(write());
  });
}

/** By how many megabytes reading these, one after the other, raises the memory of a process of its own. */
async function peakMegabytes(names: readonly string[]): Promise<number> {
  const folder = await temporaryFolder();
  const paths = names.map(async (name, index) => {
    const path = join(folder.path, String(index));
    await writeFile(path, bombs[name]?.() ?? '');
    return path;
  });
  const script = 'tests/fixtures/hostile/sheets/peak-memory.ts';
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...(await Promise.all(paths))]);
  await folder.remove();
  return Number(stdout);
}

test('no such file takes 150 MB, and all of them together hardly more', async () => {
  test.slow();
  const names = Object.keys(bombs);
  for (const name of names.slice(0, 4)) expect(await peakMegabytes([name]), name).toBeLessThan(150);
  expect(await peakMegabytes(names)).toBeLessThan(250);
});

test('formatted rows without a word hide none that has one; where they are too many, they are named', () => {
  const file = readFile(formattedRows(150_000));
  expect(file).toMatchObject({ ok: true, sheets: [{ rows: [['TT']] }] });
  expect(file.ok && file.sheets[0].unread).toBeUndefined();
  const many = archive([
    { name: 'xl/worksheets/sheet1.xml', content: `<sheetData>${'<row/>'.repeat(2_000_000)}` },
    { name: 'xl/workbook.xml', content: '<sheet name="A"/>' },
  ]);
  expect(readFile(many)).toMatchObject({
    ok: true,
    sheets: [{ unread: expect.stringContaining('dòng trống được định dạng') }],
  });
});
