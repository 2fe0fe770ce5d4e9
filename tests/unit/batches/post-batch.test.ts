import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { findBatchForm } from '../../../src/batches/batch-form.ts';
import { postTable } from '../../../src/batches/post-table.ts';
import { templateOf } from '../../../src/batches/template.ts';
import type { Database } from '../../../src/postgres.ts';
import { readWorkbook } from '../../../src/sheets/read-workbook.ts';
import { writeWorkbook } from '../../../src/sheets/write-workbook.ts';
import { batchTools, fileRows, fileTable } from '../../fixtures/batch.ts';
import { expect, test } from '../../fixtures/database.ts';
import { exampleAnswers } from '../../fixtures/example-answers.ts';
import {
  cellsOf,
  faultyCells,
  goodCells,
  goodRows,
  headings,
  sharedPairs,
  tableText,
} from '../../fixtures/tables.ts';

/** Names in the store, each with its delivery. */
const storedNames = async (db: Database): Promise<string[]> =>
  (
    await db.query<{ name: string }>(
      `select answers->>'name' as name from submissions join deliveries using (code) order by received_at, code`,
    )
  ).rows.map(({ name }) => name);

const json = { accept: 'application/json' };

const documentOf = async (answer: Response) => parseHTML(await answer.text()).document;

test('a table of a hundred rows: each its code, its row and its delivery; a browser goes on to their list', async ({
  db,
}) => {
  const answer = await fileTable(batchTools(db), tableText(goodRows(100)));
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toMatch(/^\/de-cu\/nhieu\/da-nhan\/\?lo=[\w-]{22}&khoa=[\w-]{22}$/);
  expect(await storedNames(db)).toHaveLength(100);
  const { rows } = await db.query(
    `select unit_code, form_version, consent_version, state, answers->'publicConsent' as public from submissions limit 1`,
  );
  expect(rows).toEqual([
    {
      unit_code: 'so-noi-vu',
      form_version: findBatchForm('de-cu-tap-the')?.form.version,
      consent_version: '2026-11-22',
      state: 'moi-tiep-nhan',
      public: null,
    },
  ]);
});

test('half good, half faulty: the good ones have codes, the others their faults beside them, as a page', async ({
  db,
}) => {
  const table = tableText([
    goodCells('A', '1'),
    faultyCells('B <b>', '2'),
    goodCells('C', '3'),
    faultyCells('=D', '4'),
  ]);
  const answer = await fileTable(batchTools(db), table);
  expect(answer.status).toBe(422);
  expect((await storedNames(db)).toSorted()).toEqual(['A', 'C']);
  const document = await documentOf(answer);
  expect(document.title).toContain('Đã nhận 2 dòng, còn 2 dòng cần sửa');
  const lines = [...document.querySelectorAll('[data-outcomes] tbody tr')].map((row) => row.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^1ADN26-/),
    expect.stringMatching(/^2B <b>.*Nhập “Thành tích”\.$/),
    expect.stringMatching(/^3CDN26-/),
    expect.stringMatching(/^4=D/),
  ]);
  expect(document.querySelector('[data-outcomes] td a')?.getAttribute('href')).toMatch(
    /^\/de-cu\/da-nhan\/\?ma=DN26.*&khoa=/,
  );
  // In the box stand the rows to mend alone, with their numbers and what is wrong.
  const left = cellsOf(document.querySelector('textarea')?.textContent?.trim().replace('&lt;', '<') ?? '');
  expect(left.slice(1).map((row) => row.slice(0, 3))).toEqual([
    ['2', 'Nhập “Thành tích”.', 'B <b>'],
    ['4', 'Nhập “Thành tích”.', '=D'],
  ]);
});

test('the mended rows join the list of the first; nothing is filed twice', async ({ db }) => {
  const tools = batchTools(db);
  const first = await documentOf(await fileTable(tools, tableText([goodCells('A'), faultyCells('B')])));
  const value = (name: string) => first.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';
  const [headingRow = [], row = []] = cellsOf(first.querySelector('textarea')?.textContent?.trim() ?? '');
  const at = headingRow.findIndex((heading) => heading.startsWith('Thành tích *'));
  const mended = row.map((cell, index) => (index === at ? 'Đã ghi thêm.' : cell));
  const shared = { lo: value('lo'), khoa: value('khoa') };
  const second = await fileTable(
    tools,
    [headingRow, mended]
      .map((cells) => cells.join('\t'))
      .join('\n')
      .replace('\n', '\r\n'),
    { shared },
  );
  expect(second.status).toBe(422);
  const whole = await fileTable(tools, tableText([goodCells('A'), goodCells('B')]), { shared });
  expect(whole.status).toBe(303);
  expect(new URL(whole.headers.get('location') ?? '', 'http://x').searchParams.get('lo')).toBe(shared.lo);
  expect((await storedNames(db)).toSorted()).toEqual(['A', 'B']);
});

test('the whole table sent again, twice at once, in another order or by another contact: every row is one filing', async ({
  db,
}) => {
  const tools = batchTools(db);
  const rows = goodRows(30);
  const tries = await Promise.all(
    [rows, rows, rows.toReversed(), rows].map((each, index) =>
      fileTable(tools, tableText(each), { headers: json, shared: { contactName: `Người ${index % 2}` } }),
    ),
  );
  const codes = await Promise.all(
    tries.map(async (answer) =>
      (await answer.json()).rows.map(({ code }: { code: string }) => code).toSorted(),
    ),
  );
  expect(tries.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  for (const each of codes) expect(each).toEqual(codes[0]);
  expect(await storedNames(db)).toHaveLength(30);
  const again = await (await fileTable(tools, tableText(rows), { headers: json })).json();
  expect(again.rows.every(({ isNew }: { isNew: boolean }) => !isNew)).toBe(true);
});

test('the same words of another unit are another filing; two rows of the same words are one', async ({
  db,
}) => {
  const tools = batchTools(db);
  const twice = await (
    await fileTable(tools, tableText([goodCells('A'), goodCells('A')]), { headers: json })
  ).json();
  expect(twice.rows[0].code).toBe(twice.rows[1].code);
  expect(twice.rows.map(({ isNew }: { isNew: boolean }) => isNew)).toEqual([true, false]);
  await fileTable(tools, tableText([goodCells('A')]), { shared: { unitCode: 'so-tai-chinh' } });
  expect(await storedNames(db)).toEqual(['A', 'A']);
});

test('row 101: nothing is filed, and the whole table comes back', async ({ db }) => {
  const table = tableText(goodRows(101));
  const answer = await fileTable(batchTools(db), table);
  expect(answer.status).toBe(422);
  const document = await documentOf(answer);
  expect(document.querySelector('[data-summary-list]')?.textContent).toContain('Bảng có 101 dòng');
  expect(document.querySelector('textarea')?.textContent?.trim().replaceAll('\r\n', '\n')).toBe(table);
  expect(await storedNames(db)).toEqual([]);
});

test('what is given once is said once, and the table of a file comes back as text', async ({ db }) => {
  const file = writeWorkbook([{ name: 'Bảng', widths: [], rows: [headings, ...goodRows(2)] }]);
  const answer = await fileTable(batchTools(db), '', { shared: { contactName: '' }, file });
  expect(answer.status).toBe(422);
  const document = await documentOf(answer);
  expect(
    [...document.querySelectorAll('[data-summary-list] li')].map(({ textContent }) => textContent),
  ).toEqual(['Nhập “Người liên hệ”.']);
  expect(cellsOf(document.querySelector('textarea')?.textContent?.trim() ?? '')).toEqual([
    headings,
    ...goodRows(2),
  ]);
  const right = await fileTable(batchTools(db), '', { file });
  expect(right.status).toBe(303);
  expect(await storedNames(db)).toHaveLength(2);
});

test('a file beside a pasted table, a file that is no table, and no table at all are refused', async ({
  db,
}) => {
  const tools = batchTools(db);
  const errors = async (answer: Promise<Response>) => (await (await answer).json()).errors;
  const file = writeWorkbook([{ name: 'Bảng', widths: [], rows: [headings, goodCells('A')] }]);
  expect(await errors(fileTable(tools, tableText([goodCells('B')]), { file, headers: json }))).toMatchObject([
    { field: 'tep' },
  ]);
  expect(
    await errors(fileTable(tools, '', { file: new Uint8Array([0x50, 0x4b]), headers: json })),
  ).toMatchObject([{ field: 'tep' }]);
  expect(await errors(fileTable(tools, ' \n', { headers: json }))).toMatchObject([{ field: 'bang' }]);
  expect(await errors(fileRows(tools, 'x'))).toMatchObject([{ field: 'bang' }]);
  expect(await storedNames(db)).toEqual([]);
});

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
    { row: 1, code: expect.stringMatching(/^DN26-/), receiptUrl: expect.stringContaining('&khoa=') },
    { row: 3, errors: [{ field: 'name', message: expect.any(String) }] },
    {
      row: 4,
      errors: expect.arrayContaining([{ field: 'strands', message: expect.stringContaining('“9”') }]),
    },
  ]);
  expect(await storedNames(db)).toEqual(['A']);
});

test('closed forms, other methods, other sites, forms without a table and a filled trap take nothing', async ({
  db,
}) => {
  const tools = batchTools(db);
  const table = tableText([goodCells('A')]);
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

test('the table as a workbook to mend names what is wrong beside the number of each row, and is read again as it is', async () => {
  const body = new FormData();
  body.set('bang', tableText([goodCells('A', '5'), faultyCells('=B', '6')]));
  for (const [name, value] of Object.entries(sharedPairs({ contactName: '' }))) body.set(name, value);
  const request = new Request('http://localhost/api/batches/de-cu-tap-the/bang.xlsx', {
    method: 'POST',
    body,
  });
  const answer = await postTable(request, 'de-cu-tap-the', { withinLimit: async () => true });
  expect(answer.headers.get('content-disposition')).toContain('bang-can-sua.xlsx');
  const rows = readWorkbook(new Uint8Array(await answer.arrayBuffer())) ?? [];
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['TT', 'Cần sửa', 'Tên tập thể được đề cử *'],
    ['5', '', 'A'],
    ['6', 'Nhập “Thành tích”.', '=B'],
  ]);
});

test('the template as it is downloaded, filled in, is taken; words of its example are no answers', async ({
  db,
}) => {
  const form = findBatchForm('de-cu-ca-nhan');
  if (!form) throw new Error('The form is gone.');
  const [top = [], example = []] = readWorkbook(templateOf(form)) ?? [];
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

test('whatever stands in the cells, nothing fails and no row is stored that the form would refuse', async ({
  db,
}) => {
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
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    hostile,
    fc.string({ unit: 'binary', maxLength: 9 }),
  );
  const row = fc.array(cell, { minLength: headings.length, maxLength: headings.length });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (changes) => {
      const rows = changes.map((cells) => goodCells('A').map((good, index) => cells[index] ?? good));
      const answer = await fileTable(tools, tableText(rows));
      expect(answer.status).toBeLessThan(500);
      expect((await answer.text()).includes('<script>alert')).toBe(false);
    }),
    { numRuns: 60 },
  );
  const { rows } = await db.query<{ answers: Record<string, unknown> }>('select answers from submissions');
  const form = findBatchForm('de-cu-tap-the')?.form;
  expect(rows.length).toBeGreaterThan(0);
  for (const { answers } of rows) expect(form?.schema.safeParse(answers).success).toBe(true);
});
