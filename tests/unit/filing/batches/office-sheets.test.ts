import { expect, test } from '@playwright/test';
import { leftOutWords } from '../../../../src/filing/batches/left-out.ts';
import { plainTable } from '../../../../src/filing/batches/plain-table.ts';
import { readSheets } from '../../../../src/filing/batches/read-sheets.ts';
import { readText } from '../../../../src/platform/spreadsheet/read-text.ts';
import { plainSheet, type Sheet } from '../../../../src/platform/spreadsheet/sheet.ts';
import { form, nomineeNames, readOfficeTable } from '../../../fixtures/read-office-table.ts';
import { goodCells, headings } from '../../../fixtures/tables.ts';

test('hidden rows and columns are left out and named, with what to do', () => {
  const sheet = plainSheet([headings, goodCells('A', '1'), goodCells('B', '2'), goodCells('C', '3')]);
  const table = readOfficeTable({ ...sheet, hiddenRows: new Set([2]), hiddenColumns: new Set([7]) });
  expect(nomineeNames(table)).toEqual(['A', 'C']);
  expect(table.rows[0]?.cells.achievements).toBeUndefined();
  const words = leftOutWords(table).join('\n');
  for (const said of ['Dòng 3', 'dòng đang ẩn', 'bỏ ẩn rồi chọn lại', '“Thành tích” (cột đang ẩn'])
    expect(words).toContain(said);
});

test('the first visible sheet with the headings is read and named, the others are named with the reason', () => {
  const sheet = (name: string, rows: string[][], isHidden = false): Sheet => ({
    ...plainSheet(rows),
    name,
    isHidden,
  });
  const list = [headings, goodCells('A', '1')];
  const table = readOfficeTable(
    sheet('Bìa', [['DANH SÁCH']]),
    sheet('Cũ', list, true),
    sheet('DS', list),
    sheet('DS 2', list),
    sheet('Trống', []),
  );
  expect([table.sheet, nomineeNames(table), table.isPlain]).toEqual(['DS', ['A'], false]);
  expect(table.sheets).toEqual([
    { name: 'Bìa', why: 'no-headings' },
    { name: 'Cũ', why: 'hidden' },
    { name: 'DS 2', why: 'further' },
  ]);
  const hidden = readSheets(form, [sheet('Bìa', [['DANH SÁCH']]), sheet('Cũ', list, true)]);
  expect(hidden).toEqual({ message: expect.stringContaining('“Cũ” đang ẩn') });
});

test('two columns of one name: the second is named as not read', () => {
  const table = readOfficeTable([
    [...headings, 'Thành tích'],
    [...goodCells('A', '1'), 'khác'],
  ]);
  expect([table.ignored, table.isPlain]).toEqual([['“Thành tích” (cột thứ hai cùng tên)'], false]);
});

test('a table written back as text is read as the same rows and leaves nothing out', () => {
  const odd = ['Tổng cộng', 'I. Khối', 'NGƯỜI LẬP BIỂU', 'A\nB', '"'].map((name, index) =>
    goodCells(name, String(index + 1)),
  );
  const first = readOfficeTable([headings, ...odd]);
  const again = readOfficeTable(readText(plainTable(form, first.rows)));
  expect([again.rows, again.isPlain]).toEqual([first.rows, true]);
});
