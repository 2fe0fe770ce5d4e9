import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';

const real = { samples: false };

test('a renamed column is still the same column, also to a database that forgot it; a vanished one is named', async ({
  db,
  standIn,
  staff,
}) => {
  await syncOnce(db, standIn);
  const schema = await staff.call('GET', 'meta/bases/appLocal0000000000/tables');
  const table = JSON.parse(JSON.stringify(schema)).tables.find(
    ({ name }: { name: string }) => name === stories,
  );
  const field = table.fields.find(({ name }: { name: string }) => name === 'Tên');
  await staff.call('PATCH', `meta/bases/appLocal0000000000/tables/${table.id}/fields/${field.id}`, {
    name: 'Tiêu đề',
  });
  await staff.create(stories, { ...storyRow(), Tên: undefined, 'Tiêu đề': 'Tên trong cột đã đổi' });
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([{ name: 'Tên trong cột đã đổi' }]);

  await db.query(`update sync_memory set value = '{}' where name like 'layout%'`);
  const { problems } = await syncOnce(db, standIn);
  expect(problems).toEqual([]);
  expect(await readPublished(db, real)).toMatchObject([{ name: 'Tên trong cột đã đổi' }]);
  await baseChanges(standIn).deleteColumn(stories, 'Chú thích ảnh');
  expect((await syncOnce(db, standIn)).problems).toEqual([expect.stringContaining('“Chú thích ảnh”')]);
});

test('every run says so from 80 % of the month’s calls on', async ({ db, standIn }) => {
  await db.query(
    `insert into airtable_calls values (date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh'), 80001)`,
  );
  expect((await syncOnce(db, standIn)).problems.join()).toContain('of 100000 Airtable calls');
});
