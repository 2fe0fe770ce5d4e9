import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { noteField, noteWords } from '../../../../src/filing/batches/note.ts';
import { findNote } from '../../../../src/filing/batches/server/batch-notes.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { batchTools, fileRows, fileTable, storedNames } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { cellsOf, faultyCells, goodCells, headings, pastedTable } from '../../../fixtures/tables.ts';

const json = { accept: 'application/json' };

const workbook = (rows: string[][], ...more: { name: string; rows: string[][] }[]) =>
  writeWorkbook([{ name: 'DS', widths: [], rows }, ...more.map((sheet) => ({ widths: [], ...sheet }))]);

const withTotal = [['DANH SÁCH'], headings, goodCells('A', '1'), ['', 'Tổng cộng: 1 tập thể']];

test('a browser first sees how its table was understood and files it with a second press', async ({ db }) => {
  const tools = batchTools(db);
  const first = await fileTable(tools, '', { file: workbook(withTotal) });
  expect(first.status).toBe(422);
  expect(await storedNames(db)).toEqual([]);
  const { document } = parseHTML(await first.text());
  expect(document.title).toContain('Xem lại trước khi gửi: 1 dòng');
  const said = document.querySelector('[data-understood]')?.textContent ?? '';
  for (const words of [
    'Trang tính “DS”: đọc được 1 dòng',
    '“DANH SÁCH”',
    '“Tổng cộng: 1 tập thể”',
    'Gửi 1 dòng này',
  ])
    expect(said).toContain(words);
  const value = (name: string) => document.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';
  const rows = document.querySelector('textarea')?.textContent?.trim() ?? '';
  expect(cellsOf(rows)).toHaveLength(2);
  const second = await fileTable(tools, rows, { shared: { [noteField]: value(noteField) } });
  expect(second.status).toBe(303);
  expect(await storedNames(db)).toEqual(['A']);
  // The list of codes still says what was not filed.
  const batch = new URL(second.headers.get('location') ?? '', 'http://x').searchParams.get('lo') ?? '';
  const words = noteWords(await findNote(db, batch)).join('\n');
  for (const each of ['Dòng 1: ở phía trên', 'Dòng 4: dòng tổng cộng']) expect(words).toContain(each);
  // It goes with the last submission of the table.
  await db.query('delete from submissions');
  expect((await db.query('select * from batch_notes')).rows).toEqual([]);
});

test('a table that is read completely is filed at once', async ({ db }) => {
  const file = workbook([headings, goodCells('A', '1')]);
  expect((await fileTable(batchTools(db), '', { file })).status).toBe(303);
});

test('a program is told of every line, column and sheet that was not read, whatever became of the rows', async ({
  db,
}) => {
  const tools = batchTools(db);
  const rows = [...withTotal.slice(0, 2), [...goodCells('A', '1'), 'gấp'], ['', 'Tổng cộng: 1 tập thể']];
  const file = workbook(rows, { name: 'Bìa', rows: [['Kính gửi']] });
  const expected = {
    sheet: 'DS',
    skipped: [
      { line: 1, why: 'above', text: 'DANH SÁCH', reason: 'ở phía trên hàng tên cột' },
      { line: 4, why: 'total', text: 'Tổng cộng: 1 tập thể', reason: 'dòng tổng cộng' },
    ],
    ignored: ['cột 12'],
    sheets: [{ name: 'Bìa', why: 'no-headings' }],
  };
  const refused = await fileTable(tools, '', { file, headers: json, shared: { contactName: '' } });
  expect([refused.status, await refused.json()]).toMatchObject([422, expected]);
  const taken = await fileTable(tools, '', { file, headers: json });
  expect([taken.status, await taken.json()]).toMatchObject([201, expected]);
  const own = await (await fileRows(tools, [{ name: 'B' }])).json();
  expect(own).toMatchObject({ skipped: [], ignored: [], sheets: [] });
});

test('a formula error is reported with the address of its cell, and its row is not stored', async ({
  db,
}) => {
  const spoiled = goodCells('#N/A', '1').map((cell, column) => (column === 7 ? '#REF!' : cell));
  const answer = await fileTable(batchTools(db), '', { file: workbook([headings, spoiled]), headers: json });
  const { rows } = await answer.json();
  expect([answer.status, rows]).toEqual([
    422,
    [
      {
        row: 1,
        errors: [
          { field: 'name', message: expect.stringContaining('Ô B2 có lỗi công thức (#N/A)') },
          { field: 'achievements', message: expect.stringContaining('Ô H2 có lỗi công thức (#REF!)') },
        ],
      },
    ],
  ]);
});

test('new rows, repeated rows and rows filed before are counted separately', async ({ db }) => {
  const tools = batchTools(db);
  await fileTable(tools, pastedTable([goodCells('Cũ')]));
  const table = pastedTable([
    goodCells('Mới', '1'),
    goodCells('Mới', '2'),
    goodCells('Cũ', '3'),
    faultyCells('Thiếu', '4'),
  ]);
  const page = await fileTable(tools, table);
  const { document } = parseHTML(await page.text());
  expect(document.title).toContain('Đã nhận 1 dòng, còn 1 dòng cần sửa');
  const summary = document.querySelector('[data-error-summary]');
  expect(summary?.hasAttribute('data-calm')).toBe(true);
  expect(summary?.textContent).toContain('1 dòng trùng với dòng khác của bảng này');
  expect(summary?.textContent).toContain('1 dòng đã được nhận từ trước');
  expect(document.querySelector('[data-outcomes]')?.textContent).toContain('trùng dòng 1 của bảng này');
  const answer = await (await fileTable(tools, table, { headers: json })).json();
  expect(answer.rows[1]).toMatchObject({ isNew: false, sameAs: 1 });
});

test('a table is counted before it is read', async ({ db }) => {
  let reads = 0;
  const tools = batchTools(db, {
    mayRead: async () => {
      reads += 1;
      return reads < 2;
    },
  });
  const broken = { file: new Uint8Array([0x50, 0x4b]), headers: json };
  expect((await fileTable(tools, '', broken)).status).toBe(422);
  expect((await fileTable(tools, '', broken)).status).toBe(429);
});

/** The tables among the case files, and what becomes of each. */
const cases = [
  ['column-number-row.xlsx', 'de-cu-ca-nhan', ['Người thử 01'], ''],
  ['section-rows.xlsx', 'de-cu-ca-nhan', ['Người thử 01', 'Người thử 02'], '2 section, 4 section'],
  ['footer-rows.xlsx', 'de-cu-ca-nhan', ['Người thử 01'], '3 total, 4 note, 5 closing'],
  ['heading-at-line-10.xlsx', 'de-cu-ca-nhan', ['Người thử 01'], '1 above'],
  ['utf16be.txt', 'de-cu-ca-nhan', ['Người thử 01'], ''],
  ['title-comma-semicolon.csv', 'de-cu-ca-nhan', ['Người thử 01'], '1 above'],
  ['ansi1258.csv', 'de-cu-ca-nhan', [], ''],
  ['merged-cells.xlsx', 'de-cu-tap-the', ['Đơn vị minh hoạ 01', 'Đơn vị minh hoạ 02'], ''],
  ['backslash-paths.xlsx', 'de-cu-tap-the', ['Đơn vị minh hoạ 01'], ''],
  ['iso-date-cell.xlsx', 'de-cu-tap-the', ['Đơn vị minh hoạ 01'], ''],
  ['x-escapes.xlsx', 'de-cu-tap-the', ['Đơn vị minh hoạ _x000D_ 01'], ''],
] as const;

for (const [name, form, names, leftOut] of cases) {
  test(`the case file ${name} is filed as it was meant`, async ({ db }) => {
    const file = new Uint8Array(await readFile(`tests/fixtures/cases/${name}`));
    const answer = await fileTable(batchTools(db), '', { file, headers: json, form });
    const body = await answer.json();
    if (names.length === 0) {
      expect([answer.status, body.errors]).toEqual([
        422,
        [{ field: 'tep', message: expect.stringContaining('lưu') }],
      ]);
      return;
    }
    expect([answer.status, body.errors]).toEqual([201, undefined]);
    expect((await storedNames(db)).toSorted()).toEqual([...names].toSorted());
    const said = body.skipped
      .map(({ line, why }: { line: number; why: string }) => `${line} ${why}`)
      .join(', ');
    expect(said.startsWith(leftOut)).toBe(true);
    const { rows } = await db.query<{ answers: Record<string, unknown> }>('select answers from submissions');
    if (name === 'merged-cells.xlsx')
      expect(rows.map(({ answers }) => answers.criteriaGroup)).toEqual(['co-quan', 'co-quan']);
    if (name === 'iso-date-cell.xlsx')
      expect(rows).toMatchObject([{ answers: { periodFrom: '2026-07', periodTo: '2026-10' } }]);
  });
}
