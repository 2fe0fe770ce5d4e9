import { expect } from '@playwright/test';
import { DatabaseUnavailableError } from '../../../scripts/airtable-stand-in/data/database.ts';
import { call, clientOf, schemaOf, test, testTable } from './stand-in.ts';

test('tables and rows outlive a restart, with their ids', async ({ start }, testInfo) => {
  const path = testInfo.outputPath('base.sqlite');
  const before = await start({ path });
  await call(before, 'POST', `meta/bases/${before.baseId}/tables`, testTable);
  const record = await clientOf(before)('Đề cử').create({ 'Mã hồ sơ': 'A', 'Tiêu chí': ['iii-1-2'] });
  const schema = await schemaOf(before);
  await before.close();

  const after = await start({ path });
  expect(await schemaOf(after)).toEqual(schema);
  const [kept] = await clientOf(after)('Đề cử').select().all();
  expect(kept?.id).toBe(record.id);
  expect(kept?.fields).toEqual({ 'Mã hồ sơ': 'A', 'Tiêu chí': ['iii-1-2'] });
});

test('a file that cannot be opened is named in the error', async ({ start }) => {
  const opening = start({ path: '/khong/co/base.sqlite' });
  await expect(opening).rejects.toThrow(DatabaseUnavailableError);
  await expect(opening).rejects.toThrow('/khong/co/base.sqlite');
});
