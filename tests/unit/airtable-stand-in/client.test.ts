import { expect } from '@playwright/test';
import { clientOf, fieldId, test } from './stand-in.ts';

test('the official client creates, finds, updates, replaces and destroys rows', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  const one = await table.create({ 'Mã hồ sơ': 'A', 'Số người': 3, 'Đồng ý': true });
  const [two] = await table.create([{ fields: { 'Mã hồ sơ': 'B', 'Trạng thái': 'Mới nhận' } }]);
  expect(one.id).toMatch(/^rec[A-Za-z0-9]{14}$/);
  expect(one.fields).toEqual({ 'Mã hồ sơ': 'A', 'Số người': 3, 'Đồng ý': true });

  await table.update(one.id, { 'Số người': 4, 'Đồng ý': false });
  expect((await table.find(one.id)).fields).toEqual({ 'Mã hồ sơ': 'A', 'Số người': 4 });
  await table.update([{ id: one.id, fields: { 'Trạng thái': 'Đang xét' } }]);
  const [replaced] = await table.replace([{ id: one.id, fields: { 'Mã hồ sơ': 'A2' } }]);
  expect(replaced?.fields).toEqual({ 'Mã hồ sơ': 'A2' });

  await table.destroy(one.id);
  await table.destroy([two?.id ?? '']);
  expect(await table.select().all()).toHaveLength(0);
  await expect(table.find(one.id)).rejects.toMatchObject({ statusCode: 404, error: 'NOT_FOUND' });
});

test('the official client pages through more than a hundred rows, in order', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  for (let batch = 0; batch < 24; batch += 1)
    await table.create(
      Array.from({ length: 10 }, (_, row) => ({
        fields: { 'Mã hồ sơ': `${batch}-${row}`, 'Số người': batch },
      })),
    );
  const pages: number[] = [];
  const codes = new Set<unknown>();
  await table.select({ sort: [{ field: 'Số người', direction: 'desc' }] }).eachPage((records, next) => {
    pages.push(records.length);
    for (const record of records) codes.add(record.get('Mã hồ sơ'));
    next();
  });
  expect(pages).toEqual([100, 100, 40]);
  expect(codes.size).toBe(240);
  expect(await table.select({ maxRecords: 7, pageSize: 5 }).all()).toHaveLength(7);
});

test('listing by POST answers the same as by GET', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  await table.create([{ fields: { 'Mã hồ sơ': 'A' } }, { fields: { 'Mã hồ sơ': 'B', 'Số người': 1 } }]);
  const query = {
    fields: ['Mã hồ sơ'],
    filterByFormula: '{Mã hồ sơ} = "B"',
    sort: [{ field: 'Mã hồ sơ', direction: 'asc' as const }],
    returnFieldsByFieldId: true,
  };
  const code = await fieldId(standIn, 'Mã hồ sơ');
  for (const method of ['get', 'post']) {
    const records = await table.select({ ...query, method }).all();
    expect(records.map(({ fields }) => fields)).toEqual([{ [code]: 'B' }]);
  }
});

test('an upsert makes a row once and then changes it', async ({ standIn }) => {
  const base = clientOf(standIn);
  const upsert = (method: string, fields: object) =>
    base.makeRequest({
      method,
      path: `/${encodeURIComponent('Đề cử')}`,
      body: { performUpsert: { fieldsToMergeOn: ['Mã hồ sơ'] }, records: [{ fields }] },
    });
  const first = await upsert('PATCH', { 'Mã hồ sơ': 'A', 'Số người': 1 });
  const id = first.body.createdRecords[0];
  expect(first.body).toMatchObject({ records: [{ id }], createdRecords: [id], updatedRecords: [] });

  const second = await upsert('PATCH', { 'Mã hồ sơ': 'A', 'Thành tích': 'x' });
  expect(second.body).toMatchObject({ createdRecords: [], updatedRecords: [id] });
  expect(second.body.records[0].fields).toEqual({ 'Mã hồ sơ': 'A', 'Số người': 1, 'Thành tích': 'x' });

  const third = await upsert('PUT', { 'Mã hồ sơ': 'A' });
  expect(third.body.records[0].fields).toEqual({ 'Mã hồ sơ': 'A' });
});

test('the client reports errors as it does for Airtable', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  await expect(table.create({ 'Trạng thái': 'Lạ' })).rejects.toMatchObject({
    statusCode: 422,
    error: 'INVALID_MULTIPLE_CHOICE_OPTIONS',
  });
  await expect(clientOf(standIn)('Không có').select().all()).rejects.toMatchObject({ statusCode: 403 });
  await expect(
    clientOf({ ...standIn, token: 'sai' })('Đề cử')
      .select()
      .all(),
  ).rejects.toMatchObject({
    statusCode: 401,
    error: 'AUTHENTICATION_REQUIRED',
  });
});
