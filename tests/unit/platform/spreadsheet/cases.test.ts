import { readFile as readBytes } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readMonthCell } from '../../../../src/filing/batches/months.ts';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';

const read = async (name: string) => readFile(await readBytes(`tests/fixtures/cases/${name}`));

async function sheetOf(name: string) {
  const file = await read(name);
  if (!file.ok) throw new Error(file.message);
  return file.sheets[0];
}

const heading = (rows: readonly (readonly string[])[]) => rows.findIndex(([first]) => first === 'TT');

for (const [name, headingAt, below] of [
  ['backslash-paths.xlsx', 0, ['Đơn vị minh hoạ 01']],
  ['column-number-row.xlsx', 0, ['(2)', 'Người thử 01']],
  ['footer-rows.xlsx', 0, ['Người thử 01', 'Tổng cộng: 01 người', 'Danh sách này có 01 đồng chí./.', '']],
  ['heading-at-line-10.xlsx', 9, ['Người thử 01']],
  ['section-rows.xlsx', 0, ['Phòng thứ nhất', 'Người thử 01', 'Phòng thứ hai', 'Người thử 02']],
  ['utf16be.txt', 0, ['Người thử 01']],
  ['title-comma-semicolon.csv', 1, ['Người thử 01']],
] as const) {
  test(`${name}: each row stands in its place, each cell in its column`, async () => {
    const { rows, unread } = await sheetOf(name);
    expect(heading(rows)).toBe(headingAt);
    expect(rows.slice(headingAt + 1).map(([, second = '']) => second)).toEqual(below);
    expect(unread).toBeUndefined();
  });
}

test('a title with a comma stays one cell above a table with semicolons', async () => {
  const { rows } = await sheetOf('title-comma-semicolon.csv');
  expect(rows[0]).toEqual(['Danh sách đề cử, năm 2026']);
  expect(rows[1]).toHaveLength(11);
});

test('text in the encoding of old Windows is sent back with what to do', async () => {
  expect(await read('ansi1258.csv')).toEqual({ ok: false, message: expect.stringContaining('CSV UTF-8') });
});

test('days that are written as days are months to the reader of months', async () => {
  const [, row = []] = (await sheetOf('iso-date-cell.xlsx')).rows;
  expect(row.slice(10, 12).map(readMonthCell)).toEqual(['7/2026', '10/2026']);
});

test('merged cells are told: the text stands in the first', async () => {
  const { rows, merges } = await sheetOf('merged-cells.xlsx');
  expect(merges).toEqual([{ row: 1, column: 3, rows: 2, columns: 1 }]);
  expect([rows[1]?.[3], rows[2]?.[3]]).toEqual(['1.1', '']);
});

test('escapes of characters are read, and an escaped escape is text', async () => {
  const [, row = []] = (await sheetOf('x-escapes.xlsx')).rows;
  expect(row[1]).toBe('Đơn vị minh hoạ _x000D_ 01');
  expect(row[9]).toBe('Dòng 1\nDòng 2');
});
