import { expect } from '@playwright/test';
import { call, clientOf, fieldId, nominations, schemaOf, test, testTable } from './stand-in.ts';

const refusals: [string, object, string][] = [
  ['an unknown column', { 'Không có': 'x' }, 'UNKNOWN_FIELD_NAME'],
  ['a column name in NFD', { ['Mã hồ sơ'.normalize('NFD')]: 'x' }, 'UNKNOWN_FIELD_NAME'],
  ['a number in a text cell', { 'Mã hồ sơ': 5 }, 'INVALID_VALUE_FOR_COLUMN'],
  ['a text over 100,000 characters', { 'Thành tích': 'x'.repeat(100_001) }, 'INVALID_VALUE_FOR_COLUMN'],
  ['a text in a number cell', { 'Số người': '5' }, 'INVALID_VALUE_FOR_COLUMN'],
  ['a text in a checkbox', { 'Đồng ý': 'true' }, 'INVALID_VALUE_FOR_COLUMN'],
  ['a day that does not exist', { Ngày: '2026-02-30' }, 'INVALID_VALUE_FOR_COLUMN'],
  ['a moment that is none', { 'Nhận lúc': 'hôm qua' }, 'INVALID_VALUE_FOR_COLUMN'],
  ['one text for many options', { 'Tiêu chí': 'iii-1-1' }, 'INVALID_VALUE_FOR_COLUMN'],
  ['an unknown option', { 'Trạng thái': 'mới nhận' }, 'INVALID_MULTIPLE_CHOICE_OPTIONS'],
  ['an unknown option among known', { 'Tiêu chí': ['iii-1-1', 'x'] }, 'INVALID_MULTIPLE_CHOICE_OPTIONS'],
];

for (const [what, fields, type] of refusals)
  test(`${what} is refused with ${type}, and the good row beside it is not written`, async ({ standIn }) => {
    const records = [{ fields: { 'Mã hồ sơ': 'tốt' } }, { fields }];
    const answer = await call(standIn, 'POST', nominations(standIn), { records });
    expect(answer).toMatchObject({ status: 422, body: { error: { type, message: expect.any(String) } } });
    expect((await call(standIn, 'GET', nominations(standIn))).body).toEqual({ records: [] });
  });

test('empty cells and unticked boxes are left out of what is read', async ({ standIn }) => {
  const fields = {
    'Mã hồ sơ': '',
    'Trạng thái': null,
    'Tiêu chí': [],
    'Đồng ý': false,
    'Số người': 0,
    Ngày: '2026-11-22',
    'Nhận lúc': '2026-11-22T08:00:00+07:00',
  };
  const answer = await call(standIn, 'POST', nominations(standIn), { fields });
  expect(answer.body).toMatchObject({ createdTime: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/) });
  expect(answer.body).toHaveProperty('fields', {
    'Số người': 0,
    Ngày: '2026-11-22',
    'Nhận lúc': '2026-11-22T01:00:00.000Z',
  });
});

test('columns are written and read by id, which outlives a new name', async ({ standIn }) => {
  const id = await fieldId(standIn, 'Mã hồ sơ');
  const [table] = await schemaOf(standIn);
  const path = `meta/bases/${standIn.baseId}/tables/${table?.id}/fields/${id}`;
  await call(standIn, 'PATCH', path, { name: 'Mã' });
  const records = [{ fields: { [id]: 'A' } }];
  const answer = await call(standIn, 'POST', nominations(standIn), { records, returnFieldsByFieldId: true });
  expect(answer.body).toMatchObject({ records: [{ fields: { [id]: 'A' } }] });
  const listed = await call(standIn, 'GET', `${standIn.baseId}/${table?.id}?fields[]=${id}`);
  expect(listed.body).toMatchObject({ records: [{ fields: { Mã: 'A' } }] });
});

test('a write takes one to ten rows', async ({ standIn }) => {
  for (const count of [0, 11]) {
    const records = Array.from({ length: count }, () => ({ fields: {} }));
    expect(await call(standIn, 'POST', nominations(standIn), { records })).toMatchObject({
      status: 422,
      body: { error: { type: 'INVALID_RECORDS' } },
    });
  }
});

test('an upsert refuses a key that matches two rows, no key, four keys and a computed kind', async ({
  standIn,
}) => {
  const table = clientOf(standIn)('Đề cử');
  await table.create([{ fields: { 'Mã hồ sơ': 'A' } }, { fields: { 'Mã hồ sơ': 'A', 'Số người': 2 } }]);
  const upsert = (fieldsToMergeOn: string[], fields: object) =>
    call(standIn, 'PATCH', nominations(standIn), {
      performUpsert: { fieldsToMergeOn },
      records: [{ fields }],
    });
  const refused = [
    await upsert(['Mã hồ sơ'], { 'Mã hồ sơ': 'A', 'Thành tích': 'x' }),
    await upsert(['Mã hồ sơ'], { 'Thành tích': 'x' }),
    await upsert(['Mã hồ sơ', 'Số người', 'Ngày', 'Thành tích'], { 'Mã hồ sơ': 'A' }),
    await upsert([], { 'Mã hồ sơ': 'A' }),
    await upsert(['Đồng ý'], { 'Đồng ý': true }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
  const byTwo = await upsert(['Mã hồ sơ', 'Số người'], { 'Mã hồ sơ': 'A', 'Số người': 2, 'Thành tích': 'x' });
  expect(byTwo).toMatchObject({ status: 200, body: { createdRecords: [] } });
  expect(await table.select({ filterByFormula: '{Thành tích} = "x"' }).all()).toHaveLength(1);
});

test('typecast adds a missing option and turns texts into numbers', async ({ standIn }) => {
  const records = [
    { fields: { 'Trạng thái': 'Công bố', 'Số người': '7', 'Tiêu chí': ['mới', 'iii-1-1'] } },
    { fields: { 'Trạng thái': 'Công bố' } },
  ];
  const answer = await call(standIn, 'POST', nominations(standIn), { records, typecast: true });
  expect(answer).toMatchObject({ status: 200, body: { records: [{ fields: { 'Số người': 7 } }, {}] } });
  expect(await call(standIn, 'POST', nominations(standIn), { records: records.slice(1) })).toMatchObject({
    status: 200,
  });
});

test('attachments are kept by id and added by address', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  const record = await table.create({ 'Mã hồ sơ': 'A' });
  const path = `${nominations(standIn)}/${record.id}`;
  const added = await call(standIn, 'PATCH', path, { fields: { Ảnh: [{ url: 'https://vi.du/a%20b.jpg' }] } });
  expect(added.body).toMatchObject({
    fields: { Ảnh: [{ id: expect.stringMatching(/^att/), filename: 'a b.jpg' }] },
  });
  expect(await call(standIn, 'PATCH', path, { fields: { Ảnh: [{ id: 'attLa' }] } })).toMatchObject({
    status: 422,
  });
});

test('the address of an uploaded file ends after two hours, and each listing gives another', async ({
  start,
}) => {
  let now = Date.now();
  const standIn = await start({ now: () => now });
  await call(standIn, 'POST', `meta/bases/${standIn.baseId}/tables`, testTable);
  const record = await clientOf(standIn)('Đề cử').create({ 'Mã hồ sơ': 'A' });
  const path = `${nominations(standIn)}/${record.id}`;
  const file = { contentType: 'image/png', filename: 'a b.png', file: Buffer.from('ảnh').toString('base64') };
  const address = (answer: { body: unknown }) =>
    String(/"url":"([^"]+)"/.exec(JSON.stringify(answer.body))?.[1]);
  const uploaded = address(
    await call(standIn, 'POST', `${standIn.baseId}/${record.id}/Ảnh/uploadAttachment`, file),
  );
  const status = async (url: string) => (await fetch(url)).status;
  expect(await status(uploaded)).toBe(200);
  now += 3 * 60 * 60_000;
  expect(await status(uploaded)).toBe(410);
  const listed = address(await call(standIn, 'GET', path));
  expect(listed).not.toBe(uploaded);
  expect(await status(listed)).toBe(200);
});

test('a row, a base, a table and an address that do not exist are told apart', async ({ standIn }) => {
  const missing = { records: [{ id: 'recAAAAAAAAAAAAAA', fields: {} }] };
  expect(await call(standIn, 'PATCH', nominations(standIn), missing)).toEqual({
    status: 404,
    body: { error: 'NOT_FOUND' },
  });
  for (const path of ['appKhac0000000000/x', `${standIn.baseId}/x`, 'meta/bases/appKhac0000000000/tables'])
    expect(await call(standIn, 'GET', path)).toMatchObject({
      status: 403,
      body: { error: { type: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND' } },
    });
  const upload = `${nominations(standIn)}/recAAAAAAAAAAAAAA/fldAAAAAAAAAAAAAA/uploadAttachment`;
  expect(await call(standIn, 'POST', upload, {})).toMatchObject({ status: 404 });
});

test('a body that is no JSON object or too large is refused', async ({ start }) => {
  const standIn = await start({ maxBodyBytes: 100 });
  const path = `${standIn.baseId}/x`;
  expect(await call(standIn, 'POST', path, '{"records":')).toMatchObject({ status: 422 });
  expect(await call(standIn, 'POST', path, '[]')).toMatchObject({ status: 422 });
  expect(await call(standIn, 'POST', path, { long: 'x'.repeat(200) })).toMatchObject({ status: 413 });
});
