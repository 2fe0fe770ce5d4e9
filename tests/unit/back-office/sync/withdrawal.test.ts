import { openBase } from '../../../../scripts/local-system/base-client.ts';
import { readBaseSchema } from '../../../../src/back-office/airtable/schema.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';

const published = async (db: Database) => (await readPublished(db, { samples: false })).map(({ id }) => id);
const problems = async (db: Database) =>
  (await db.query<{ problem: string }>('select problem from row_problems')).rows.map(
    ({ problem }) => problem,
  );

test('a changed Mã is told to staff and holds back no other row', async ({ db, standIn, staff }) => {
  const one = await staff.create(stories, storyRow());
  const two = await staff.create(stories, storyRow({ Mã: 'MH-0200' }));
  await syncOnce(db, standIn);
  await recordPublication(db, await readPublished(db, { samples: false }));
  await staff.change(stories, one, { Mã: 'MH-0999' });
  await staff.change(stories, two, {
    'Trạng thái': 'Gỡ bỏ',
    'Lý do gỡ': 'Đơn vị đề nghị.',
    'Đồng ý công khai': false,
  });
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect(await published(db)).toEqual(['MH-0101']);
  expect(await problems(db)).toEqual([expect.stringContaining('MH-0999')]);
});

for (const [what, change] of [
  ['the state is empty', { 'Trạng thái': null }],
  ['the Mã is empty', { Mã: null }],
  ['the summary is empty', { 'Tóm tắt': null }],
] as const) {
  test(`a consent taken back takes effect even when ${what}`, async ({ db, standIn, staff }) => {
    const id = await staff.create(stories, storyRow());
    await syncOnce(db, standIn);
    await staff.change(stories, id, { 'Đồng ý công khai': false, ...change });
    await syncOnce(db, standIn);
    expect(await published(db)).toEqual([]);
  });
}

test('an embargo set later takes effect even when the rest of the row is not fit to show', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await staff.change(stories, id, { 'Công bố từ': '2099-01-01T00:00:00.000Z', 'Tóm tắt': null });
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual([]);
});

test('a date cleared while a story waits for it publishes nothing; a time that has come does', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow({ 'Công bố từ': '2099-01-01T00:00:00.000Z' }));
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual([]);
  await staff.change(stories, id, { 'Công bố từ': null });
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual([]);
  expect(await problems(db)).toEqual([expect.stringContaining('“Công bố từ”: đã bị xóa')]);
  await staff.change(stories, id, { 'Công bố từ': '2026-11-01T00:00:00.000Z' });
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual(['MH-0101']);
});

test('a record that was deleted ends its publication at once, and is public again when staff restore it', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await syncOnce(db, standIn);
  await staff.remove(stories, id);
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual(['MH-0102']);
  await baseChanges(standIn).restoreRow(stories, id);
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual(['MH-0101', 'MH-0102']);
});

test('a listing cut off goes on where it stopped, and its cursor moves at its end alone', async ({
  db,
  standIn,
  staff,
}) => {
  for (let start = 0; start < 250; start += 10) {
    const records = Array.from({ length: 10 }, (_, index) => ({
      fields: storyRow({ Mã: `MH-${1000 + start + index}`, Tên: `Mô hình ${start + index}` }),
    }));
    await staff.call('POST', `appLocal0000000000/${encodeURIComponent(stories)}`, { records });
  }
  const base = openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0);
  const table = (await readBaseSchema(base)).find(({ name }) => name === stories)?.id;
  let listings = 0;
  standIn.setFault(({ path }) => {
    if (!path.endsWith(`/${table}/listRecords`)) return null;
    listings += 1;
    return listings === 3 ? { kind: 'status', status: 500 } : null;
  });
  // Two pages of stories, then the fault.
  await syncOnce(db, standIn);
  const partly = (await published(db)).length;
  expect(partly).toBeGreaterThan(0);
  expect(partly).toBeLessThan(250);
  const before = listings;
  await syncOnce(db, standIn);
  expect(await published(db)).toHaveLength(250);
  // The last page alone: nothing was listed twice.
  expect(listings - before).toBe(1);
});
