import { expect } from '@playwright/test';
import { call, clientOf, fieldId, nominations, test } from './stand-in.ts';

const formulas: [string, string[]][] = [
  ['{Mã hồ sơ} = "A"', ['A']],
  ["'A' = {Mã hồ sơ}", ['A']],
  ['OR({Mã hồ sơ}="A",{Mã hồ sơ}="C")', ['A', 'C']],
  ['AND({Trạng thái} = "Mới nhận", NOT({Mã hồ sơ} = "B"))', ['A']],
  ['{Trạng thái} = ""', ['B', 'C']],
  ['{Tiêu chí} = "iii-1-1, iii-1-2"', ['B']],
  ['IS_AFTER(CREATED_TIME(), "2020-01-01T00:00:00.000Z")', ['A', 'B', 'C']],
  ['NOT(IS_AFTER(LAST_MODIFIED_TIME(), "2020-01-01"))', ['A', 'B', 'C']],
  ['{Thành tích} = "nói \\"có\\""', ['C']],
];

test('formulas of the subset choose the rows they should', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  const [first] = await table.create([
    {
      fields: {
        'Mã hồ sơ': 'A',
        'Số người': 1,
        'Đồng ý': true,
        Ngày: '2026-11-22',
        'Trạng thái': 'Mới nhận',
      },
    },
    { fields: { 'Mã hồ sơ': 'B', 'Số người': 2, 'Tiêu chí': ['iii-1-1', 'iii-1-2'] } },
    { fields: { 'Mã hồ sơ': 'C', 'Thành tích': 'nói "có"' } },
  ]);
  const code = await fieldId(standIn, 'Mã hồ sơ');
  const more: [string, string[]][] = [
    [`RECORD_ID() = '${first?.id}'`, ['A']],
    [`{${code}} = 'B'`, ['B']],
  ];
  for (const [filterByFormula, codes] of [...formulas, ...more]) {
    const records = await table.select({ filterByFormula }).all();
    expect(
      records.map((record) => record.get('Mã hồ sơ')),
      filterByFormula,
    ).toEqual(codes);
  }
});

test('a formula outside the subset, broken or naming no column is refused', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  for (const filterByFormula of [
    'LEN({Mã hồ sơ})',
    '{Số người} > "1"',
    'BLANK()',
    '{Mã hồ sơ} = ',
    '{Lạ} = "1"',
    'NOT()',
    '"1" "1"',
    '"x',
    '#',
    'AND("1",)',
  ])
    await expect(table.select({ filterByFormula }).all(), filterByFormula).rejects.toMatchObject({
      statusCode: 422,
      error: 'INVALID_FILTER_BY_FORMULA',
    });
});

test('what changed since a moment is found by LAST_MODIFIED_TIME', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  const [one] = await table.create([{ fields: { 'Mã hồ sơ': 'A' } }, { fields: { 'Mã hồ sơ': 'B' } }]);
  await new Promise((done) => setTimeout(done, 5));
  const since = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  const filterByFormula = `IS_AFTER(LAST_MODIFIED_TIME(), "${since}")`;
  expect(await table.select({ filterByFormula }).all()).toHaveLength(0);
  await table.update(one?.id ?? '', { 'Trạng thái': 'Đang xét' });
  const changed = await table.select({ filterByFormula }).all();
  expect(changed.map(({ id }) => id)).toEqual([one?.id]);
});

test('sorting puts empty cells first and options in their own order', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  await table.create([
    { fields: { 'Mã hồ sơ': 'Đ', 'Trạng thái': 'Đang xét' } },
    { fields: { 'Mã hồ sơ': 'E', 'Trạng thái': 'Mới nhận' } },
    { fields: { 'Mã hồ sơ': 'D' } },
  ]);
  const codes = async (field: string, direction: 'asc' | 'desc') =>
    (await table.select({ sort: [{ field, direction }] }).all())
      .map((record) => record.get('Mã hồ sơ'))
      .join('');
  expect(await codes('Trạng thái', 'asc')).toBe('DEĐ');
  expect(await codes('Trạng thái', 'desc')).toBe('ĐED');
  expect(await codes('Mã hồ sơ', 'asc')).toBe('DĐE');
});

test('an offset expires, and one that was never given is refused the same way', async ({ start }) => {
  const standIn = await start({ offsetMs: 30 });
  await call(standIn, 'POST', `meta/bases/${standIn.baseId}/tables`, {
    name: 'Đề cử',
    fields: [{ name: 'Mã', type: 'singleLineText' }],
  });
  await clientOf(standIn)('Đề cử').create([{ fields: { Mã: '1' } }, { fields: { Mã: '2' } }]);
  const response = await fetch(`${standIn.url}/v0/${nominations(standIn)}?pageSize=1`, {
    headers: { authorization: 'Bearer local' },
  });
  const { offset }: { offset: string } = await response.json();
  expect(offset).toMatch(/^itr\w{14}\/rec\w{14}$/);
  await new Promise((done) => setTimeout(done, 60));
  for (const stale of [offset, 'itrLa/recLa'])
    expect(
      await call(standIn, 'GET', `${nominations(standIn)}?offset=${encodeURIComponent(stale)}`),
    ).toMatchObject({ status: 422, body: { error: { type: 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE' } } });
});

test('a page larger than a hundred and an unknown column or view are refused', async ({ standIn }) => {
  const statuses = [];
  for (const query of ['pageSize=101', 'pageSize=x', 'fields[]=La', 'sort[0][field]=La', 'view=La'])
    statuses.push((await call(standIn, 'GET', `${nominations(standIn)}?${query}`)).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422]);
});
