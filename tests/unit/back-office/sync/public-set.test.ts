import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { bringBack, takeDown } from '../../../../src/gallery/stories/server/takedowns.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';

const published = async (db: Database) => (await readPublished(db, { samples: false })).map(({ id }) => id);
const listAll = (db: Database) =>
  db.query(
    `update sync_memory set value = value || '{"fullAt": "2026-01-01T00:00:00.000Z"}' where name = 'stories'`,
  );

type Staff = Parameters<Parameters<typeof test>[2]>[0]['staff'];

async function many(staff: Staff, count: number) {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1)
    ids.push(await staff.create(stories, storyRow({ Mã: `MH-${1000 + number}`, Tên: `Mô hình ${number}` })));
  return ids;
}

for (const [what, change] of [
  ['consents unticked', { 'Đồng ý công khai': false }],
  ['states emptied', { 'Trạng thái': null }],
  ['taken down', { 'Trạng thái': 'Gỡ bỏ' }],
] as const)
  test(`many stories at once (${what}) stay until staff confirm in the base`, async ({
    db,
    standIn,
    staff,
  }) => {
    const ids = await many(staff, 8);
    await syncOnce(db, standIn);
    for (const id of ids.slice(0, 6)) await staff.change(stories, id, change);
    await syncOnce(db, standIn);
    await syncOnce(db, standIn);
    expect(await published(db)).toHaveLength(8);
    const [row] = (await staff.rows(stories)).filter(({ id }) => id === ids[0]);
    expect(row?.fields['Vì sao']).toContain('“Vận hành”');
    const [matter] = await staff.rows('Vận hành');
    expect(matter?.fields['Chi tiết']).toContain('6 trong 8 bài');
    await staff.change('Vận hành', matter?.id ?? '', { 'Đồng ý': true });
    await syncOnce(db, standIn);
    expect(await published(db)).toHaveLength(2);
    await syncOnce(db, standIn);
    expect(await published(db)).toHaveLength(2);
    expect((await staff.rows('Vận hành'))[0]?.fields).toMatchObject({ 'Chi tiết': 'Đã xong.' });
  });

test('losses that staff take back in the base are held no longer', async ({ db, standIn, staff }) => {
  const ids = await many(staff, 5);
  await syncOnce(db, standIn);
  for (const id of ids) await staff.change(stories, id, { 'Đồng ý công khai': false });
  await syncOnce(db, standIn);
  for (const id of ids) await staff.change(stories, id, { 'Đồng ý công khai': true });
  await syncOnce(db, standIn);
  expect(await published(db)).toHaveLength(5);
  expect((await db.query('select 1 from story_losses')).rowCount).toBe(0);
});

test('losses that trickle in, a few in each run, are put back once they are many', async ({
  db,
  standIn,
  staff,
}) => {
  const ids = await many(staff, 10);
  await syncOnce(db, standIn);
  for (const id of ids.slice(0, 5)) {
    await staff.change(stories, id, { 'Đồng ý công khai': false });
    await syncOnce(db, standIn);
  }
  expect(await published(db)).toHaveLength(10);
});

test('a listing without any row takes nothing down', async ({ db, standIn, staff }) => {
  const [id] = await many(staff, 1);
  await syncOnce(db, standIn);
  await baseChanges(standIn).deleteRow(stories, id ?? '');
  await listAll(db);
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual(['MH-1000']);
});

test('a story deleted and made again with its Mã goes on, address and all', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await syncOnce(db, standIn);
  await recordPublication(db, await readPublished(db, { samples: false }));
  await baseChanges(standIn).deleteRow(stories, id);
  const again = await staff.create(stories, storyRow({ Mã: ' mh–0101 ', Tên: 'Tên mới' }));
  await syncOnce(db, standIn);
  const now = await readPublished(db, { samples: false });
  expect(now.find(({ name }) => name === 'Tên mới')).toMatchObject({
    id: 'MH-0101',
    slug: 'mo-hinh-thu-duong-sang',
  });
  await listAll(db);
  await syncOnce(db, standIn);
  expect(await published(db)).toHaveLength(2);
  await staff.change(stories, again, { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual(['MH-0102']);
});

test('scheduling in any order of cells publishes nothing before its time', async ({ db, standIn, staff }) => {
  const time = { 'Công bố từ': '2031-01-01T00:00:00.000Z' };
  const orders: Record<string, unknown>[][] = [
    [{ 'Trạng thái': 'Hẹn giờ' }, time],
    [time, { 'Trạng thái': 'Hẹn giờ' }],
    [time, { 'Trạng thái': 'Công bố' }, { 'Công bố từ': null }],
    [{ 'Trạng thái': 'Hẹn giờ' }, time, { 'Công bố từ': null }, { 'Trạng thái': 'Công bố' }],
  ];
  for (const [index, cells] of orders.entries()) {
    const id = await staff.create(stories, storyRow({ Mã: `MH-020${index}`, 'Trạng thái': null }));
    for (const cell of cells) {
      await staff.change(stories, id, cell);
      await syncOnce(db, standIn);
      expect(await published(db), `${index}`).toEqual([]);
    }
  }
});

test('taken down without the base, a story stays down whatever staff do, until it is brought back', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await recordPublication(db, await readPublished(db, { samples: false }));
  expect(await takeDown(db, 'MH-0101', 'Theo yêu cầu.')).toBe(true);
  expect(await takeDown(db, 'MH-9999', 'Theo yêu cầu.')).toBe(false);
  await recordPublication(db, await readPublished(db, { samples: false }));
  await staff.change(stories, id, { Tên: 'Tên mới', 'Trạng thái': 'Công bố' });
  await listAll(db);
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual([]);
  expect((await staff.rows(stories))[0]?.fields).toMatchObject({
    'Trên trang': 'Đã gỡ',
    'Vì sao': expect.stringContaining('Theo yêu cầu.'),
  });
  expect(await bringBack(db, 'MH-0101')).toBe(true);
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual(['MH-0101']);
});

test('a store that never read the base asks for no build', async ({ db, standIn }) => {
  standIn.setFault(({ path }) => (path.includes('listRecords') ? { kind: 'status', status: 500 } : null));
  let asked = 0;
  const ask = async () => {
    asked += 1;
  };
  const rebuild = { ask, readServed: async () => null };
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn, { rebuild });
  expect(asked).toBe(0);
});
