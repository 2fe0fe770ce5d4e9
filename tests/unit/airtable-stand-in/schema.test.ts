import { expect } from '@playwright/test';
import { call, fieldId, schemaOf, test } from './stand-in.ts';

test('the schema shows tables, columns, choices and the primary column', async ({ standIn }) => {
  const { body } = await call(standIn, 'GET', `meta/bases/${standIn.baseId}/tables`);
  const primaryFieldId = await fieldId(standIn, 'Mã hồ sơ');
  expect(body).toMatchObject({
    tables: [
      {
        id: expect.stringMatching(/^tbl/),
        name: 'Đề cử',
        primaryFieldId,
        views: [{ id: expect.stringMatching(/^viw/), name: 'Grid view', type: 'grid' }],
      },
    ],
  });
  expect(body).toHaveProperty('tables.0.fields.0', {
    id: primaryFieldId,
    name: 'Mã hồ sơ',
    type: 'singleLineText',
  });
  expect(body).toHaveProperty('tables.0.fields.1.options.choices.0', {
    id: expect.stringMatching(/^sel/),
    name: 'Mới nhận',
    color: 'blueLight2',
  });
  expect(body).toHaveProperty('tables.0.fields.7.options.dateFormat', {
    name: 'european',
    format: 'D/M/YYYY',
  });
});

test('tables and columns are renamed and described, and keep their ids', async ({ standIn }) => {
  const [table] = await schemaOf(standIn);
  const path = `meta/bases/${standIn.baseId}/tables/${table?.id}`;
  const id = await fieldId(standIn, 'Số người');
  expect(
    await call(standIn, 'PATCH', `${path}/fields/${id}`, { name: 'Số nhân sự', description: 'Đếm' }),
  ).toEqual({
    status: 200,
    body: { id, name: 'Số nhân sự', type: 'number', description: 'Đếm', options: { precision: 0 } },
  });
  expect(await call(standIn, 'PATCH', path, { name: 'Đề cử 2026' })).toMatchObject({
    body: { id: table?.id, name: 'Đề cử 2026' },
  });
  for (const bad of [{ options: { precision: 2 } }, {}, { type: 'email' }])
    expect(await call(standIn, 'PATCH', `${path}/fields/${id}`, bad)).toMatchObject({ status: 422 });
  expect(await call(standIn, 'PATCH', `${path}/fields/${id}`, { name: 'Ngày' })).toMatchObject({
    body: { error: { type: 'DUPLICATE_OR_EMPTY_FIELD_NAME' } },
  });
  expect(await call(standIn, 'DELETE', `${path}/fields/${id}`)).toMatchObject({ status: 404 });
});

const good: [string, object | undefined][] = [
  ['richText', undefined],
  ['email', undefined],
  ['url', undefined],
  ['phoneNumber', undefined],
  ['percent', { precision: 1 }],
  ['rating', { icon: 'star', color: 'yellowBright', max: 5 }],
  ['duration', { durationFormat: 'h:mm' }],
  ['dateTime', { dateFormat: { name: 'iso' }, timeFormat: { name: '24hour' }, timeZone: 'utc' }],
];

const bad: [string, object | undefined, string][] = [
  ['number', undefined, 'INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE'],
  ['number', { precision: 9 }, 'INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE'],
  ['singleLineText', { x: 1 }, 'INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE'],
  ['checkbox', { icon: 'check' }, 'INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE'],
  ['dateTime', { dateFormat: { name: 'iso' } }, 'INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE'],
  ['singleSelect', { choices: [{ name: 'a' }, { name: 'a' }] }, 'INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE'],
  ['multipleRecordLinks', { linkedTableId: 'tblLa' }, 'INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE'],
  ['formula', { formula: '1' }, 'UNSUPPORTED_FIELD_TYPE_FOR_CREATE'],
  ['createdTime', undefined, 'UNSUPPORTED_FIELD_TYPE_FOR_CREATE'],
  ['longText', undefined, 'INVALID_REQUEST_UNKNOWN'],
];

test('columns of every creatable kind are added; wrong options and computed kinds are refused', async ({
  standIn,
}) => {
  const [table] = await schemaOf(standIn);
  const path = `meta/bases/${standIn.baseId}/tables/${table?.id}/fields`;
  const field = (type: string, options: object | undefined, name: string) => ({
    name,
    type,
    ...(options && { options }),
  });
  for (const [type, options] of good)
    expect(await call(standIn, 'POST', path, field(type, options, type))).toMatchObject({
      status: 200,
      body: { id: expect.stringMatching(/^fld/), type },
    });
  for (const [type, options, error] of bad)
    expect(await call(standIn, 'POST', path, field(type, options, `${type} sai`)), type).toMatchObject({
      status: 422,
      body: { error: { type: error } },
    });
  const link = await call(
    standIn,
    'POST',
    path,
    field('multipleRecordLinks', { linkedTableId: table?.id }, 'Liên kết'),
  );
  expect(link.status).toBe(200);
});

test('a table needs a new name and a fit primary column', async ({ standIn }) => {
  const path = `meta/bases/${standIn.baseId}/tables`;
  const fields = [{ name: 'Mã', type: 'singleLineText' }];
  const statuses = [
    await call(standIn, 'POST', path, { name: 'Đề cử', fields }),
    await call(standIn, 'POST', path, { name: 'X', fields: [] }),
    await call(standIn, 'POST', path, { name: 'X', fields: [...fields, ...fields] }),
    await call(standIn, 'POST', path, { name: 'X', fields: [{ name: 'Ảnh', type: 'multipleAttachments' }] }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([422, 422, 422, 422]);
  expect(await schemaOf(standIn)).toHaveLength(1);
});
