import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';
import { archive } from '../../../fixtures/hostile/sheets/archive.ts';
import { bombs, formattedRows } from '../../../fixtures/hostile/sheets/bombs.ts';
import { checkBounds, checkRead, damagedBooks } from '../../../fixtures/hostile/sheets/judge.ts';
import { workbooks } from '../../../fixtures/hostile/sheets/model.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

test('workbooks of all programs are read as they were written', () => {
  fc.assert(fc.property(workbooks, checkRead), { numRuns: 150 });
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

/** By how many megabytes reading these files, one after the other, raises the memory of a process of its own. */
async function peakMegabytes(paths: readonly string[]): Promise<number> {
  const script = 'tests/fixtures/hostile/sheets/peak-memory.ts';
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...paths]);
  return Number(stdout);
}

test('a small file that asks for much is answered soon and takes less than 150 MB; all of them take hardly more', async () => {
  test.slow();
  const folder = await temporaryFolder();
  const paths = Object.entries(bombs).map(([name, write]) => {
    const path = join(folder.path, name.replaceAll(/\W+/g, '-'));
    writeFileSync(path, write());
    return path;
  });
  expect(await peakMegabytes(paths)).toBeLessThan(250);
  for (const path of paths.slice(0, 4)) expect(await peakMegabytes([path]), path).toBeLessThan(150);
  await folder.remove();
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
