import { parseHTML } from 'linkedom';
import { findBatchForm } from '../../../../src/filing/batches/batch-form.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { batchTools, fileRows, fileTable, storedNames } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import {
  cellsOf,
  faultyCells,
  goodCells,
  goodRows,
  headings,
  pastedTable,
} from '../../../fixtures/tables.ts';

const json = { accept: 'application/json' };

const documentOf = async (answer: Response) => parseHTML(await answer.text()).document;

test('a table of a hundred rows gives each row a code and leads a browser to their list', async ({ db }) => {
  const answer = await fileTable(batchTools(db), pastedTable(goodRows(100)));
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
      consent_version: findBatchForm('de-cu-tap-the')?.form.consentVersion,
      state: 'moi-tiep-nhan',
      public: null,
    },
  ]);
});

test('half good, half faulty: the good ones have codes, the others their faults beside them, as a page', async ({
  db,
}) => {
  const table = pastedTable([
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

test('corrected rows join the list of the first ones; nothing is filed twice', async ({ db }) => {
  const tools = batchTools(db);
  const first = await documentOf(await fileTable(tools, pastedTable([goodCells('A'), faultyCells('B')])));
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
  const whole = await fileTable(tools, pastedTable([goodCells('A'), goodCells('B')]), { shared });
  expect(whole.status).toBe(303);
  expect(new URL(whole.headers.get('location') ?? '', 'http://x').searchParams.get('lo')).toBe(shared.lo);
  expect((await storedNames(db)).toSorted()).toEqual(['A', 'B']);
});

test('a table sent again, twice at once, in another order or by another contact stores each row once', async ({
  db,
}) => {
  const tools = batchTools(db);
  const rows = goodRows(30);
  const tries = await Promise.all(
    [rows, rows, rows.toReversed(), rows].map((each, index) =>
      fileTable(tools, pastedTable(each), { headers: json, shared: { contactName: `Người ${index % 2}` } }),
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
  const again = await (await fileTable(tools, pastedTable(rows), { headers: json })).json();
  expect(again.rows.every(({ isNew }: { isNew: boolean }) => !isNew)).toBe(true);
});

test('the same row of another unit is another submission; two equal rows of one table are one', async ({
  db,
}) => {
  const tools = batchTools(db);
  const twice = await (
    await fileTable(tools, pastedTable([goodCells('A'), goodCells('A')]), { headers: json })
  ).json();
  expect(twice.rows[0].code).toBe(twice.rows[1].code);
  expect(twice.rows.map(({ isNew }: { isNew: boolean }) => isNew)).toEqual([true, false]);
  await fileTable(tools, pastedTable([goodCells('A')]), { shared: { unitCode: 'so-tai-chinh' } });
  expect(await storedNames(db)).toEqual(['A', 'A']);
});

test('row 101: nothing is filed, and the whole table comes back', async ({ db }) => {
  const table = pastedTable(goodRows(101));
  const answer = await fileTable(batchTools(db), table);
  expect(answer.status).toBe(422);
  const document = await documentOf(answer);
  expect(document.querySelector('[data-summary-list]')?.textContent).toContain('Bảng có 101 dòng');
  expect(document.querySelector('textarea')?.textContent?.trim().replaceAll('\r\n', '\n')).toBe(table);
  expect(await storedNames(db)).toEqual([]);
});

test('mistakes in answers given once are reported once, and the table of a file comes back as text', async ({
  db,
}) => {
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
  expect(
    await errors(fileTable(tools, pastedTable([goodCells('B')]), { file, headers: json })),
  ).toMatchObject([{ field: 'tep' }]);
  expect(
    await errors(fileTable(tools, '', { file: new Uint8Array([0x50, 0x4b]), headers: json })),
  ).toMatchObject([{ field: 'tep' }]);
  expect(await errors(fileTable(tools, ' \n', { headers: json }))).toMatchObject([{ field: 'bang' }]);
  expect(await errors(fileRows(tools, 'x'))).toMatchObject([{ field: 'bang' }]);
  expect(await storedNames(db)).toEqual([]);
});
