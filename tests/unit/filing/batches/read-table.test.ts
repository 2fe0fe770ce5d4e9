import { readFile as readBytes } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { batchForms, findBatchForm } from '../../../../src/filing/batches/batch-form.ts';
import { checkRow } from '../../../../src/filing/batches/check-rows.ts';
import { readTable } from '../../../../src/filing/batches/read-table.ts';
import { templateOf } from '../../../../src/filing/batches/template.ts';
import { filedTable, tableField } from '../../../../src/filing/batches/uploaded-table.ts';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';
import { readText } from '../../../../src/platform/spreadsheet/read-text.ts';
import { plainSheet } from '../../../../src/platform/spreadsheet/sheet.ts';
import { cleanText } from '../../../../src/vietnamese/clean-text.ts';
import { firstSheetRows } from '../../../fixtures/first-sheet.ts';
import { savedCells } from '../../../fixtures/libreoffice/saved-cells.ts';
import {
  cellsOf,
  goodCells,
  goodRows,
  headings,
  pastedTable,
  sharedPairs,
} from '../../../fixtures/tables.ts';

const collectives = () => {
  const form = findBatchForm('de-cu-tap-the');
  if (!form) throw new Error('The form is gone.');
  return form;
};

const read = (cells: string[][]) => readTable(collectives(), plainSheet(cells));

test('headings in any order, case and without tones; rows keep the numbers of the table', () => {
  const { rows, skipped, ignored } = read(cellsOf(pastedTable([goodCells('A', '7'), goodCells('B', '9')])));
  expect(rows.map(({ number, cells }) => [number, cells.name, cells.criteriaGroup])).toEqual([
    [7, 'A', '1.1'],
    [9, 'B', '1.1'],
  ]);
  expect(skipped).toMatchObject([{ line: 1, why: 'heading' }]);
  expect(ignored).toEqual([]);
});

test('headings in decomposed letters and with spaces that do not break are the same headings', () => {
  const odd = headings.map((heading) => heading.normalize('NFD').replaceAll(' ', '\u00a0'));
  const { rows } = read([odd, goodCells('Tổ\u00a0số'.normalize('NFD'))]);
  expect(rows[0]?.cells.name).toBe('Tổ số');
  expect(Object.keys(rows[0]?.cells ?? {})).toHaveLength(headings.length - 1);
});

test('without headings the columns stand as in the template, numbered or not', () => {
  const columns = collectives().columns.map(({ name }) => name);
  const cells = columns.map((name) => `ô ${name}`);
  for (const grid of [[cells], [['4', ...cells]]]) {
    expect(read(grid).rows[0]?.cells).toEqual(Object.fromEntries(columns.map((name) => [name, `ô ${name}`])));
  }
});

test('lines above the headings, the example and empty rows are no nominees; columns that no question has are named', () => {
  const { rows, skipped, ignored } = read([
    ['DANH SÁCH ĐỀ CỬ'],
    [''],
    [...headings, 'Ghi chú', ''],
    [...goodCells('Mẫu', 'VÍ DỤ')],
    ['', '', ' ', '\u200b'],
    [...goodCells('A', '1'), 'gấp', 'lạc'],
    ['2', ''],
  ]);
  expect(rows.map(({ cells }) => cells.name)).toEqual(['A']);
  expect(skipped).toMatchObject([
    { line: 1, why: 'above', text: 'DANH SÁCH ĐỀ CỬ' },
    { line: 3, why: 'heading' },
    { line: 4, why: 'example' },
    { line: 7, why: 'number-only' },
  ]);
  expect(ignored).toEqual(['“Ghi chú”', 'cột 13']);
});

test('rows whose own numbers do not name them are counted', () => {
  const { rows } = read([headings, goodCells('A', '1'), goodCells('B', '1'), goodCells('C', 'x')]);
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
});

for (const batch of batchForms) {
  test(`the template of ${batch.form.id} has every column, and its example is not filed`, () => {
    const table = readTable(batch, plainSheet(firstSheetRows(templateOf(batch))));
    expect(table.rows).toEqual([]);
    expect(table.skipped.map(({ why }) => why)).toEqual(['heading', 'example']);
    expect(table.ignored).toEqual([]);
    const [top = []] = firstSheetRows(templateOf(batch));
    const filled = readTable(batch, plainSheet([top, top.map((_, index) => `x${index}`)]));
    expect(Object.keys(filled.rows[0]?.cells ?? {})).toEqual(batch.columns.map(({ name }) => name));
  });
}

test('a row as people write it becomes the answers of the form', () => {
  const { rows } = read(cellsOf(pastedTable([goodCells('A')])));
  const [row] = rows;
  const checked = row && checkRow(collectives(), sharedPairs(), row);
  expect(checked).toMatchObject({
    ok: true,
    answers: {
      name: 'A',
      kind: 'co-quan-nha-nuoc',
      criteriaGroup: 'co-quan',
      criteria: ['iii-1-1-1', 'iii-1-1-3'],
      strands: ['ii-1', 'ii-3'],
      periodFrom: '2026-07',
      periodTo: '2026-10',
      sameAchievement: 'chua',
      summary: 'Một phòng mười người.\nLàm ở hai nơi.',
    },
  });
});

test('any cells are read, and no row with a word in it is dropped in silence', () => {
  const odd = fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    '1',
    'VÍ DỤ',
    'Tên tập thể được đề cử',
    '=1+1',
    'Cần sửa',
    ...headings,
  );
  const cell = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 12 }));
  const grid = fc.array(fc.array(cell, { maxLength: 24 }), { maxLength: 12 });
  fc.assert(
    fc.property(grid, (cells) => {
      const { rows, skipped } = read(cells);
      const first = cells.findIndex((row) => row.some((each) => cleanText(each) !== ''));
      const lines = cells
        .map((row, index) => ({ line: index + 1, row: row.map(cleanText) }))
        .filter(({ row }) => row.some((each) => each !== ''));
      const named = new Set(skipped.map(({ line }) => line));
      expect([rows.length + named.size, skipped.length]).toEqual([lines.length, named.size]);
      expect(first >= 0 || rows.length === 0).toBe(true);
    }),
    { numRuns: 200 },
  );
});

for (const [name, text] of [
  ['a million rows', 'a\n'.repeat(1_000_000)],
  ['a million cells in one row, and as many rows', `${'a\t'.repeat(400_000)}\n${'b\n'.repeat(400_000)}`],
  ['a million quotes', '"'.repeat(2_000_000)],
  ['quotes that begin and never end', '"a\t'.repeat(500_000)],
] as const) {
  test(`${name} are read or refused, and soon`, async () => {
    const began = performance.now();
    const pairs: [string, string][] = [[tableField, text]];
    const { rows, errors } = await filedTable(collectives(), { ok: true, answers: {}, pairs, files: [] });
    expect(rows.length > 0 || errors.length > 0).toBe(true);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
}

for (const filler of [' ', '1;', '1,', '\n', '|', '7 ', '"', 'a ']) {
  test(`a cell of two million letters “${filler}” is refused, and soon`, () => {
    const long = `7${filler.repeat(Math.floor(2_000_000 / filler.length))}7`;
    const began = performance.now();
    for (const { name } of collectives().columns) {
      const row = { number: 1, cells: { [name]: cleanText(long) } };
      expect(checkRow(collectives(), sharedPairs(), row).ok).toBe(false);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
}

test('a hundred long rows are read and checked soon', () => {
  const long = goodRows(100).map((row) =>
    row.map((cell, index) => (headings[index] === 'Thành tích' ? 'ế'.repeat(3000) : cell)),
  );
  const began = performance.now();
  const { rows } = read(readText(pastedTable(long)));
  const right = rows.filter((row) => checkRow(collectives(), sharedPairs(), row).ok);
  expect(right).toHaveLength(100);
  expect(performance.now() - began).toBeLessThan(4_000);
});

test('a table that LibreOffice saved, as workbook or as CSV, has every letter, zero and line that was in it', async () => {
  for (const name of ['bang.xlsx', 'bang.csv']) {
    const saved = await readBytes(`tests/fixtures/libreoffice/${name}`);
    const file = readFile(saved);
    expect(file.ok && read(file.sheets[0].rows)).toMatchObject({
      rows: [{ number: 1, cells: savedCells }],
      ignored: [],
    });
  }
});
