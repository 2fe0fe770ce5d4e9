import fc from 'fast-check';
import { findBatchForm } from '../../../../src/filing/batches/batch-form.ts';
import { correctionsWorkbook } from '../../../../src/filing/batches/server/download-corrections.ts';
import { templateOf } from '../../../../src/filing/batches/template.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { batchTools, fileRows, fileTable, storedNames } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { firstSheetRows } from '../../../fixtures/first-sheet.ts';
import { faultyCells, goodCells, headings, pastedTable, sharedPairs } from '../../../fixtures/tables.ts';

const json = { accept: 'application/json' };

test('a program gets per row its code and receipt, or its mistakes by field', async ({ db }) => {
  const form = findBatchForm('de-cu-mo-hinh');
  const answers = form ? exampleAnswers(form.form) : {};
  const own = Object.fromEntries(Object.entries(answers).filter(([name]) => !form?.shared.includes(name)));
  const answer = await fileRows(
    batchTools(db),
    [{ ...own, name: 'A' }, {}, { ...own, name: undefined }, { name: 'C', strands: '9' }],
    'de-cu-mo-hinh',
  );
  expect(answer.status).toBe(207);
  const { rows, receiptUrl } = await answer.json();
  expect(receiptUrl).toMatch(/^http:\/\/localhost:8888\/de-cu\/nhieu\/da-nhan\/\?lo=/);
  expect(rows).toMatchObject([
    { row: 1, code: expect.stringMatching(/^DN\d\d-/), receiptUrl: expect.stringContaining('&khoa=') },
    { row: 3, errors: [{ field: 'name', message: expect.any(String) }] },
    {
      row: 4,
      errors: expect.arrayContaining([{ field: 'strands', message: expect.stringContaining('“9”') }]),
    },
  ]);
  expect(await storedNames(db)).toEqual(['A']);
});

test('nothing is stored for closed forms, other methods, other sites, forms without a table or a filled honeypot', async ({
  db,
}) => {
  const tools = batchTools(db);
  const table = pastedTable([goodCells('A')]);
  const day = (text: string) => new Date(`2020-${text}T00:00:00Z`);
  const periods = [
    { form: 'de-cu-tap-the', opens: day('01-01'), closes: day('02-01'), meanwhile: 'Hãy chờ đợt sau.' },
  ] as const;
  const statuses = await Promise.all([
    fileTable({ ...tools, periods: [...periods] }, table),
    fileTable(tools, table, { headers: { 'sec-fetch-site': 'cross-site' } }),
    fileTable(tools, table, { form: 'phan-hoi' }),
    fileTable(tools, table, { shared: { website: 'x' } }),
    fileTable(tools, 'x'.repeat(2 * 1024 * 1024)),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([409, 403, 404, 422, 413]);
  expect(await storedNames(db)).toEqual([]);
});

test('the corrections workbook names mistakes beside each row number and can be read again unchanged', async () => {
  const body = new FormData();
  body.set('bang', pastedTable([goodCells('A', '5'), faultyCells('=B', '6')]));
  for (const [name, value] of Object.entries(sharedPairs({ contactName: '' }))) body.set(name, value);
  const request = new Request('http://localhost/api/batches/de-cu-tap-the/bang.xlsx', {
    method: 'POST',
    body,
  });
  const answer = await correctionsWorkbook(request, 'de-cu-tap-the', { withinLimit: async () => true });
  expect(answer.headers.get('content-disposition')).toContain('bang-can-sua.xlsx');
  const rows = firstSheetRows(new Uint8Array(await answer.arrayBuffer()));
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['TT', 'Cần sửa', 'Tên tập thể được đề cử *'],
    ['5', '', 'A'],
    ['6', 'Nhập “Thành tích”.', '=B'],
  ]);
});

test('the filled-in template is accepted; words of its example are no answers', async ({ db }) => {
  const form = findBatchForm('de-cu-ca-nhan');
  if (!form) throw new Error('The form is gone.');
  const [top = [], example = []] = firstSheetRows(templateOf(form));
  const fill = (left: number) =>
    example.map((cell, index) => {
      if (index === 0) return '1';
      if (top[index]?.startsWith('Minh chứng')) return 'Bài báo | https://donvi.example/bai';
      if (index === 1) return 'Người thử';
      // Words that only show what is asked for are no answer.
      return index === left ? cell : cell.replace(/^\[.*\]$/, 'Chữ thử.');
    });
  const asked = top.indexOf('Thành tích *');
  const rows = [top, example, fill(-1), fill(asked)];
  const file = writeWorkbook([{ name: 'Bảng', widths: [], rows }]);
  const answer = await fileTable(batchTools(db), '', { file, headers: json, form: 'de-cu-ca-nhan' });
  expect(await answer.json()).toMatchObject({
    rows: [
      { row: 1, code: expect.any(String) },
      { row: 2, errors: [{ field: 'achievements', message: expect.stringContaining('chữ ví dụ') }] },
    ],
  });
});

test('no content of cells causes a failure or stores a row that the form would refuse', async ({ db }) => {
  const tools = batchTools(db);
  const hostile = fc.constantFrom(
    '=cmd|x',
    '<script>alert(1)</script>',
    '"',
    '\u202e',
    '1e999',
    '{{x}}',
    'x'.repeat(4000),
  );
  // Most cells stay right, so that some rows are taken.
  const cell = fc.oneof(
    { weight: 20, arbitrary: fc.constant(undefined) },
    hostile,
    fc.string({ unit: 'binary', maxLength: 9 }),
  );
  const row = fc.array(cell, { minLength: headings.length, maxLength: headings.length });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (changes) => {
      const rows = changes.map((cells) => goodCells('A').map((good, index) => cells[index] ?? good));
      const answer = await fileTable(tools, pastedTable(rows));
      expect(answer.status).toBeLessThan(500);
      expect((await answer.text()).includes('<script>alert')).toBe(false);
    }),
    { numRuns: 60, seed: 113 },
  );
  const { rows } = await db.query<{ answers: Record<string, unknown> }>('select answers from submissions');
  const form = findBatchForm('de-cu-tap-the')?.form;
  expect(rows.length).toBeGreaterThan(0);
  for (const { answers } of rows) expect(form?.schema.safeParse(answers).success).toBe(true);
});
