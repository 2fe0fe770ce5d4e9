import { expect } from '@playwright/test';
import type { AirtableStandIn } from '../../../scripts/airtable-stand-in/server.ts';
import { call, clientOf, fieldId, nominations, schemaOf, test } from './stand-in.ts';

const door = ({ url }: AirtableStandIn, method: string, path: string, body?: unknown, headers = {}) =>
  fetch(`${url}/_${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const column = (name: string) => `schema/${encodeURIComponent('Đề cử')}/${encodeURIComponent(name)}`;
const list = (standIn: AirtableStandIn) => call(standIn, 'GET', nominations(standIn));

test('each fault is answered as the service would, for the share that was asked, until it is off', async ({
  standIn,
}) => {
  const said = {
    rate: [429, 'RATE_LIMIT_REACHED'],
    billing: [429, 'PUBLIC_API_BILLING_LIMIT_EXCEEDED'],
    error: [500, 'SERVER_ERROR'],
  } as const;
  for (const [mode, [status, type]] of Object.entries(said)) {
    expect((await door(standIn, 'POST', 'faults', { mode })).status).toBe(200);
    const answer = await list(standIn);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(type)]);
  }
  await door(standIn, 'POST', 'faults', { mode: 'billing' });
  expect((await call(standIn, 'GET', `meta/bases/${standIn.baseId}/tables`)).status).toBe(200);
  await door(standIn, 'POST', 'faults', { mode: 'error', share: 0 });
  expect((await list(standIn)).status).toBe(200);
  await door(standIn, 'POST', 'faults', { mode: 'off' });
  expect((await list(standIn)).status).toBe(200);
  expect((await door(standIn, 'POST', 'faults', { mode: 'other' })).status).toBe(422);
});

test('a renamed choice keeps its id, its rows show the new name, and no row counts as modified', async ({
  standIn,
}) => {
  const table = clientOf(standIn)('Đề cử');
  await table.create({ 'Mã hồ sơ': 'A', 'Trạng thái': 'Đang xét', 'Tiêu chí': ['iii-1-1', 'iii-1-2'] });
  const change = { choices: [{ name: 'Đang xét', newName: 'Đang xem' }, { name: 'Mới thêm' }] };
  expect((await door(standIn, 'PATCH', column('Trạng thái'), change)).status).toBe(200);
  await door(standIn, 'PATCH', column('Tiêu chí'), { choices: [{ name: 'iii-1-2', newName: 'hai' }] });
  const [row] = await table
    .select({ filterByFormula: 'NOT(IS_AFTER(LAST_MODIFIED_TIME(), "2000-01-01"))' })
    .all();
  expect(row?.fields).toMatchObject({ 'Trạng thái': 'Đang xem', 'Tiêu chí': ['iii-1-1', 'hai'] });
  const made = await table.create({ 'Mã hồ sơ': 'B', 'Trạng thái': 'Mới thêm' });
  expect(made.fields).toMatchObject({ 'Trạng thái': 'Mới thêm' });
});

test('a column takes another type and its cells follow; a lookup comes as a list and takes no value', async ({
  standIn,
}) => {
  const table = clientOf(standIn)('Đề cử');
  const { id } = await table.create({ 'Mã hồ sơ': 'A', 'Đồng ý': true, 'Số người': 12, 'Thành tích': 'một' });
  const types = {
    'Đồng ý': 'singleLineText',
    'Số người': 'singleLineText',
    'Thành tích': 'multipleLookupValues',
  };
  for (const [name, type] of Object.entries(types))
    expect((await door(standIn, 'PATCH', column(name), { type })).status).toBe(200);
  expect((await table.find(id)).fields).toMatchObject({
    'Đồng ý': 'checked',
    'Số người': '12',
    'Thành tích': ['một'],
  });
  await expect(table.update(id, { 'Thành tích': 'hai' })).rejects.toMatchObject({ statusCode: 422 });
  await door(standIn, 'PATCH', column('Đồng ý'), { type: 'checkbox' });
  expect((await table.find(id)).fields).toMatchObject({ 'Đồng ý': true });
});

test('a column and a row are deleted by name or id; a name that is gone is refused', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  const { id } = await table.create({ 'Mã hồ sơ': 'A', 'Thành tích': 'một' });
  expect((await door(standIn, 'DELETE', column(await fieldId(standIn, 'Thành tích')))).status).toBe(200);
  expect((await table.find(id)).fields).toEqual({ 'Mã hồ sơ': 'A' });
  expect((await schemaOf(standIn))[0]?.fields.map(({ name }) => name)).not.toContain('Thành tích');
  expect((await door(standIn, 'DELETE', column('Thành tích'))).status).toBe(422);
  expect((await door(standIn, 'DELETE', column('Mã hồ sơ'))).status).toBe(422);
  expect((await door(standIn, 'DELETE', `rows/${encodeURIComponent('Đề cử')}/${id}`)).status).toBe(200);
  expect(await table.select().all()).toEqual([]);
});

test('the doors are closed to pages elsewhere', async ({ standIn }) => {
  const headers = { origin: 'https://noi-khac.example' };
  expect((await door(standIn, 'POST', 'faults', { mode: 'error' }, headers)).status).toBe(404);
  expect((await list(standIn)).status).toBe(200);
});
